package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;

/** Values as the texts that {@code tostring()} makes of them. */
final class TextOf {
    private TextOf() {}

    /** The text; a null is empty. */
    static String value(Value value) {
        return switch (value) {
            // The engine writes a bool with a capital as text, though not in results.
            case Value.Bool(var truth) -> truth ? "True" : "False";
            case Value.Null ignored -> "";
            default -> ValueText.of(value);
        };
    }
}
