package dev.kqlift.lint;

import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;

/** The texts of a constant: its own, or those of the items of an array. */
final class ConstantTexts {
    private ConstantTexts() {}

    /** The texts; none where the scalar is no constant text. */
    static List<String> of(Scalar scalar) {
        return scalar instanceof Scalar.Constant(var value, var origin) ? of(value) : List.of();
    }

    private static List<String> of(Value value) {
        if (value instanceof Value.Text(var text)) {
            return List.of(text);
        }
        List<String> texts = new ArrayList<>();
        if (value instanceof Value.Array(var items)) {
            for (Value item : items) {
                texts.addAll(of(item));
            }
        }
        return texts;
    }
}
