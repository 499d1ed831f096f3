package dev.kqlift.source;

import java.util.Arrays;

/** Turns offsets of a text into lines and columns. Lines end at LF, CR LF, or a lone CR. */
public final class LineMap {
    private final int[] starts;
    private final int length;

    private LineMap(int[] starts, int length) {
        this.starts = starts;
        this.length = length;
    }

    public static LineMap of(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (ends) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return new LineMap(Arrays.copyOf(starts, count), text.length());
    }

    /** The position of an offset; offsets past the end are taken as the end. */
    public Position position(int offset) {
        int bounded = Math.min(Math.max(offset, 0), length);
        int found = Arrays.binarySearch(starts, bounded);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, bounded - starts[line] + 1);
    }

    /** The offset of the first unit of a line, counted from 1. */
    public int lineStart(int line) {
        return starts[line - 1];
    }

    public int lineCount() {
        return starts.length;
    }
}
