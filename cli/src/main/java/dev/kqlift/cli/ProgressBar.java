package dev.kqlift.cli;

/** A line on the terminal that says how far a long run is. Silent where there is no terminal, and in short runs. */
final class ProgressBar implements AutoCloseable {
    private static final long FIRST_NANOS = 1_000_000_000L;
    private static final long EVERY_NANOS = 200_000_000L;
    private static final int WIDTH = 24;

    private final Streams streams;
    private final long start = System.nanoTime();
    private long next = start + FIRST_NANOS;
    private boolean shown;

    ProgressBar(Streams streams) {
        this.streams = streams;
    }

    /** Says that this many files of so many are done. */
    void advance(int done, int total) {
        if (streams.showsProgress()) {
            long now = System.nanoTime();
            if (now - next >= 0) {
                next = now + EVERY_NANOS;
                show(done, total, now);
            }
        }
    }

    private void show(int done, int total, long now) {
        shown = true;
        int filled = (int) ((long) done * WIDTH / Math.max(1, total));
        long rate = done * 1_000_000_000L / Math.max(1, now - start);
        StringBuilder line = new StringBuilder(80).append("\r[");
        line.repeat('=', filled).repeat(' ', WIDTH - filled).append("] ");
        line.append(done).append('/').append(total).append(" files, ").append(rate).append(" a second\u001b[K");
        streams.err().print(line);
        streams.err().flush();
    }

    /** Takes the line away, so that what is printed next stands alone. */
    void clear() {
        if (shown) {
            shown = false;
            streams.err().print("\r\u001b[K");
            streams.err().flush();
        }
    }

    @Override
    public void close() {
        clear();
    }
}
