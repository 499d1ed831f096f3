package dev.kqlift.cli;

import java.io.PrintStream;

/** A line on the terminal that says how far a long run is. Silent where there is no terminal, and in short runs. */
final class Progress implements AutoCloseable {
    private static final long FIRST_NANOS = 1_000_000_000L;
    private static final long EVERY_NANOS = 200_000_000L;
    private static final int WIDTH = 24;

    private final PrintStream err;
    private final boolean enabled;
    private final String what;
    private final long start = System.nanoTime();
    private long next = start + FIRST_NANOS;
    private int total;
    private int done;
    private boolean shown;

    Progress(Streams streams, String what) {
        this.err = streams.err();
        this.enabled = streams.showsProgress();
        this.what = what;
    }

    /** Says how many steps there are, once that is known. */
    void total(int steps) {
        total = steps;
    }

    /** Counts a step. */
    void step() {
        done++;
        if (enabled) {
            long now = System.nanoTime();
            if (now - next >= 0) {
                next = now + EVERY_NANOS;
                show(now);
            }
        }
    }

    private void show(long now) {
        shown = true;
        StringBuilder line = new StringBuilder(80).append('\r');
        if (total > 0) {
            int filled = (int) ((long) Math.min(done, total) * WIDTH / total);
            line.append('[').repeat('=', filled).repeat(' ', WIDTH - filled).append("] ");
        }
        line.append(done);
        if (total > 0) {
            line.append('/').append(total);
        }
        long rate = done * 1_000_000_000L / Math.max(1, now - start);
        line.append(' ').append(what).append(", ").append(rate).append(" a second\u001b[K");
        err.print(line);
        err.flush();
    }

    /** Takes the line away, so that what follows stands alone. */
    @Override
    public void close() {
        if (shown) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
