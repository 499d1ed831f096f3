package dev.kqlift.sql;

import dev.kqlift.types.KqlType;

/** How KQL's types are kept in the target. */
final class SqlTypes {
    private SqlTypes() {}

    /** The type's name. A timespan is a number of ticks, because intervals of the target cannot be divided. */
    static String name(KqlType type) {
        return switch (type) {
            case BOOL -> "BOOLEAN";
            case INT -> "INTEGER";
            case LONG, TIMESPAN -> "BIGINT";
            case REAL -> "DOUBLE";
            case DECIMAL -> "DECIMAL(38, 17)";
            case STRING -> "VARCHAR";
            case DATETIME -> "TIMESTAMP";
            case GUID -> "UUID";
            case DYNAMIC -> "JSON";
            case UNKNOWN -> throw new IllegalArgumentException("a value of unknown type has no type in the target");
        };
    }

    /** The value of a column that a row does not have. A text is never null. */
    static String missing(KqlType type) {
        return type == KqlType.STRING ? "''" : "CAST(NULL AS " + name(type) + ")";
    }

    /** True where two types are kept in one type of the target or compare as numbers. */
    static boolean comparable(KqlType first, KqlType second) {
        boolean numbers = isNumber(first) && isNumber(second);
        return numbers || first == second && first != KqlType.UNKNOWN && first != KqlType.DYNAMIC;
    }

    static boolean isNumber(KqlType type) {
        return type.isInteger() || type == KqlType.REAL;
    }
}
