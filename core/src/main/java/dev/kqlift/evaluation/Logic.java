package dev.kqlift.evaluation;

import dev.kqlift.source.Origin;
import dev.kqlift.types.Value;

/** The three truth values: a condition may be null, which is neither true nor false. */
final class Logic {
    static final Value TRUE = new Value.Bool(true);
    static final Value FALSE = new Value.Bool(false);

    private Logic() {}

    static Value of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    /** Whether a condition is true: what {@code where} asks. */
    static boolean isTrue(Value condition) {
        return condition instanceof Value.Bool(var truth) && truth;
    }

    static boolean isFalse(Value condition) {
        return condition instanceof Value.Bool(var truth) && !truth;
    }

    static Value not(Value condition) {
        return condition instanceof Value.Bool(var truth) ? of(!truth) : Nulls.BOOL;
    }

    static Value and(Value left, Value right) {
        if (isFalse(left) || isFalse(right)) {
            return FALSE;
        }
        return isTrue(left) && isTrue(right) ? TRUE : Nulls.BOOL;
    }

    static Value or(Value left, Value right) {
        return not(and(not(left), not(right)));
    }

    /** The value as a condition; refuses what is neither a truth value nor null, which only a dynamic can be. */
    static Value condition(Value value, Origin origin) {
        if (value instanceof Value.Bool) {
            return value;
        }
        if (Nulls.isNull(value)) {
            return Nulls.BOOL;
        }
        throw Refusals.construct("a dynamic value that is no bool stands as a condition; use tobool()", origin);
    }
}
