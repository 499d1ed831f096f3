package dev.kqlift.evaluation;

import dev.kqlift.source.Origin;
import java.util.regex.Pattern;

/** A regular expression of the engine, whose syntax is that of Rust's {@code regex} crate. */
final class RustRegex {
    private RustRegex() {}

    static Pattern of(String regex, Origin origin) {
        throw Refusals.construct("regular expressions are not evaluated", origin);
    }
}
