package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Functions of text. Places and lengths count characters, not the units that Java keeps them in. */
final class TextFunctions {
    private TextFunctions() {}

    static void addTo(FunctionTable table) {
        table.add("strcat", a -> a.result(String.join("", texts(a, 0))));
        table.add("strcat_delim", a -> a.result(String.join(a.text(0), texts(a, 1))));
        table.add("strcat_array", TextFunctions::joinArray);
        table.strict("strlen", a -> Numbers.ofLong(length(a.text(0))));
        table.add("string_size", a -> Numbers.ofLong(a.text(0).getBytes(StandardCharsets.UTF_8).length));
        table.strict("substring", TextFunctions::substring);
        table.add("tolower", a -> cased(a, true));
        table.add("toupper", a -> cased(a, false));
        table.add(
                "reverse",
                a -> new Value.Text(new StringBuilder(a.text(0)).reverse().toString()));
        table.strict("strrep", TextFunctions::repeat);
        table.add("strcmp", a -> Numbers.ofLong(CodePoints.compare(a.text(0), a.text(1))));
        table.add("replace_string", TextFunctions::replaceString);
        table.add("replace_strings", TextReplacement::replaceStrings);
        table.add("translate", TextReplacement::translate);
        table.strict("split", TextFunctions::split);
        table.strict("indexof", TextSearch::indexOf);
        table.strict("countof", TextSearch::countOf);
        table.strict("has_any_index", TextSearch::hasAnyIndex);
        table.strict("isascii", a -> Logic.of(Folding.isAscii(a.text(0))));
        table.strict("isutf8", a -> Logic.TRUE);
        table.add("unicode_codepoints_from_string", TextFunctions::codePoints);
        table.strict("unicode_codepoints_to_string", TextFunctions::ofCodePoints);
        table.strict("make_string", TextFunctions::ofCodePoints);
    }

    private static List<String> texts(Arguments a, int from) {
        List<String> texts = new ArrayList<>(a.count());
        for (int i = from; i < a.count(); i++) {
            texts.add(a.text(i));
        }
        return texts;
    }

    private static Value joinArray(Arguments a) {
        List<String> texts = new ArrayList<>();
        for (Value item : a.array(0).orElseThrow(() -> a.refuse("argument 1 is no array"))) {
            texts.add(TextOf.value(item, KqlType.DYNAMIC));
        }
        return a.result(String.join(a.text(1), texts));
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The part from a place on; a place before the first character gives nothing. */
    private static Value substring(Arguments a) {
        String text = a.text(0);
        int size = length(text);
        long start = a.whole(1) < 0 ? size + a.whole(1) : a.whole(1);
        long length = a.whole(2, size);
        if (length < 0) {
            throw a.refuse("the length is negative");
        }
        if (start < 0 || start >= size) {
            return Nulls.EMPTY_TEXT;
        }
        int from = text.offsetByCodePoints(0, (int) start);
        int to = text.offsetByCodePoints(from, (int) Math.min(length, size - start));
        return new Value.Text(text.substring(from, to));
    }

    private static long nonAscii(String text) {
        return text.codePoints().filter(c -> c >= 128).count();
    }

    /** Refused where a letter outside ASCII has its other case inside: {@code ı}, the long s, the Kelvin sign. */
    private static Value cased(Arguments a, boolean lower) {
        String text = a.text(0);
        String single = lower ? Folding.lower(text) : Folding.upper(text);
        String full = lower ? text.toLowerCase(Locale.ROOT) : text.toUpperCase(Locale.ROOT);
        boolean entersAscii = nonAscii(text) != nonAscii(single);
        if (entersAscii || !single.equals(full)) {
            throw a.refuse("the case of a character of `" + text + "` is not certain here");
        }
        return new Value.Text(single);
    }

    private static Value repeat(Arguments a) {
        long times = a.whole(1);
        String text = a.text(0);
        if (times < 0 || times > 1024) {
            throw a.refuse("the number of repeats is not between 0 and 1024");
        }
        String delimiter = a.has(2) ? a.text(2) : "";
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            parts.add(text);
        }
        return a.result(String.join(delimiter, parts));
    }

    private static Value replaceString(Arguments a) {
        String searched = a.text(1);
        // Nothing to look for is nowhere.
        return searched.isEmpty()
                ? new Value.Text(a.text(0))
                : a.result(a.text(0).replace(searched, a.text(2)));
    }

    /** An array, of one item where an index is asked for, of none where there is no such item. */
    private static Value split(Arguments a) {
        String delimiter = a.text(1);
        if (delimiter.isEmpty()) {
            throw a.refuse("the delimiter is empty");
        }
        List<Value> parts = new ArrayList<>();
        for (String part : TextSearch.parts(a.text(0), delimiter)) {
            parts.add(new Value.Text(part));
        }
        if (!a.has(2)) {
            return a.result(parts);
        }
        long index = a.whole(2);
        if (index < 0) {
            throw a.refuse("the index is negative");
        }
        return new Value.Array(index < parts.size() ? List.of(parts.get((int) index)) : List.of());
    }

    private static Value codePoints(Arguments a) {
        return a.result(a.text(0).codePoints().<Value>mapToObj(Numbers::ofLong).toList());
    }

    private static Value ofCodePoints(Arguments a) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < a.count(); i++) {
            List<Value> items = a.array(i).orElse(List.of(a.value(i)));
            for (Value item : items) {
                if (!(item instanceof Value.Whole(var number, var type)) || !Character.isValidCodePoint((int) number)) {
                    throw a.refuse("an argument is no number of a character");
                }
                text.appendCodePoint((int) number);
            }
        }
        return a.result(text.toString());
    }
}
