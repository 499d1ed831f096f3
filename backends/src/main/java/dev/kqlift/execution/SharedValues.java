package dev.kqlift.execution;

import dev.kqlift.types.Value;
import org.jspecify.annotations.Nullable;

/**
 * One value for many equal ones: the cells of events repeat (names, kinds, addresses), and each would cost as much as the
 * first. Only those of late are remembered, so that columns in which nothing repeats cost no memory.
 */
final class SharedValues {
    /** Longer texts seldom repeat, and comparing them costs. */
    private static final int LONGEST = 120;

    private final int bits;
    private final @Nullable Value[] recent;

    private SharedValues(int bits) {
        this.bits = bits;
        this.recent = new Value[1 << bits];
    }

    /** For a file of many rows. */
    static SharedValues ofMany() {
        return new SharedValues(16);
    }

    /** For a few values. */
    static SharedValues ofFew() {
        return new SharedValues(4);
    }

    /** The value, or one that equals it. */
    Value of(Value value) {
        return switch (value) {
            case Value.Text text -> text.value().length() > LONGEST ? value : text(text);
            case Value.Whole ignored -> other(value);
            case Value.DateTime ignored -> other(value);
            case Value.Guid ignored -> other(value);
            case Value.TimeSpan ignored -> other(value);
            case Value.Real ignored -> value;
            case Value.Decimal ignored -> value;
            case Value.Bool ignored -> value;
            case Value.Null ignored -> value;
            case Value.Array ignored -> value;
            case Value.Bag ignored -> value;
        };
    }

    private Value text(Value.Text text) {
        int place = place(text.value().hashCode());
        if (recent[place] instanceof Value.Text known && text.value().equals(known.value())) {
            return known;
        }
        recent[place] = text;
        return text;
    }

    private Value other(Value value) {
        int place = place(value.hashCode());
        Value known = recent[place];
        if (known != null && known.equals(value)) {
            return known;
        }
        recent[place] = value;
        return value;
    }

    /** The upper bits of a product: the lower ones of a hash are alike for texts that end alike. */
    private int place(int hash) {
        return (hash * 0x9E3779B9) >>> (Integer.SIZE - bits);
    }
}
