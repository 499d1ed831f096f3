package dev.kqlift.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/** The UTF-16 units of a string, so that ANTLR's positions are offsets of that string. */
final class Utf16CharStream implements CharStream {
    private final String text;
    private final int size;
    private int position;

    Utf16CharStream(String text) {
        this.text = text;
        this.size = text.length();
    }

    @Override
    public String getText(Interval interval) {
        int start = Math.min(interval.a, size);
        return text.substring(start, Math.max(start, Math.min(interval.b + 1, size)));
    }

    @Override
    public void consume() {
        position++;
    }

    @Override
    public int LA(int offset) {
        int index = offset > 0 ? position + offset - 1 : position + offset;
        return index < 0 || index >= size ? IntStream.EOF : text.charAt(index);
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {}

    @Override
    public int index() {
        return position;
    }

    @Override
    public void seek(int index) {
        position = Math.min(index, size);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String getSourceName() {
        return IntStream.UNKNOWN_SOURCE_NAME;
    }
}
