package dev.kqlift.sigma;

/** What a field of a detection is compared with. */
public sealed interface SigmaValue {
    /** A text as Sigma reads it: wildcards are escaped already where they are meant as characters. */
    record Text(String value) implements SigmaValue {}

    record Whole(long value) implements SigmaValue {}

    record Real(double value) implements SigmaValue {}

    record Bool(boolean value) implements SigmaValue {}

    /** The field is missing. */
    record Missing() implements SigmaValue {}
}
