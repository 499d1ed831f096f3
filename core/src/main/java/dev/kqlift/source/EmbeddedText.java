package dev.kqlift.source;

import java.util.Arrays;

/**
 * A text that stands inside a file, with the file offset of each of its pieces: a query in a YAML scalar, a JSON string or
 * a fenced block.
 *
 * <p>The mapping is a list of runs. Run {@code i} covers the text from {@code textStarts[i]} up to the next run and begins
 * at {@code fileStarts[i]}; inside a run both advance together. A text that cannot be followed character by character (an
 * alias, a constructed value) has one run whose {@code fixed} flag makes every offset point at the whole value.
 */
public final class EmbeddedText {
    private final String text;
    private final int[] textStarts;
    private final int[] fileStarts;
    private final Span whole;
    private final boolean fixed;

    private EmbeddedText(String text, int[] textStarts, int[] fileStarts, Span whole, boolean fixed) {
        this.text = text;
        this.textStarts = textStarts;
        this.fileStarts = fileStarts;
        this.whole = whole;
        this.fixed = fixed;
    }

    /** A text that is one unbroken piece of the file. */
    public static EmbeddedText contiguous(String text, int fileStart) {
        return new EmbeddedText(
                text, new int[] {0}, new int[] {fileStart}, new Span(fileStart, fileStart + text.length()), false);
    }

    /** A text whose characters cannot be told apart in the file: every position is that of the whole value. */
    public static EmbeddedText opaque(String text, Span whole) {
        return new EmbeddedText(text, new int[] {0}, new int[] {whole.start()}, whole, true);
    }

    /**
     * A text made of runs.
     *
     * @param text the decoded text
     * @param textStarts the offset in the text at which each run begins: ascending, the first 0
     * @param fileStarts the offset in the file of each run
     * @param whole the span of the whole value in the file
     */
    public static EmbeddedText ofRuns(String text, int[] textStarts, int[] fileStarts, Span whole) {
        if (textStarts.length == 0 || textStarts.length != fileStarts.length || textStarts[0] != 0) {
            throw new IllegalArgumentException("runs do not cover the text");
        }
        return new EmbeddedText(text, textStarts.clone(), fileStarts.clone(), whole, false);
    }

    public String text() {
        return text;
    }

    /** The span of the whole value in the file. */
    public Span whole() {
        return whole;
    }

    /** True when positions inside the text cannot be told apart and all point at the whole value. */
    public boolean isOpaque() {
        return fixed;
    }

    /** The file offset of an offset in the text. */
    public int toFile(int offset) {
        if (fixed) {
            return whole.start();
        }
        int bounded = Math.min(Math.max(offset, 0), text.length());
        int found = Arrays.binarySearch(textStarts, bounded);
        int run = found >= 0 ? found : -found - 2;
        return fileStarts[run] + (bounded - textStarts[run]);
    }

    /** The file span of a span of the text. */
    public Span toFile(Span span) {
        if (fixed) {
            return whole;
        }
        int start = toFile(span.start());
        // The end is that of the last character, so that a span at the end of a line does not reach into the next one.
        int end = span.length() == 0 ? start : toFile(span.end() - 1) + 1;
        return new Span(start, Math.max(start, end));
    }

    /** The part of this text from {@code start} up to {@code end}, with its own mapping. */
    public EmbeddedText slice(int start, int end) {
        String part = text.substring(start, end);
        if (fixed) {
            return opaque(part, whole);
        }
        int found = Arrays.binarySearch(textStarts, start);
        int first = found >= 0 ? found : -found - 2;
        int last = first;
        while (last + 1 < textStarts.length && textStarts[last + 1] < end) {
            last++;
        }
        int[] texts = new int[last - first + 1];
        int[] files = new int[last - first + 1];
        for (int i = first; i <= last; i++) {
            int skipped = Math.max(0, start - textStarts[i]);
            texts[i - first] = Math.max(0, textStarts[i] - start);
            files[i - first] = fileStarts[i] + skipped;
        }
        return new EmbeddedText(
                part, texts, files, new Span(toFile(start), Math.max(toFile(start), toFile(end))), false);
    }
}
