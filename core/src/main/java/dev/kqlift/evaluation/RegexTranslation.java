package dev.kqlift.evaluation;

import dev.kqlift.source.Origin;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes an expression in the syntax of Rust's {@code regex} crate in that of {@link java.util.regex}, character by
 * character: what is spelt alike and means something else ({@code $}, {@code .}, {@code a++}, {@code \<}) is spelt out,
 * what Rust refuses is an error of the query, and what cannot be said exactly is refused.
 */
final class RegexTranslation {
    private final RegexCursor in;
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final RegexEscapes escapes;
    private boolean ignoreCase;
    private boolean ignoresCase;
    private boolean dotAll;
    private boolean multiLine;
    private boolean verbose;
    private boolean lazy;
    private int groups;

    /** A translated part, and whether it may match the empty text. */
    private record Part(String java, boolean empty) {}

    RegexTranslation(String regex, Origin origin) {
        this.in = new RegexCursor(regex, origin);
        this.escapes = new RegexEscapes(in);
    }

    /** The expression for Java; to be compiled with {@code UNICODE_CHARACTER_CLASS}. */
    String translate() {
        Part whole = alternation();
        if (!in.atEnd()) {
            throw in.wrong("a group is closed that was not opened");
        }
        return whole.java();
    }

    Map<String, Integer> names() {
        return names;
    }

    /** Whether any part of it ignores case. */
    boolean ignoresCase() {
        return ignoresCase;
    }

    private Part alternation() {
        StringBuilder java = new StringBuilder();
        boolean empty = false;
        while (true) {
            Part branch = sequence();
            java.append(branch.java());
            empty |= branch.empty();
            if (!in.take('|')) {
                return new Part(java.toString(), empty);
            }
            java.append('|');
        }
    }

    private Part sequence() {
        StringBuilder java = new StringBuilder();
        boolean empty = true;
        while (true) {
            skipBlanks();
            if (in.atEnd() || in.peek() == '|' || in.peek() == ')') {
                return new Part(java.toString(), empty);
            }
            Part part = repeated(atom());
            java.append(part.java());
            empty &= part.empty();
        }
    }

    private void skipBlanks() {
        while (verbose && !in.atEnd() && (Character.isWhitespace(in.peek()) || in.peek() == '#')) {
            if (in.next() == '#') {
                while (!in.atEnd() && in.next() != '\n') {
                    // a comment ends with its line
                }
            }
        }
    }

    // ---- repetition

    private Part repeated(Part atom) {
        Part part = atom;
        boolean again = false;
        while (true) {
            skipBlanks();
            String quantifier = in.atEnd() ? "" : quantifier();
            if (quantifier.isEmpty()) {
                return part;
            }
            boolean unbounded = quantifier.endsWith("*") || quantifier.endsWith("+") || quantifier.endsWith(",}");
            if (part.empty() && unbounded) {
                throw in.unsaid("something that may be empty is repeated");
            }
            boolean optional = quantifier.startsWith("*") || quantifier.startsWith("?") || quantifier.startsWith("{0");
            String body = again ? "(?:" + part.java() + ")" : part.java();
            part = new Part(body + quantifier + (in.take('?') != lazy ? "?" : ""), part.empty() || optional);
            // A second quantifier repeats the first in Rust; in Java `a++` is another thing.
            again = true;
        }
    }

    private String quantifier() {
        return switch (in.peek()) {
            case '*', '+', '?' -> String.valueOf((char) in.next());
            case '{' -> counted();
            default -> "";
        };
    }

    private String counted() {
        in.next();
        String least = in.number();
        String text = least;
        if (in.take(',')) {
            text += "," + in.number();
        }
        if (least.isEmpty() || !in.take('}')) {
            throw in.wrong("a counted repetition is not closed or has no number");
        }
        if (least.length() > 4 || text.length() > 9) {
            throw in.unsaid("a repetition is counted too high");
        }
        return "{" + text + "}";
    }

    // ---- atoms

    private Part atom() {
        int c = in.next();
        return switch (c) {
            case '(' -> group();
            case '[' -> new Part(new RegexClass(in, escapes, verbose).translate(), false);
            case '\\' -> escape();
            case '.' -> new Part(dotAll ? "(?s:.)" : "[^\\n]", false);
            case '^' -> new Part(multiLine ? "(?:\\A|(?<=\\n))" : "\\A", true);
            case '$' -> new Part(multiLine ? "(?=\\n|\\z)" : "\\z", true);
            case '*', '+', '?', '{' -> throw in.wrong("a repetition has nothing to repeat");
            default -> new Part(RegexEscapes.literal(c), false);
        };
    }

