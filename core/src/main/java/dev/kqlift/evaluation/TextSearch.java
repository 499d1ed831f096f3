package dev.kqlift.evaluation;

import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;

/** Functions that look for a text in another. */
final class TextSearch {
    private TextSearch() {}

    /** The parts between the places of a delimiter. */
    static List<String> parts(String text, String delimiter) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, from)) {
            parts.add(text.substring(from, at));
            from = at + delimiter.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** {@code indexof(text, lookup [, start [, length [, occurrence]]])}: the place, or -1. */
    static Value indexOf(Arguments a) {
        String text = a.text(0);
        String lookup = a.text(1);
        int size = TextFunctions.length(text);
        long start = a.whole(2, 0) < 0 ? size + a.whole(2, 0) : a.whole(2, 0);
        long length = a.whole(3, -1);
        long occurrence = a.whole(4, 1);
        if (lookup.isEmpty() || start < 0 || length < -1 || occurrence < 1) {
            throw a.refuse("the lookup is empty, or a place or number is out of range");
        }
        if (start >= size) {
            return Numbers.ofLong(-1);
        }
        int from = text.offsetByCodePoints(0, (int) start);
        // The length bounds where the lookup begins, not where it ends.
        int to = length < 0 || length > size - start ? text.length() : text.offsetByCodePoints(from, (int) length);
        int at = text.indexOf(lookup, from);
        for (long i = 1; at >= 0 && i < occurrence; i++) {
            int next = text.indexOf(lookup, at + 1);
            if (next >= 0 && next < at + lookup.length()) {
                throw a.refuse("places that overlap are counted");
            }
            at = next;
        }
        at = at < to ? at : -1;
        return Numbers.ofLong(at < 0 ? -1 : text.codePointCount(0, at));
    }

    /** {@code countof(text, lookup [, "normal" | "regex"])}: plain places may overlap, matches of a regex do not. */
    static Value countOf(Arguments a) {
        String kind = a.has(2) ? a.text(2) : "normal";
        String lookup = a.text(1);
        if (kind.equals("regex")) {
            return Numbers.ofLong(
                    RustRegex.of(lookup, a.site().origin()).all(a.text(0)).size());
        }
        if (lookup.isEmpty() || !kind.equals("normal")) {
            throw a.refuse("the lookup is empty or the kind not known");
        }
        long count = 0;
        for (int at = a.text(0).indexOf(lookup); at >= 0; at = a.text(0).indexOf(lookup, at + 1)) {
            count++;
        }
        return Numbers.ofLong(count);
    }

    /** The index of the first item that the text has as a term, or -1. */
    static Value hasAnyIndex(Arguments a) {
        List<String> items = a.texts(1);
        for (int i = 0; i < items.size(); i++) {
            if (TextMatching.matches(
                    MatchKind.TERM,
                    a.text(0),
                    items.get(i),
                    CaseRule.INSENSITIVE,
                    a.site().origin())) {
                return Numbers.ofLong(i);
            }
        }
        return Numbers.ofLong(-1);
    }
}
