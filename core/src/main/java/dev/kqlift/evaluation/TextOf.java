package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.math.BigDecimal;

/** Values as the texts that {@code tostring()} makes of them. */
final class TextOf {
    /** More digits than these come of a division or of a long literal. */
    private static final int CERTAIN_DIGITS = 16;

    private static final int SMALLEST_EXPONENT = -4;

    private TextOf() {}

    /** The text of a value of a type; refuses a decimal of which the engine may write other digits. */
    static String certain(Value value, KqlType type, CallSite site) {
        if (value instanceof Value.Decimal(var number)) {
            BigDecimal shortest = number.stripTrailingZeros();
            boolean trailing = number.scale() > 0 && shortest.scale() != number.scale();
            boolean tiny = number.signum() != 0 && number.precision() - number.scale() < SMALLEST_EXPONENT;
            if (trailing || tiny || shortest.precision() > CERTAIN_DIGITS) {
                throw site.refuse("how the decimal " + value(value, type) + " is written as text is not certain");
            }
        }
        return value(value, type);
    }

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
