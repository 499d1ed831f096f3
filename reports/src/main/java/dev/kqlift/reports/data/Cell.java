package dev.kqlift.reports.data;

import java.util.List;
import java.util.Optional;

/** A value of a row. */
sealed interface Cell {
    record Text(String value) implements Cell {}

    record Number(int value) implements Cell {}

    record Real(double value) implements Cell {}

    record Flag(boolean value) implements Cell {}

    record Texts(List<String> values) implements Cell {}

    /** No value: null in JSON, an empty cell in CSV. */
    record Nothing() implements Cell {}

    static Cell of(String value) {
        return new Text(value);
    }

    static Cell of(int value) {
        return new Number(value);
    }

    static Cell of(boolean value) {
        return new Flag(value);
    }

    static Cell of(List<String> values) {
        return new Texts(values);
    }

    static Cell of(Optional<String> value) {
        return value.isPresent() ? new Text(value.get()) : new Nothing();
    }
}
