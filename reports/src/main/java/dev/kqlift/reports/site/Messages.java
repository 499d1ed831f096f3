package dev.kqlift.reports.site;

import dev.kqlift.reports.site.view.Inline;
import dev.kqlift.reports.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** Messages of ours as pieces: what they put between back quotes is code. */
final class Messages {
    private Messages() {}

    static List<Inline> parts(String message) {
        String text = Printable.line(message);
        List<Inline> parts = new ArrayList<>();
        int from = 0;
        int open = text.indexOf('`');
        int close = open < 0 ? -1 : text.indexOf('`', open + 1);
        while (close > 0) {
            add(parts, text.substring(from, open), false);
            add(parts, text.substring(open + 1, close), true);
            from = close + 1;
            open = text.indexOf('`', from);
            close = open < 0 ? -1 : text.indexOf('`', open + 1);
        }
        add(parts, text.substring(from), false);
        return parts;
    }

    private static void add(List<Inline> parts, String text, boolean code) {
        if (!text.isEmpty()) {
            parts.add(new Inline(text, code));
        }
    }
}
