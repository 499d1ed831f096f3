package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;

/** Functions that replace several things at once. */
final class TextReplacement {
    private TextReplacement() {}

    /** A stretch of the text; one that was put in is not searched again. */
    private record Stretch(String text, boolean replaced) {}

    /** {@code replace_strings(text, lookups, rewrites)}: one lookup after the other, each in what is left of the text. */
    static Value replaceStrings(Arguments a) {
        List<String> lookups = lookups(a, 1);
        List<String> rewrites = lookups(a, 2);
        if (lookups.size() != rewrites.size()) {
            throw a.refuse("there are not as many rewrites as lookups");
        }
        List<Stretch> stretches = List.of(new Stretch(a.text(0), false));
        for (int i = 0; i < lookups.size(); i++) {
            if (lookups.get(i).isEmpty()) {
                throw a.refuse("a lookup is empty");
            }
            stretches = replaced(stretches, lookups.get(i), rewrites.get(i));
        }
        StringBuilder result = new StringBuilder();
        stretches.forEach(stretch -> result.append(stretch.text()));
        return a.result(result.toString());
    }

    private static List<String> lookups(Arguments a, int index) {
        if (a.array(index).isEmpty()) {
            throw a.refuse("argument " + (index + 1) + " is no array");
        }
        return new Arguments(a.site(), List.of(a.value(index))).texts(0);
    }

    private static List<Stretch> replaced(List<Stretch> stretches, String lookup, String rewrite) {
        List<Stretch> result = new ArrayList<>();
        for (Stretch stretch : stretches) {
            if (stretch.replaced()) {
                result.add(stretch);
                continue;
            }
            List<String> parts = TextSearch.parts(stretch.text(), lookup);
            for (int i = 0; i < parts.size(); i++) {
                if (i > 0) {
                    result.add(new Stretch(rewrite, true));
                }
                result.add(new Stretch(parts.get(i), false));
            }
        }
        return result;
    }

    /** {@code translate(characters, replacements, text)}: the last replacement stands for those that are missing. */
    static Value translate(Arguments a) {
        int[] from = a.text(0).codePoints().toArray();
        int[] to = a.text(1).codePoints().toArray();
        if (from.length != a.text(0).codePoints().distinct().count()) {
            throw a.refuse("a character is to be replaced twice");
        }
        StringBuilder result = new StringBuilder();
        a.text(2).codePoints().forEach(c -> {
            int at = 0;
            while (at < from.length && from[at] != c) {
                at++;
            }
            if (at == from.length) {
                result.appendCodePoint(c);
            } else if (to.length > 0) {
                result.appendCodePoint(to[Math.min(at, to.length - 1)]);
            }
        });
        return a.result(result.toString());
    }
}
