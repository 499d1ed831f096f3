package dev.kqlift.evaluation;

import dev.kqlift.source.Origin;
import java.util.Locale;
import java.util.function.BiPredicate;

/**
 * Comparisons of text without case. Which of the ways to fold characters the engine uses is not documented: they agree on
 * nearly all characters, and where they do not ({@code ς}, {@code ı}, the Kelvin sign) and it matters, the comparison is
 * refused.
 */
final class Folding {
    private Folding() {}

    static boolean equal(String left, String right, Origin origin) {
        // Of ASCII the JDK folds what the engine folds; other characters it folds in ways of its own.
        if (isAscii(left) && isAscii(right)) {
            return left.equalsIgnoreCase(right);
        }
        return test(left, right, String::equals, origin);
    }

    /** Whether a test of two texts holds without case. */
    static boolean test(String left, String right, BiPredicate<String, String> test, Origin origin) {
        boolean lower = test.test(lower(left), lower(right));
        if (isAscii(left) && isAscii(right)) {
            return lower;
        }
        if (lower != test.test(upper(left), upper(right))) {
            throw Refusals.construct("upper and lower case of a character outside ASCII are not certain here", origin);
        }
        return lower;
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Each character in lower case, on its own: no character becomes two. */
    static String lower(String text) {
        return isAscii(text) ? text.toLowerCase(Locale.ROOT) : mapped(text, true);
    }

    /** Each character in upper case, on its own. */
    static String upper(String text) {
        return isAscii(text) ? text.toUpperCase(Locale.ROOT) : mapped(text, false);
    }

    private static String mapped(String text, boolean lower) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> lower ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
