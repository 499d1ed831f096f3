package dev.kqlift.source;

/** A decoded text and its lines. Offsets are UTF-16 units. */
public final class SourceText {
    private final String text;
    private final LineMap lines;

    private SourceText(String text) {
        this.text = text;
        this.lines = LineMap.of(text);
    }

    public static SourceText of(String text) {
        return new SourceText(text);
    }

    public String text() {
        return text;
    }

    public LineMap lines() {
        return lines;
    }

    public Position position(int offset) {
        return lines.position(offset);
    }

    public int length() {
        return text.length();
    }
}
