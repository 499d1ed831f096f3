package dev.kqlift.catalog;

/** Whether a call can be folded or moved. */
public enum Volatility {
    /** The same arguments always give the same value. */
    IMMUTABLE,
    /** One value for the whole query: {@code now()}, {@code ago()}. */
    STABLE,
    /** A new value for each call: {@code rand()}, {@code new_guid()}, or dependent on the row's place. */
    VOLATILE
}
