package dev.kqlift.reports.text;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines at its spaces. A word that is longer than a line stays whole. */
public final class Wrapped {
    private Wrapped() {}

    /** The lines, none wider than {@code width} unless by a single word; one empty line for an empty text. */
    public static List<String> lines(String text, int width) {
        if (width(text) <= width) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf(' ', at);
            String word = text.substring(at, end < 0 ? text.length() : end);
            int more = width(word);
            if (!line.isEmpty() && used + 1 + more > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (!line.isEmpty()) {
                line.append(' ');
                used++;
            }
            line.append(word);
            used += more;
            at = end < 0 ? text.length() : end + 1;
        }
        lines.add(line.toString());
        return lines;
    }

    /** The number of characters that a text takes. */
    public static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
