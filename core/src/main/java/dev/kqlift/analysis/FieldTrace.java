package dev.kqlift.analysis;

import dev.kqlift.types.KqlType;
import java.util.List;
import java.util.Optional;

/**
 * The way of one field back to its sources.
 *
 * @param field the name that was asked for
 * @param type its type, for an output field; empty for a field that is tested
 * @param tests the places of its tests, in the order of the text; none for an output field
 * @param steps the steps as a tree, each before those that it reads
 * @param hidden how many fields were not followed because the tree is too large
 */
public record FieldTrace(
        String field, Optional<KqlType> type, List<FieldTest> tests, List<FieldStep> steps, int hidden) {
    public FieldTrace {
        tests = List.copyOf(tests);
        steps = List.copyOf(steps);
    }
}
