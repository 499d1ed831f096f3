package dev.kqlift.analysis;

import dev.kqlift.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What an output field is made of.
 *
 * @param name its name
 * @param columns the table columns behind it, {@code Table.Column}, sorted
 * @param expression the text that computes it, where it is computed
 * @param stages the stages of the main pipeline that touched it, ascending, from 1
 */
public record FieldOrigin(String name, List<String> columns, Optional<Span> expression, List<Integer> stages) {
    public FieldOrigin {
        columns = List.copyOf(columns);
        stages = List.copyOf(stages);
    }
}
