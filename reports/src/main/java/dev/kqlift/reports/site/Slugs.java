package dev.kqlift.reports.site;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of pages for texts: of lower-case letters, digits and single hyphens, no two alike. */
final class Slugs {
    private static final int LONGEST = 60;

    private final Set<String> taken = new HashSet<>();

    Slugs(String... reserved) {
        taken.addAll(Set.of(reserved));
    }

    /** A name that was not given before. */
    String next(String text) {
        String stem = plain(text);
        String slug = stem;
        for (int n = 2; !taken.add(slug); n++) {
            slug = stem + "-" + n;
        }
        return slug;
    }

    private static String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lower.length() && out.length() < LONGEST; i++) {
            char c = lower.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        }
        while (!out.isEmpty() && out.charAt(out.length() - 1) == '-') {
            out.setLength(out.length() - 1);
        }
        return out.isEmpty() ? "other" : out.toString();
    }
}
