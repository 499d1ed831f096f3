package dev.kqlift.analysis;

import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.util.ArrayList;
import java.util.List;

/** The texts of the constants that a test compares with, arrays flattened, and whether any of them is a text. */
final class Constants {
    private final List<String> texts;
    private boolean anyText;

    private Constants(int size) {
        texts = new ArrayList<>(size);
    }

    /** The constants among the items; what is not constant is passed over. */
    static Constants of(List<Scalar> items) {
        Constants constants = new Constants(items.size());
        for (int i = 0; i < items.size(); i++) {
            constants.add(items.get(i), true);
        }
        return constants;
    }

    /** One side of a comparison, whose array is a single value. */
    static Constants whole(Scalar side) {
        Constants constants = new Constants(1);
        constants.add(side, false);
        return constants;
    }

    List<String> texts() {
        return texts;
    }

    /** True when case can mean something: where a constant is a text, or where no constant is known. */
    boolean mayBeText() {
        return anyText || texts.isEmpty();
    }

    private void add(Scalar item, boolean flatten) {
        if (item instanceof Scalar.Constant constant) {
            add(constant.value(), flatten);
        }
    }

    private void add(Value value, boolean flatten) {
        if (flatten && value instanceof Value.Array array) {
            for (Value item : array.items()) {
                add(item, true);
            }
        } else {
            anyText |= value.type() == KqlType.STRING || value.type() == KqlType.DYNAMIC;
            texts.add(ValueText.of(value));
        }
    }
}