    private Part escape() {
        if (in.atEnd()) {
            throw in.wrong("a backslash stands at the end");
        }
        return switch (in.peek()) {
            case 'A' -> assertion("\\A");
            case 'z' -> assertion("\\z");
            case 'B' -> assertion("\\B");
            case '<' -> assertion("(?<!\\w)(?=\\w)");
            case '>' -> assertion("(?<=\\w)(?!\\w)");
            case 'b' -> wordBoundary();
            default -> {
                String item = escapes.item();
                if (ignoreCase && item.length() > 1 && (item.startsWith("\\p") || item.startsWith("\\P"))) {
                    throw in.unsaid("a Unicode class stands where case is ignored");
                }
                yield new Part(item, false);
            }
        };
    }

    private Part assertion(String java) {
        in.next();
        return new Part(java, true);
    }

    private Part wordBoundary() {
        in.next();
        if (in.take("{start}")) {
            return new Part("(?<!\\w)(?=\\w)", true);
        }
        if (in.take("{end}")) {
            return new Part("(?<=\\w)(?!\\w)", true);
        }
        if (in.take("{start-half}")) {
            return new Part("(?<!\\w)", true);
        }
        return new Part(in.take("{end-half}") ? "(?!\\w)" : "\\b", true);
    }

    // ---- groups

    private Part group() {
        boolean outerCase = ignoreCase;
        boolean outerDot = dotAll;
        boolean outerLines = multiLine;
        boolean outerVerbose = verbose;
        boolean outerLazy = lazy;
        String open = "(";
        if (in.take("?P<") || in.take("?<")) {
            name();
        } else if (in.take('?')) {
            boolean whole = flags();
            open = "(?" + (ignoreCase == outerCase ? "" : ignoreCase ? "i" : "-i") + ":";
            if (whole) {
                // The flags hold up to the end of the group around them, as in Java.
                return new Part(ignoreCase == outerCase ? "" : ignoreCase ? "(?i)" : "(?-i)", true);
            }
        } else {
            groups++;
        }
        Part body = alternation();
        if (!in.take(')')) {
            throw in.wrong("a group is not closed");
        }
        ignoreCase = outerCase;
        dotAll = outerDot;
        multiLine = outerLines;
        verbose = outerVerbose;
        lazy = outerLazy;
        return new Part(open + body.java() + ")", body.empty());
    }

    private void name() {
        StringBuilder name = new StringBuilder();
        while (!in.atEnd() && in.peek() != '>') {
            name.appendCodePoint(in.next());
        }
        boolean closed = in.take('>');
        String text = name.toString();
        if (!closed || !text.matches("[\\p{IsAlphabetic}_][\\p{IsAlphabetic}\\p{Nd}_.\\[\\]]*")) {
            // Look-behind, which the engine does not have, reads like this as well.
            throw in.wrong("a group has no valid name");
        }
        groups++;
        if (names.put(text, groups) != null) {
            throw in.wrong("two groups are named `" + text + "`");
        }
    }

    /** Reads flags after {@code (?}; true where they are closed at once and no group follows. */
    private boolean flags() {
        boolean on = true;
        while (!in.atEnd()) {
            int c = in.next();
            switch (c) {
                case ')' -> {
                    return true;
                }
                case ':' -> {
                    return false;
                }
                case '-' -> on = false;
                case 'i' -> {
                    ignoreCase = on;
                    ignoresCase |= on;
                }
                case 's' -> dotAll = on;
                case 'm' -> multiLine = on;
                case 'x' -> verbose = on;
                // What is greedy is lazy and the reverse.
                case 'U' -> lazy = on;
                case 'u' -> {
                    if (!on) {
                        throw in.unsaid("Unicode is switched off");
                    }
                }
                case 'R' -> throw in.unsaid("the flag " + (char) c + " is not evaluated");
                default -> throw in.wrong("look-around and this flag are not part of the engine's regular expressions");
            }
        }
        throw in.wrong("a group is not closed");
    }
}
