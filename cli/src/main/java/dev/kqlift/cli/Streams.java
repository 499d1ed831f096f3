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
 * @param outIsTerminal whether results are read by a person as they are written
 * @param showsProgress whether {@code err} is a terminal that a line can be rewritten on
 */
record Streams(
        InputStream in,
        OutputStream out,
        PrintStream err,
        Colors outColors,
        Colors errColors,
        boolean outIsTerminal,
        boolean showsProgress) {
    /** For a command that writes results as it goes: on a terminal they are the progress, and a bar would stand in them. */
    Streams whileWriting() {
        return new Streams(in, out, err, outColors, errColors, outIsTerminal, showsProgress && !outIsTerminal);
    }

    /** These streams with results written elsewhere. */
    Streams withOut(OutputStream other) {
        return new Streams(in, other, err, outColors, errColors, outIsTerminal, showsProgress);
    }

    /** Streams that are no terminal. */
    static Streams plain(InputStream in, OutputStream out, PrintStream err) {
        return new Streams(in, out, err, Colors.NEVER, Colors.NEVER, false, false);
    }
}
