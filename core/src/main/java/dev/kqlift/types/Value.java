package dev.kqlift.types;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A constant of KQL. Strings are never null; the other types have one null each. */
public sealed interface Value {
    /** The value's type. */
    KqlType type();

    record Bool(boolean value) implements Value {
        @Override
        public KqlType type() {
            return KqlType.BOOL;
        }
    }

    /** An {@code int} (32 bits) or a {@code long} (64 bits). */
    record Whole(long value, KqlType type) implements Value {}

    record Real(double value) implements Value {
        @Override
        public KqlType type() {
            return KqlType.REAL;
        }
    }

    record Decimal(BigDecimal value) implements Value {
        @Override
        public KqlType type() {
            return KqlType.DECIMAL;
        }
    }

    record Text(String value) implements Value {
        @Override
        public KqlType type() {
            return KqlType.STRING;
        }
    }

    /** An instant in UTC, in ticks of 100 ns since 0001-01-01T00:00:00Z. */
    record DateTime(long ticks) implements Value {
        @Override
        public KqlType type() {
            return KqlType.DATETIME;
        }
    }

    /** A length of time in ticks of 100 ns. */
    record TimeSpan(long ticks) implements Value {
        @Override
        public KqlType type() {
            return KqlType.TIMESPAN;
        }
    }

    /** A GUID in its lower-case form with hyphens. */
    record Guid(String value) implements Value {
        @Override
        public KqlType type() {
            return KqlType.GUID;
        }
    }

    record Array(List<Value> items) implements Value {
        public Array {
            items = List.copyOf(items);
        }

        @Override
        public KqlType type() {
            return KqlType.DYNAMIC;
        }
    }

    /** A property bag; the map keeps the order of the source. */
    record Bag(Map<String, Value> entries) implements Value {
        @Override
        public KqlType type() {
            return KqlType.DYNAMIC;
        }
    }

    /** The null of a type. */
    record Null(KqlType type) implements Value {}
}
