package dev.kqlift.types;

import java.util.Locale;
import java.util.Optional;

/** The scalar types of KQL. {@code UNKNOWN} is the type of a value that the schema does not tell. */
public enum KqlType {
    BOOL,
    INT,
    LONG,
    REAL,
    DECIMAL,
    STRING,
    DATETIME,
    TIMESPAN,
    GUID,
    DYNAMIC,
    UNKNOWN;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The type's name in KQL. */
    public String word() {
        return word;
    }

    public boolean isNumeric() {
        return this == INT || this == LONG || this == REAL || this == DECIMAL;
    }

    public boolean isInteger() {
        return this == INT || this == LONG;
    }

    /** The type of a name or one of its other spellings ({@code date}, {@code double}, {@code boolean}, …). */
    public static Optional<KqlType> ofName(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "bool", "boolean" -> BOOL;
                    case "int", "int32", "int16", "int8", "uint", "uint16", "uint8", "byte", "char" -> INT;
                    case "long", "int64", "uint32", "ulong", "uint64" -> LONG;
                    case "real", "double", "float" -> REAL;
                    case "decimal" -> DECIMAL;
                    case "string" -> STRING;
                    case "datetime", "date" -> DATETIME;
                    case "timespan", "time" -> TIMESPAN;
                    case "guid", "uniqueid", "uuid" -> GUID;
                    case "dynamic" -> DYNAMIC;
                    default -> null;
                });
    }
}
