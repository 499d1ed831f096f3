package dev.kqlift.evaluation;

import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.source.Origin;
import java.util.function.IntPredicate;

/** {@code has}, {@code contains}, {@code startswith} and their like over two texts. */
final class TextMatching {
    private TextMatching() {}

    static boolean matches(MatchKind kind, String text, String pattern, CaseRule caseRule, Origin origin) {
        return switch (kind) {
            case REGEX -> RustRegex.of(pattern, origin).find(text);
            case LIKE ->
                throw Refusals.construct("`like` is not evaluated; use startswith, contains or endswith", origin);
            case TERM, TERM_PREFIX, TERM_SUFFIX, SUBSTRING, PREFIX, SUFFIX ->
                caseRule == CaseRule.SENSITIVE
                        ? literally(kind, text, pattern, origin)
                        : Folding.test(text, pattern, (a, b) -> literally(kind, a, b, origin), origin);
        };
    }

    /** The match of two texts as they are. */
    static boolean literally(MatchKind kind, String text, String pattern, Origin origin) {
        return switch (kind) {
            case SUBSTRING -> text.contains(pattern);
            case PREFIX -> text.startsWith(pattern);
            case SUFFIX -> text.endsWith(pattern);
            case TERM -> term(text, pattern, true, true, origin);
            case TERM_PREFIX -> term(text, pattern, true, false, origin);
            case TERM_SUFFIX -> term(text, pattern, false, true, origin);
            case REGEX, LIKE -> throw new IllegalArgumentException("no literal");
        };
    }

    /**
     * Whether the pattern stands in the text and begins or ends a term. Which characters outside ASCII bound a term is not
     * documented: letters and digits do not; where others matter, the match is refused.
     */
    private static boolean term(String text, String pattern, boolean starts, boolean ends, Origin origin) {
        if (pattern.isEmpty()) {
            return true;
        }
        boolean strict = bounded(text, pattern, starts, ends, Character::isLetterOrDigit);
        boolean opens = starts && Character.isLetterOrDigit(pattern.codePointAt(0));
        boolean closes = ends && Character.isLetterOrDigit(pattern.codePointBefore(pattern.length()));
        if (!strict && bounded(text, pattern, opens, closes, Character::isLetterOrDigit)) {
            throw Refusals.construct("whether a term is looked for beside `" + pattern + "` is not certain", origin);
        }
        if (Folding.isAscii(text)) {
            return strict;
        }
        if (strict != bounded(text, pattern, starts, ends, c -> c >= 128 || Character.isLetterOrDigit(c))) {
            throw Refusals.construct("whether a character outside ASCII bounds a term is not certain here", origin);
        }
        return strict;
    }

    private static boolean bounded(String text, String pattern, boolean starts, boolean ends, IntPredicate inTerm) {
        for (int at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
            int end = at + pattern.length();
            boolean open = !starts || at == 0 || !inTerm.test(text.codePointBefore(at));
            boolean closed = !ends || end == text.length() || !inTerm.test(text.codePointAt(end));
            if (open && closed) {
                return true;
            }
        }
        return false;
    }
}
