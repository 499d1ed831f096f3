package dev.kqlift.execution.duckdb;

import dev.kqlift.execution.Instants;

/** The instant that {@code now()} has in emitted queries. */
final class EmittedNow {
    /** Emitted queries rely on a present between these instants, which are 2000-01-01 and 2101-01-01 in ticks. */
    private static final long FIRST = 630_822_816_000_000_000L;

    private static final long BEYOND = 662_695_776_000_000_000L;

    private EmittedNow() {}

    static boolean fits(long ticks) {
        return ticks >= FIRST && ticks <= BEYOND && Instants.wholeMicroseconds(ticks);
    }

    /** The statement after which {@code now()} is this instant: a macro stands before the function of the same name. */
    static String statement(long ticks) {
        return "CREATE MACRO now() AS make_timestamptz(" + Instants.epochMicroseconds(ticks) + ")";
    }
}
