package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The nulls of the types. */
final class Nulls {
    static final Value BOOL = new Value.Null(KqlType.BOOL);
    static final Value DYNAMIC = new Value.Null(KqlType.DYNAMIC);
    static final Value EMPTY_TEXT = new Value.Text("");

    /** One of each: of the cells of real events most are null. */
    private static final Map<KqlType, Value> OF_TYPE = new EnumMap<>(KqlType.class);

    static {
        for (KqlType type : KqlType.values()) {
            OF_TYPE.put(type, new Value.Null(type));
        }
    }

    private Nulls() {}

    /** The null of a type; a string has none and is empty. */
    static Value of(KqlType type) {
        return type == KqlType.STRING ? EMPTY_TEXT : Objects.requireNonNull(OF_TYPE.get(type));
    }

    static boolean isNull(Value value) {
        return value instanceof Value.Null;
    }

    static boolean any(List<Value> values) {
        for (Value value : values) {
            if (isNull(value)) {
                return true;
            }
        }
        return false;
    }
}
