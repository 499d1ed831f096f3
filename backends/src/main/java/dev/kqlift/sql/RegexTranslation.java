package dev.kqlift.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * KQL's regular expressions (the syntax of Rust's {@code regex}, Unicode by default) for RE2, whose classes {@code \d \w \s
 * \b} know ASCII only. Reads once from left to right; what it does not know it refuses.
 */
final class RegexTranslation {
    /** The outcome. */
    sealed interface Outcome {}

    /**
     * @param assumptions conditions on the data under which the pattern means the same
     */
    record Translated(String pattern, List<DataAssumption> assumptions) implements Outcome {
        Translated {
            assumptions = List.copyOf(assumptions);
        }
    }

    record Refused(String reason) implements Outcome {}

    private static final String DIGIT = "\\p{Nd}";
    private static final String WORD =
            "\\p{L}\\p{M}\\p{Nl}\\p{Nd}\\p{Pc}\\x{200C}\\x{200D}\\x{24B6}-\\x{24E9}\\x{1F130}-\\x{1F149}"
                    + "\\x{1F150}-\\x{1F169}\\x{1F170}-\\x{1F189}";
    private static final String SPACE =
            "\\t-\\r \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}" + "\\x{205F}\\x{3000}";

    private final String source;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private boolean asciiBounds;
    private boolean folds;
    private String refusal = "";

    private RegexTranslation(String source) {
        this.source = source;
    }

    static Outcome of(String pattern) {
        RegexTranslation translation = new RegexTranslation(pattern);
        translation.run();
        if (!translation.refusal.isEmpty()) {
            return new Refused(translation.refusal);
        }
        List<DataAssumption> assumptions = new ArrayList<>();
        if (translation.asciiBounds) {
            assumptions.add(DataAssumption.ASCII_WORDS);
        }
        if (translation.folds) {
            assumptions.add(DataAssumption.ONE_CASE_EACH);
        }
        return new Translated(translation.out.toString(), assumptions);
    }

    private void run() {
        while (at < source.length() && refusal.isEmpty()) {
            char c = source.charAt(at);
            switch (c) {
                case '\\' -> escape(false);
                case '[' -> characterClass();
                case '(' -> group();
                case '{' -> repetition();
                case '*', '+', '?' -> quantifier(c);
                default -> {
                    if (c == 0 || Character.isSurrogate(c)) {
                        refusal = "a character outside of the basic plane";
                    }
                    out.append(c);
                    at++;
                }
            }
        }
    }

    private void quantifier(char c) {
        char before = at == 0 ? '(' : source.charAt(at - 1);
        boolean doubled = at >= 2 && "*+".indexOf(before) >= 0 && c != '?';
        if (at == 0 || doubled) {
            refusal = "a quantifier without an operand";
        }
        out.append(c);
        at++;
    }

    private void repetition() {
        int end = source.indexOf('}', at);
        String inside = end < 0 ? "" : source.substring(at + 1, end);
        if (!inside.matches("\\d{1,3}(,\\d{0,3})?")) {
            refusal = "a brace that is no repetition of at most 999";
            return;
        }
        out.append('{').append(inside).append('}');
        at = end + 1;
    }

    private void group() {
        out.append('(');
        at++;
        if (at >= source.length() || source.charAt(at) != '?') {
            return;
        }
        String rest = source.substring(at);
        java.util.regex.Matcher flags = java.util.regex.Pattern.compile("^\\?([imsU]*(?:-[imsU]+)?)([:)])")
                .matcher(rest);
        java.util.regex.Matcher name = java.util.regex.Pattern.compile("^\\?P?<([A-Za-z_][A-Za-z0-9_]*)>")
                .matcher(rest);
        if (flags.find()) {
            folds |= flags.group(1).contains("i");
            out.append('?').append(flags.group(1)).append(flags.group(2));
            at += flags.end();
        } else if (name.find()) {
            out.append("?P<").append(name.group(1)).append('>');
            at += name.end();
        } else {
            refusal = "the group `(" + rest.substring(0, Math.min(3, rest.length())) + "`";
        }
    }

    private void escape(boolean inClass) {
        if (at + 1 >= source.length()) {
            refusal = "a backslash at the end";
            return;
        }
        char c = source.charAt(at + 1);
        at += 2;
        switch (c) {
            case 'd' -> out.append(DIGIT);
            case 'w' -> out.append(inClass ? WORD : "[" + WORD + "]");
            case 's' -> out.append(inClass ? SPACE : "[" + SPACE + "]");
            case 'D', 'W', 'S' -> {
                if (inClass) {
                    refusal = "`\\" + c + "` inside a class";
                } else {
                    String set = c == 'D' ? DIGIT : c == 'W' ? WORD : SPACE;
                    out.append("[^").append(set).append(']');
                }
            }
            case 'b', 'B' -> {
                if (inClass || at < source.length() && source.charAt(at) == '{') {
                    refusal = "`\\" + c + "` in this form";
                }
                asciiBounds = true;
                out.append('\\').append(c);
            }
            case 'A', 'z' -> {
                if (inClass) {
                    refusal = "`\\" + c + "` inside a class";
                }
                out.append('\\').append(c);
            }
            case 'n', 'r', 't', 'f', 'v', 'a' -> out.append('\\').append(c);
            case 'x' -> hexadecimal();
            default -> {
                // A backslash before `<` or `>` bounds words in the one and is nothing in the other.
                if (Character.isLetterOrDigit(c) || c > 126 || c <= ' ' || c == '<' || c == '>') {
                    refusal = "the escape `\\" + c + "`";
                } else if ("\\.+*?()|[]{}^$-/".indexOf(c) >= 0) {
                    out.append(c == '/' ? "/" : "\\" + c);
                } else {
                    out.append(c);
                }
            }
        }
    }

    private void hexadecimal() {
        if (source.substring(at).matches("(?s)[0-9A-Fa-f]{2}.*")) {
            out.append("\\x").append(source, at, at + 2);
            at += 2;
        } else {
            refusal = "`\\x` in this form";
        }
    }

    private void characterClass() {
        out.append('[');
        at++;
        if (at < source.length() && source.charAt(at) == '^') {
            out.append('^');
            at++;
        }
        boolean first = true;
        while (at < source.length() && refusal.isEmpty()) {
            char c = source.charAt(at);
            if (c == ']' && !first) {
                out.append(']');
                at++;
                return;
            }
            if (c == ']') {
                // Both take a first `]` as itself; escaped it is one without doubt.
                out.append("\\]");
                at++;
            } else if (c == '[') {
                refusal = "a class inside a class";
            } else if ((c == '&' || c == '-' || c == '~') && at + 1 < source.length() && source.charAt(at + 1) == c) {
                refusal = "an operation on classes";
            } else if (c == '\\') {
                escape(true);
            } else if (c == 0 || Character.isSurrogate(c)) {
                refusal = "a character outside of the basic plane";
            } else {
                out.append(c);
                at++;
            }
            first = false;
        }
        if (refusal.isEmpty()) {
            refusal = "a class that is not closed";
        }
    }
}
