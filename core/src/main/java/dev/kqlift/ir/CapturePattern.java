package dev.kqlift.ir;

import java.util.List;

/** How columns are cut out of a text. */
public sealed interface CapturePattern {
    /**
     * The pattern of {@code parse} and {@code parse-where}.
     *
     * @param flags those of {@code kind=regex}, as written
     */
    record Sequence(SequenceKind kind, String flags, List<Part> parts) implements CapturePattern {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** What a literal part means, and what becomes of a row of which one column does not convert. */
    enum SequenceKind {
        SIMPLE,
        RELAXED,
        REGEX
    }

    /** A part of a pattern. */
    sealed interface Part {
        /** Any text. */
        record Skip() implements Part {}

        /** This text, or a text that this regular expression matches. */
        record Text(String value) implements Part {}

        /** The text up to the next part. */
        record Capture(Column column) implements Part {}
    }

    /**
     * The pairs of {@code parse-kv}.
     *
     * @param pairDelimiter what stands between two pairs
     * @param valueDelimiter what stands between key and value
     * @param quotes the characters that open and close a quoted value, each a text of one or two characters
     * @param escape the character before a quote that is part of the value; empty where there is none
     * @param greedy whether a value goes on up to the next key
     */
    record Pairs(String pairDelimiter, String valueDelimiter, List<String> quotes, String escape, boolean greedy)
            implements CapturePattern {
        public Pairs {
            quotes = List.copyOf(quotes);
        }
    }

    /** {@code parse-kv} with a regular expression whose first group is the key and whose second is the value. */
    record PairRegex(String regex) implements CapturePattern {}

    /** A pattern that is not spelt out. */
    record Unstated() implements CapturePattern {}
}
