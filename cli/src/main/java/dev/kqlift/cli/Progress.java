package dev.kqlift.cli;

import org.jspecify.annotations.Nullable;

/** How far a long run is, on a line of the terminal. Silent where there is no terminal, and in short runs. */
final class Progress implements AutoCloseable {
    private static final long QUIET_NANOS = 1_000_000_000L;

    /** Files are counted to {@code int}; the bytes of one file are shown in megabytes. */
    private static final long MEGABYTE = 1_000_000;

    private final Streams streams;
    private final long quietNanos;
    private final String unit;
    private final long start = System.nanoTime();
    private @Nullable TerminalBar bar;

    Progress(Streams streams) {
        this(streams, QUIET_NANOS);
    }

    Progress(Streams streams, long quietNanos) {
        this(streams, quietNanos, "files");
    }

    private Progress(Streams streams, long quietNanos, String unit) {
        this.streams = streams;
        this.quietNanos = quietNanos;
        this.unit = unit;
    }

    /** Of the reading of one large file. */
    static Progress ofBytes(Streams streams) {
        return ofBytes(streams, QUIET_NANOS);
    }

    static Progress ofBytes(Streams streams, long quietNanos) {
        return new Progress(streams, quietNanos, "MB");
    }

    /** Says that this many of so many bytes are read. */
    void read(long bytes, long total) {
        advance((int) (bytes / MEGABYTE), (int) Math.max(total / MEGABYTE, 1));
    }

    /** Says that this many of so many files are done. */
    void advance(int done, int total) {
        if (bar != null) {
            bar.advance(done);
        } else if (streams.showsProgress()) {
            long elapsed = System.nanoTime() - start;
            if (elapsed >= quietNanos) {
                bar = TerminalBar.shown(streams.err(), done, total, elapsed, unit);
            }
        }
    }

    /** Prints a line for people, which the bar does not run into. */
    void println(String line) {
        if (bar == null) {
            streams.err().println(line);
        } else {
            bar.println(line);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
