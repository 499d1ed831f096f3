package dev.kqlift.analysis;

import java.util.List;
import java.util.Optional;

/**
 * What a rule looks for in one field.
 *
 * @param field the name as the rule writes it, dynamic paths with dots
 * @param kind the kind of test
 * @param values constants, in order of appearance, distinct
 * @param negated whether the test is negated, for the kinds that have no opposite
 * @param caseSensitive empty where both occur or it means nothing
 * @param columns the table columns behind the field, {@code Table.Column}, sorted
 */
public record Indicator(
        String field,
        IndicatorKind kind,
        List<String> values,
        boolean negated,
        Optional<Boolean> caseSensitive,
        List<String> columns) {
    public Indicator {
        values = List.copyOf(values);
        columns = List.copyOf(columns);
    }
}
