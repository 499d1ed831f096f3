package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/** Functions of regular expressions. */
final class RegexFunctions {
    private RegexFunctions() {}

    static void addTo(FunctionTable table) {
        table.strict("extract", RegexFunctions::extract);
        table.strict("extract_all", RegexFunctions::extractAll);
        table.strict("replace_regex", RegexFunctions::replace);
        table.strict(
                "replace",
                a -> replace(new Arguments(
                        a.site(),
                        List.of(new Value.Text(a.text(2)), new Value.Text(a.text(0)), new Value.Text(a.text(1))))));
        table.strict("trim", a -> new Value.Text(trimEnd(a, trimStart(a, a.text(1)))));
        table.strict("trim_start", a -> new Value.Text(trimStart(a, a.text(1))));
        table.strict("trim_end", a -> new Value.Text(trimEnd(a, a.text(1))));
        table.strict("indexof_regex", RegexFunctions::indexOf);
        table.strict("regex_quote", RegexFunctions::quote);
    }

    private static RustRegex regex(Arguments a, String text) {
        return RustRegex.of(text, a.site().origin());
    }

    private static Value extract(Arguments a) {
        RustRegex regex = regex(a, a.text(0));
        int group = group(a, regex, a.value(1));
        Optional<MatchResult> match = regex.first(a.text(2));
        if (match.isEmpty()) {
            return a.none();
        }
        if (a.site().type() == KqlType.DYNAMIC) {
            throw a.refuse("a text is extracted as a dynamic; use parse_json()");
        }
        return Casts.to(a.site().type(), text(match.get(), group), KqlType.STRING, a.site());
    }

    /** A group that took no part in the match is empty. */
    private static Value text(MatchResult match, int group) {
        String text = match.group(group);
        return new Value.Text(text == null ? "" : text);
    }

    private static int group(Arguments a, RustRegex regex, Value asked) {
        int group = switch (asked) {
            case Value.Whole(var number, var ignored) -> (int) Math.max(-1, Math.min(number, 1000));
            case Value.Text(var name) -> regex.group(name).orElse(-1);
            default -> -1;
        };
        if (group < 0 || group > regex.groups()) {
            throw a.refuse("the regular expression has no such group");
        }
        return group;
    }

    /** An array of texts where one group is asked for, an array of arrays where there are several; null for no match. */
    private static Value extractAll(Arguments a) {
        RustRegex regex = regex(a, a.text(0));
        List<Integer> groups = new ArrayList<>();
        if (a.count() > 2) {
            for (Value asked : a.array(1).orElseThrow(() -> a.refuse("argument 2 is no array"))) {
                groups.add(group(a, regex, asked));
            }
        } else {
            for (int i = 1; i <= regex.groups(); i++) {
                groups.add(i);
            }
        }
        if (groups.isEmpty() || regex.groups() > 16) {
            throw Refusals.engineError(
                    "the regular expression has no group, or too many", a.site().origin());
        }
        List<Value> items = new ArrayList<>();
        for (MatchResult match : regex.all(a.text(a.count() - 1))) {
            List<Value> texts = groups.stream().map(group -> text(match, group)).toList();
            items.add(texts.size() == 1 ? texts.get(0) : new Value.Array(texts));
        }
        return items.isEmpty() ? a.none() : a.result(items);
    }

    private static Value replace(Arguments a) {
        RustRegex regex = regex(a, a.text(1));
        String text = a.text(0);
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (MatchResult match : regex.all(text)) {
            result.append(text, from, match.start());
            rewrite(a, a.text(2), match, result);
            from = match.end();
        }
        return a.result(result.append(text.substring(from)).toString());
    }

    /** Puts a match into a rewrite, whose groups are {@code \1}. */
    private static void rewrite(Arguments a, String rewrite, MatchResult match, StringBuilder out) {
        for (int i = 0; i < rewrite.length(); i++) {
            char c = rewrite.charAt(i);
            char next = i + 1 < rewrite.length() ? rewrite.charAt(i + 1) : ' ';
            if (c == '$' && (Character.isLetterOrDigit(next) || next == '{' || next == '$' || next == '_')) {
                throw a.refuse("what a dollar sign means in a rewrite is not known");
            }
            if (c != '\\') {
                out.append(c);
                continue;
            }
            i++;
            if (next == '\\') {
                out.append('\\');
            } else if (next >= '0' && next <= '9' && next - '0' <= match.groupCount()) {
                String group = match.group(next - '0');
                out.append(group == null ? "" : group);
            } else {
                throw a.refuse("a backslash in a rewrite names no group");
            }
        }
    }

    /** Takes off one match that stands at the start. */
    private static String trimStart(Arguments a, String text) {
        return regex(a, "\\A(?:" + a.text(0) + ")")
                .first(text)
                .map(match -> text.substring(match.end()))
                .orElse(text);
    }

    /** Takes off one match that stands at the end. */
    private static String trimEnd(Arguments a, String text) {
        return regex(a, "(?:" + a.text(0) + ")\\z")
                .first(text)
                .map(match -> text.substring(0, match.start()))
                .orElse(text);
    }

    private static Value indexOf(Arguments a) {
        String text = a.text(0);
        long start = a.whole(2, 0);
        if (start < 0 || a.whole(3, -1) < -1) {
            return a.none();
        }
        int size = TextFunctions.length(text);
        if (start > size || a.whole(4, 1) < 1) {
            throw a.refuse("a place or number is out of range");
        }
        int from = text.offsetByCodePoints(0, (int) start);
        long length = a.whole(3, -1);
        int to = length < 0 || length > size - start ? text.length() : text.offsetByCodePoints(from, (int) length);
        List<MatchResult> matches = regex(a, a.text(1)).all(text.substring(from));
        if (matches.size() < a.whole(4, 1)) {
            return Numbers.ofLong(-1);
        }
        MatchResult match = matches.get((int) a.whole(4, 1) - 1);
        if (from + match.start() < to && from + match.end() > to) {
            throw a.refuse("a match ends behind the part that is searched");
        }
        return Numbers.ofLong(from + match.start() < to ? text.codePointCount(0, from + match.start()) : -1);
    }

    private static Value quote(Arguments a) {
        StringBuilder out = new StringBuilder();
        a.text(0).codePoints().forEach(c -> {
            boolean plain = c < 128 && Character.isLetterOrDigit(c) || c == '_';
            if (!plain && "\\.+*?()|[]{}^$".indexOf(c) < 0) {
                throw a.refuse("whether `" + Character.toString(c) + "` is quoted is not known");
            }
            out.append(plain ? "" : "\\").appendCodePoint(c);
        });
        return a.result(out.toString());
    }
}
