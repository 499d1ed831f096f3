package dev.kqlift.corpus.facts;

import dev.kqlift.source.Span;

/**
 * A column that a rule's metadata names.
 *
 * @param use what for
 * @param group the entity type, or the key of the custom detail or alert detail
 * @param name the identifier of the entity; empty for details
 * @param column the column's name as the rule writes it
 * @param holds whether the query returns such a column
 * @param span where the rule file names it
 */
public record MappingFact(Use use, String group, String name, String column, Holds holds, Span span) {
    /** What a column is named for. */
    public enum Use {
        ENTITY,
        CUSTOM_DETAIL,
        ALERT_DETAIL
    }

    /** Whether the query returns the column. */
    public enum Holds {
        YES,
        NO,
        /** The query's columns are not all known. */
        NOT_CHECKED
    }
}
