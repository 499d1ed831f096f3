package dev.kqlift.analysis;

import java.util.List;

/** The flags at the front of a regular expression, such as {@code (?i)}, which override the operator's case rule. */
final class RegexFlags {
    private RegexFlags() {}

    /** True when there are patterns and all of them ignore case from their first character on. */
    static boolean allIgnoreCase(List<String> patterns) {
        for (String pattern : patterns) {
            if (!ignoresCase(pattern)) {
                return false;
            }
        }
        return !patterns.isEmpty();
    }

    private static boolean ignoresCase(String pattern) {
        int at = pattern.startsWith("^") ? 1 : 0;
        if (!pattern.startsWith("(?", at)) {
            return false;
        }
        boolean ignores = false;
        for (int i = at + 2; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == ')') {
                return ignores;
            }
            if (c == '-' || !Character.isLetter(c)) {
                // Flags that are switched off, or a group of its own, whose flags end with it.
                return ignores && c == '-';
            }
            ignores |= c == 'i';
        }
        return false;
    }
}
