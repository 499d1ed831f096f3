package dev.kqlift.cli;

import org.jspecify.annotations.Nullable;

/** How long lines for people are. */
final class TerminalWidth {
    private static final int DEFAULT = 100;
    private static final int LEAST = 60;
    private static final int MOST = 400;

    private TerminalWidth() {}

    /** The width of the terminal as the environment states it; 100 where results go elsewhere. */
    static int of(Streams streams) {
        return streams.outIsTerminal() ? of(System.getenv("COLUMNS")) : DEFAULT;
    }

    /** The width that a text states, within reason; 100 where it states none. */
    static int of(@Nullable String columns) {
        if (columns == null || !columns.matches("[0-9]{1,6}")) {
            return DEFAULT;
        }
        int stated = Integer.parseInt(columns);
        return stated == 0 ? DEFAULT : Math.clamp(stated, LEAST, MOST);
    }
}
