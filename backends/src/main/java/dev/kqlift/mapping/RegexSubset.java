package dev.kqlift.mapping;

import dev.kqlift.ir.Scalar;
import dev.kqlift.translation.LocalNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The part of KQL's regular expressions that means the same everywhere: literals, {@code .}, classes, groups,
 * alternatives,
 * counts, anchors at the ends. Rewritten for an engine that matches whole values and has neither anchors nor flags nor
 * named classes (Lucene's).
 */
public final class RegexSubset {
    private static final int MOST_REPETITIONS = 200;
    private static final int DEEPEST = 50;

    private static final String DIGIT = "0-9";
    private static final String WORD = "0-9A-Za-z_";
    private static final String SPACE = " \t\n\u000b\f\r";

    /** What became of an expression. */
    public sealed interface Outcome {}

    /**
     * An expression of the subset.
     *
     * @param body the expression as KQL has it, without the leading flag
     * @param fold true for {@code (?i)}: the value is to be put into lower case for {@code whole}
     * @param whole the form for whole values
     * @param narrower true when a class knows less than KQL's, which is of all scripts
     * @param wider true when a negated class lets more through
     */
    public record Readable(String body, boolean fold, String whole, boolean narrower, boolean wider)
            implements Outcome {
        /** What the classes change for a match. */
        public Optional<LocalNote> note(Scalar.StringMatch match) {
            if (!narrower && !wider) {
                return Optional.empty();
            }
            String why = "classes such as `\\d`, `\\w`, `\\s` are of all scripts in KQL and of ASCII here";
            return Optional.of(
                    narrower != match.negated()
                            ? LocalNote.narrower(why, match.origin())
                            : LocalNote.wider(why, match.origin()));
        }
    }

    /** An expression outside of the subset. */
    public record Refused(String why) implements Outcome {}

    private final String text;
    private final boolean fold;
    private int at;
    private boolean narrower;
    private boolean wider;
    private Optional<String> refusal = Optional.empty();

    private RegexSubset(String text, boolean fold) {
        this.text = text;
        this.fold = fold;
    }

    /** Reads an expression. */
    public static Outcome read(String source) {
        boolean fold = source.startsWith("(?i)");
        String body = fold ? source.substring(4) : source;
        if (body.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            return new Refused("holds characters beyond the basic plane");
        }
        RegexSubset reader = new RegexSubset(body, fold);
        String whole = reader.top();
        if (reader.refusal.isEmpty() && reader.at < body.length()) {
            reader.refuse("has an unbalanced bracket");
        }
        if (reader.refusal.isEmpty() && reader.narrower && reader.wider) {
            reader.refuse("mixes classes that know less than KQL's with such that let more through");
        }
        return reader.refusal
                .<Outcome>map(Refused::new)
                .orElseGet(() -> new Readable(body, fold, whole, reader.narrower, reader.wider));
    }

    private String refuse(String why) {
        if (refusal.isEmpty()) {
            refusal = Optional.of(why);
        }
        at = text.length();
        return "";
    }

    private boolean more() {
        return at < text.length();
    }

    /** The alternatives of the whole; each may be anchored. */
    private String top() {
        List<String> alternatives = new ArrayList<>();
        do {
            boolean start = more() && text.charAt(at) == '^';
            at += start ? 1 : 0;
            String inner = sequence(0);
            boolean end = more() && text.charAt(at) == '$';
            at += end ? 1 : 0;
            if (more() && text.charAt(at) != '|') {
                return refuse("has an anchor or a bracket where only the ends may have one");
            }
            alternatives.add((start ? "" : ".*") + inner + (end ? "" : ".*"));
        } while (more() && text.charAt(at++) == '|');
        return String.join("|", alternatives.stream().map(RegexSubset::orEmpty).toList());
    }

    private static String orEmpty(String pattern) {
        return pattern.isEmpty() ? "()" : pattern;
    }

    private String sequence(int depth) {
        StringBuilder result = new StringBuilder();
        while (more()) {
            char c = text.charAt(at);
            if (c == '|' || c == ')' || c == '$') {
                break;
            }
            result.append(atom(depth)).append(count());
        }
        return result.toString();
    }

    private String atom(int depth) {
        char c = text.charAt(at++);
        return switch (c) {
            case '.' -> "[^\n]";
            case '(' -> group(depth + 1);
            case '[' -> characterClass();
            case '\\' -> escape();
            case '^' -> refuse("has an anchor inside");
            case '*', '+', '?', '{' -> refuse("repeats nothing");
            default -> literal(c);
        };
    }

    private String group(int depth) {
        if (depth > DEEPEST) {
            return refuse("is nested too deeply");
        }
        if (text.startsWith("?", at)) {
            int name = text.startsWith("?P<", at) ? 3 : text.startsWith("?<", at) ? 2 : 0;
            if (text.startsWith("?:", at)) {
                at += 2;
            } else if (name > 0
                    && at + name < text.length()
                    && Character.isLetter(text.charAt(at + name))
                    && text.indexOf('>', at) > 0) {
                at = text.indexOf('>', at) + 1;
            } else {
                return refuse("has a flag or a look-around inside");
            }
        }
        List<String> alternatives = new ArrayList<>();
        do {
            alternatives.add(orEmpty(sequence(depth)));
        } while (more() && text.charAt(at) == '|' && at++ >= 0);
        if (!more() || text.charAt(at) != ')') {
            return refuse("has an anchor inside, or an open group");
        }
        at++;
        return "(" + String.join("|", alternatives) + ")";
    }

    private String count() {
        if (!more()) {
            return "";
        }
        char c = text.charAt(at);
        String result;
        if (c == '*' || c == '+' || c == '?') {
            at++;
            result = String.valueOf(c);
        } else if (c == '{') {
            int end = text.indexOf('}', at);
            String inner = end < 0 ? "" : text.substring(at + 1, end);
            if (!inner.matches("\\d{1,3}(,\\d{0,3})?")) {
                return refuse("has a count that cannot be read");
            }
            for (String number : inner.split(",")) {
                if (!number.isEmpty() && Integer.parseInt(number) > MOST_REPETITIONS) {
                    return refuse("repeats too often");
                }
            }
            at = end + 1;
            result = "{" + inner + "}";
        } else {
            return "";
        }
        // A lazy count finds the same values.
        if (more() && text.charAt(at) == '?') {
            at++;
        }
        return more() && "*+?{".indexOf(text.charAt(at)) >= 0 ? refuse("repeats a repetition") : result;
    }

    private String literal(char c) {
        char folded = fold ? Character.toLowerCase(c) : c;
        return escaped(folded);
    }

    private static String escaped(char c) {
        boolean sign = c > ' ' && c < 127 && !Character.isLetterOrDigit(c) && c != '_';
        return (sign ? "\\" : "") + c;
    }

    private String escape() {
        if (!more()) {
            return refuse("ends in a backslash");
        }
        char c = text.charAt(at++);
        String named = named(c);
        if (!named.isEmpty()) {
            boolean upper = Character.isUpperCase(c);
            narrower |= !upper;
            wider |= upper;
            return (upper ? "[^" : "[") + named + "]";
        }
        return escapedCharacter(c).map(this::literal).orElseGet(() -> refuse("has the escape `\\" + c + "`"));
    }

    private static String named(char c) {
        return switch (Character.toLowerCase(c)) {
            case 'd' -> DIGIT;
            case 'w' -> WORD;
            case 's' -> SPACE;
            default -> "";
        };
    }

    private static Optional<Character> escapedCharacter(char c) {
        return switch (c) {
            case 'n' -> Optional.of('\n');
            case 'r' -> Optional.of('\r');
            case 't' -> Optional.of('\t');
            default -> c < 128 && !Character.isLetterOrDigit(c) ? Optional.of(c) : Optional.empty();
        };
    }

    private String characterClass() {
        boolean negated = more() && text.charAt(at) == '^';
        at += negated ? 1 : 0;
        StringBuilder result = new StringBuilder(negated ? "[^" : "[");
        boolean first = true;
        while (more() && (first || text.charAt(at) != ']')) {
            first = false;
            if (text.charAt(at) == '['
                    || text.startsWith("&&", at)
                    || text.startsWith("--", at)
                    || text.startsWith("~~", at)) {
                return refuse("has a class inside of a class");
            }
            result.append(item(negated));
        }
        if (!more()) {
            return refuse("has an open class");
        }
        at++;
        return result.append(']').toString();
    }

    private String item(boolean negated) {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
            char c = text.charAt(at + 1);
            String named = named(c);
            if (!named.isEmpty()) {
                at += 2;
                if (Character.isUpperCase(c)) {
                    return refuse("has a negated class inside of a class");
                }
                narrower |= !negated;
                wider |= negated;
                return named;
            }
        }
        Optional<Character> low = member();
        boolean range =
                low.isPresent() && text.startsWith("-", at) && at + 1 < text.length() && text.charAt(at + 1) != ']';
        if (!range) {
            return low.map(c -> escaped(fold ? Character.toLowerCase(c) : c)).orElse("");
        }
        at++;
        Optional<Character> high = member();
        return low.isPresent() && high.isPresent() ? range(low.get(), high.get()) : "";
    }

    private Optional<Character> member() {
        char c = text.charAt(at++);
        if (c != '\\') {
            return Optional.of(c);
        }
        Optional<Character> escaped = more() ? escapedCharacter(text.charAt(at++)) : Optional.empty();
        if (escaped.isEmpty()) {
            refuse("has an escape in a class that cannot be read");
        }
        return escaped;
    }

    private String range(char low, char high) {
        if (low > high) {
            return refuse("has a range that runs backwards");
        }
        boolean upper = low >= 'A' && high <= 'Z';
        boolean plain = !fold || high < 'A' || low >= 'a' && high <= 'z';
        if (!upper && !plain) {
            return refuse("ignores case in a range that is neither of letters nor of other signs");
        }
        return fold && upper ? (low + "-" + high).toLowerCase(Locale.ROOT) : escaped(low) + "-" + escaped(high);
    }
}
