package dev.kqlift.source;

/**
 * Where a node comes from: the offsets of its text in the query. All origins are equal and hash alike, so that the
 * derived {@code equals} of a node compares structure only.
 */
public final class Origin {
    /** The origin of a node that no text stands for. */
    public static final Origin NONE = new Origin(0, 0);

    private final int start;
    private final int end;

    private Origin(int start, int end) {
        this.start = start;
        this.end = end;
    }

    /** The origin of the text from {@code start} up to, not including, {@code end}. */
    public static Origin of(int start, int end) {
        return new Origin(start, Math.max(start, end));
    }

    public static Origin of(Span span) {
        return new Origin(span.start(), span.end());
    }

    /** From the start of the first to the end of the second. */
    public static Origin between(Origin first, Origin last) {
        return of(first.start, last.end);
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public Span span() {
        return new Span(start, end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Origin;
    }

    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return start + ".." + end;
    }
}
