package dev.kqlift.document;

import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Span;
import java.util.Arrays;

/** Collects a decoded text and the runs that lead from it back to the file. */
final class RunBuilder {
    private final StringBuilder text;
    private int[] textStarts = new int[16];
    private int[] fileStarts = new int[16];
    private int count;
    private int nextFileOffset = -1;

    RunBuilder(int expectedLength) {
        text = new StringBuilder(expectedLength);
    }

    /** Adds a character that {@code fileOffset} stands for. */
    void append(char c, int fileOffset) {
        startRun(fileOffset);
        text.append(c);
        nextFileOffset++;
    }

    /** Adds a piece of the file as it stands there. */
    void append(String file, int from, int to) {
        if (from < to) {
            startRun(from);
            text.append(file, from, to);
            nextFileOffset += to - from;
        }
    }

    private void startRun(int fileOffset) {
        if (fileOffset == nextFileOffset) {
            return;
        }
        if (count == textStarts.length) {
            textStarts = Arrays.copyOf(textStarts, count * 2);
            fileStarts = Arrays.copyOf(fileStarts, count * 2);
        }
        textStarts[count] = text.length();
        fileStarts[count++] = fileOffset;
        nextFileOffset = fileOffset;
    }

    int length() {
        return text.length();
    }

    boolean spells(String value) {
        return value.contentEquals(text);
    }

    EmbeddedText build(Span whole) {
        if (count == 0) {
            return EmbeddedText.ofRuns("", new int[] {0}, new int[] {whole.start()}, whole);
        }
        return EmbeddedText.ofRuns(
                text.toString(), Arrays.copyOf(textStarts, count), Arrays.copyOf(fileStarts, count), whole);
    }
}
