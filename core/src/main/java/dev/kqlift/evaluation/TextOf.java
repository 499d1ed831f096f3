package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;

/** Values as the texts that {@code tostring()} makes of them. */
final class TextOf {
    private TextOf() {}

    /** The text of a value of a type; a null is empty. */
    static String value(Value value, KqlType type) {
        return switch (value) {
            // The engine writes a bool with a capital as text, though not in results, nor where it stands in JSON.
            case Value.Bool(var truth) when type != KqlType.DYNAMIC -> truth ? "True" : "False";
            case Value.Null ignored -> "";
            default -> ValueText.of(value);
        };
    }
}
