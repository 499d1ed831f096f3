package dev.kqlift.cli;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The bar itself, apart from {@link Progress} so that only runs that are long enough to see it load the library. */
final class TerminalBar implements AutoCloseable {
    // The library would start a terminal of its own to ask for the width.
    private static final int WIDTH = 79;
    private static final int EVERY_MILLIS = 200;
    private static final String LINE_START = "\r\u001b[K";

    private final PrintStream err;
    private final ProgressBar bar;

    private TerminalBar(PrintStream err, int done, int total, long elapsedNanos, String unit) {
        this.err = err;
        this.bar = new ProgressBarBuilder()
                .setTaskName("reading")
                .setInitialMax(total)
                .startsFrom(done, Duration.ofNanos(elapsedNanos))
                .setUnit(" " + unit, 1)
                .showSpeed(new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(EVERY_MILLIS)
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
                .build();
    }

    /** A bar that is on the terminal now. */
    static TerminalBar shown(PrintStream err, int done, int total, long elapsedNanos, String unit) {
        return new TerminalBar(err, done, total, elapsedNanos, unit);
    }

    void advance(int done) {
        bar.stepTo(done);
    }

    // The library draws from a thread of its own, between any two prints of ours.
    private void draw(String text) {
        synchronized (err) {
            err.print(LINE_START + text.strip());
            err.flush();
        }
    }

    void println(String line) {
        synchronized (err) {
            err.print(LINE_START);
            err.println(line);
        }
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        bar.close();
        draw("");
    }
}
