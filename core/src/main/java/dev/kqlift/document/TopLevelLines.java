package dev.kqlift.document;

import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.List;

/** The keys of a YAML file as far as single lines tell them, for files that no parser takes. */
final class TopLevelLines {
    private final String text;
    private final List<Datum.Entry> entries = new ArrayList<>();

    private TopLevelLines(String text) {
        this.text = text;
    }

    static TopLevelLines of(String text) {
        TopLevelLines lines = new TopLevelLines(text);
        lines.read();
        return lines;
    }

    Datum.Mapping mapping() {
        return new Datum.Mapping(entries, new Span(0, text.length()));
    }

    boolean has(String key) {
        return entries.stream().anyMatch(entry -> entry.key().value().equals(key));
    }

    /** True for a line that starts a key, an item, a comment or a document, or is the end of one. */
    static boolean isStructure(String text, int line) {
        int end = Lines.end(text, line, text.length());
        int content = Lines.skipBlanks(text, line, end);
        return text.startsWith("#", content)
                || text.startsWith("- ", content)
                || text.startsWith("---", content)
                || text.startsWith("...", content)
                || keyEnd(text, content, end) > content;
    }

    private void read() {
        int line = 0;
        while (line < text.length()) {
            int end = Lines.end(text, line, text.length());
            int colon = keyEnd(text, line, end);
            line = colon > line ? entry(line, colon, end) : Lines.next(text, end);
        }
    }

    /** The offset of the colon of a key that is a bare word, or {@code from} where there is none. */
    private static int keyEnd(String text, int from, int end) {
        int i = from;
        while (i < end && (Character.isLetterOrDigit(text.charAt(i)) || "_-".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        boolean key = i > from
                && i < end
                && text.charAt(i) == ':'
                && (i + 1 == end || text.charAt(i + 1) == ' ' || text.charAt(i + 1) == '\t');
        return key ? i : from;
    }

    /** Adds the entry of a line and answers where the next line to look at begins. */
    private int entry(int start, int colon, int end) {
        Datum.Scalar key = new Datum.Scalar(text.substring(start, colon), ScalarForm.PLAIN, new Span(start, colon));
        int value = Lines.skipBlanks(text, colon + 1, end);
        int next = Lines.next(text, end);
        if (value < end && (text.charAt(value) == '|' || text.charAt(value) == '>')) {
            return next;
        }
        if (value < end && text.charAt(value) == '[') {
            entries.add(new Datum.Entry(key, list(value, end)));
            return next;
        }
        if (value < end && text.charAt(value) != '#') {
            entries.add(new Datum.Entry(key, scalar(value, end)));
            return next;
        }
        List<Datum> items = new ArrayList<>();
        while (next < text.length()) {
            int itemEnd = Lines.end(text, next, text.length());
            int dash = Lines.skipBlanks(text, next, itemEnd);
            if (!text.startsWith("- ", dash)) {
                break;
            }
            items.add(scalar(Lines.skipBlanks(text, dash + 1, itemEnd), itemEnd));
            next = Lines.next(text, itemEnd);
        }
        Span span = new Span(colon + 1, Math.max(colon + 1, next));
        entries.add(new Datum.Entry(
                key, items.isEmpty() ? new Datum.Scalar("", ScalarForm.NULL, span) : new Datum.Sequence(items, span)));
        return next;
    }

    private Datum.Sequence list(int start, int end) {
        List<Datum> items = new ArrayList<>();
        int close = text.indexOf(']', start);
        int limit = close < 0 || close > end ? end : close;
        int item = start + 1;
        while (item < limit) {
            int comma = text.indexOf(',', item);
            int itemEnd = comma < 0 || comma > limit ? limit : comma;
            int first = Lines.skipBlanks(text, item, itemEnd);
            if (first < itemEnd) {
                items.add(scalar(first, itemEnd));
            }
            item = itemEnd + 1;
        }
        return new Datum.Sequence(items, new Span(start, end));
    }

    private Datum.Scalar scalar(int start, int end) {
        int last = end;
        char quote = start < end ? text.charAt(start) : ' ';
        boolean quoted = quote == '"' || quote == '\'';
        int closing = quoted ? text.indexOf(quote, start + 1) : -1;
        if (closing > 0 && closing < end) {
            Span span = new Span(start, closing + 1);
            return new Datum.Scalar(text.substring(start + 1, closing), ScalarForm.SINGLE_QUOTED, span);
        }
        int comment = text.indexOf(" #", start);
        if (comment >= 0 && comment < end) {
            last = comment;
        }
        while (last > start && (text.charAt(last - 1) == ' ' || text.charAt(last - 1) == '\t')) {
            last--;
        }
        return new Datum.Scalar(text.substring(start, last), ScalarForm.PLAIN, new Span(start, last));
    }
}
