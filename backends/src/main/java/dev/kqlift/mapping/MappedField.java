package dev.kqlift.mapping;

import java.util.Optional;

/**
 * What a column of a table is called in a target.
 *
 * @param column the column, or a path below it as KQL writes it ({@code Status.errorCode})
 * @param field the target's name
 * @param type the field's type in the target's own words; empty where it is not known
 * @param fit whether it is the same value
 * @param source the short name of the source that says so
 */
public record MappedField(String column, String field, Optional<String> type, FieldFit fit, String source) {}
