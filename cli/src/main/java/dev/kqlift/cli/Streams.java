package dev.kqlift.cli;

import dev.kqlift.reports.text.Colors;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * What a command reads and writes besides files.
 *
 * @param in standard input
 * @param out results
 * @param err progress, warnings and summaries for people
 * @param outColors whether text results are coloured
 * @param errColors whether text for people is coloured
 * @param showsProgress whether {@code err} is a terminal that a line can be rewritten on
 */
record Streams(
        InputStream in,
        OutputStream out,
        PrintStream err,
        Colors outColors,
        Colors errColors,
        boolean showsProgress) {
    /** Streams that are no terminal. */
    static Streams plain(InputStream in, OutputStream out, PrintStream err) {
        return new Streams(in, out, err, Colors.NEVER, Colors.NEVER, false);
    }
}
