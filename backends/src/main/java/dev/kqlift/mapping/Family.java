package dev.kqlift.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of target languages: each has one lowering and one printer. */
public enum Family {
    /** Queries of named sub-queries. */
    SQL,
    /** Commands joined by pipes. */
    PIPE,
    /** Sigma rules: detections of single events. */
    SIGMA;

    static Optional<Family> ofWord(String word) {
        return Arrays.stream(values())
                .filter(family -> family.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
