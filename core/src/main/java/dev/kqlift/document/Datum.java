package dev.kqlift.document;

import dev.kqlift.source.Span;
import java.util.List;
import java.util.Optional;

/** A value of a YAML or JSON file with its place: the form in which both kinds of file reach the rule formats. */
public sealed interface Datum {
    Span span();

    /** A mapping or object; keys that are no scalars are left out. */
    record Mapping(List<Entry> entries, Span span) implements Datum {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The value of a key, null values counting as absent; of duplicate keys the last one. */
        public Optional<Datum> get(String key) {
            return entry(key).map(Entry::value).filter(value -> !value.isNull());
        }

        /** The entry of a key, whatever its value. */
        public Optional<Entry> entry(String key) {
            for (int i = entries.size() - 1; i >= 0; i--) {
                if (entries.get(i).key().value().equals(key)) {
                    return Optional.of(entries.get(i));
                }
            }
            return Optional.empty();
        }

        public boolean has(String key) {
            return entry(key).isPresent();
        }

        public Optional<Mapping> mapping(String key) {
            return get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
        }

        public Optional<Scalar> scalar(String key) {
            return get(key).filter(Scalar.class::isInstance).map(Scalar.class::cast);
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, Datum value) {}

    /** A sequence or array. */
    record Sequence(List<Datum> items, Span span) implements Datum {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A scalar: its decoded value and the form in which the file spells it. */
    record Scalar(String value, ScalarForm form, Span span) implements Datum {}

    default boolean isNull() {
        return this instanceof Scalar scalar && scalar.form() == ScalarForm.NULL;
    }
}
