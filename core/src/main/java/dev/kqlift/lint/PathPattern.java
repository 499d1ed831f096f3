package dev.kqlift.lint;

import java.util.regex.Pattern;

/**
 * A pattern of paths: {@code *} and {@code ?} stand for characters of one name, {@code **} for any number of folders. A
 * pattern without a slash is that of a name at any depth; one that matches a folder holds for all below it.
 */
final class PathPattern {
    private final Pattern regex;

    private PathPattern(Pattern regex) {
        this.regex = regex;
    }

    static PathPattern of(String text) {
        String pattern = text.startsWith("./") ? text.substring(2) : text;
        while (pattern.endsWith("/")) {
            pattern = pattern.substring(0, pattern.length() - 1);
        }
        StringBuilder regex = new StringBuilder(pattern.indexOf('/') < 0 ? "(?:.*/)?" : "");
        int i = 0;
        while (i < pattern.length()) {
            if (pattern.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 3;
            } else if (pattern.startsWith("**", i)) {
                regex.append(".*");
                i += 2;
            } else {
                char c = pattern.charAt(i++);
                regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
            }
        }
        return new PathPattern(Pattern.compile(regex.append("(?:/.*)?").toString()));
    }

    boolean matches(String path) {
        return regex.matcher(path).matches();
    }
}
