package dev.kqlift.mapping;

import dev.kqlift.types.KqlType;
import java.util.Optional;

/** The types that a mapping takes for one argument. */
public sealed interface ArgumentType {
    /** True when a value of the type may stand there. */
    boolean accepts(KqlType type);

    /** The word of the tables. */
    String word();

    /** Exactly one type. */
    record Of(KqlType type) implements ArgumentType {
        @Override
        public boolean accepts(KqlType actual) {
            return actual == type;
        }

        @Override
        public String word() {
            return type.word();
        }
    }

    /** A group of types. */
    enum Group implements ArgumentType {
        /** Any type that is known. */
        ANY,
        /** {@code int} and {@code long}. */
        INTEGER,
        /** {@code int}, {@code long}, {@code real}. */
        NUMBER,
        /** Any known type but {@code dynamic}. */
        PLAIN;

        @Override
        public boolean accepts(KqlType type) {
            return switch (this) {
                case ANY -> type != KqlType.UNKNOWN;
                case INTEGER -> type.isInteger();
                case NUMBER -> type.isInteger() || type == KqlType.REAL;
                case PLAIN -> type != KqlType.UNKNOWN && type != KqlType.DYNAMIC;
            };
        }

        @Override
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The type or group of a word. */
    static Optional<ArgumentType> ofWord(String word) {
        for (Group group : Group.values()) {
            if (group.word().equals(word)) {
                return Optional.of(group);
            }
        }
        return KqlType.ofName(word).map(Of::new);
    }
}
