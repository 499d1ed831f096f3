package dev.kqlift.lint;

import java.util.List;
import java.util.Optional;

/**
 * What no regular expression of the engine may have. The engine's syntax is that of Rust's regex crate, older versions used
 * RE2; only what both refuse is told, so that a pattern that passes need not be legal.
 */
final class RegexSyntax {
    /** Letters that mean something behind a backslash in one of the two. */
    private static final String ESCAPES = "aftnrvdDsSwWbBAzxuUpPQEC";

    private final String pattern;
    private int at;
    private int depth;
    /** Whether what stands before the current place can be repeated. */
    private boolean atom;

    private RegexSyntax(String pattern) {
        this.pattern = pattern;
    }

    /** What is wrong with a pattern, in words that fit behind "the pattern …"; empty where nothing is certain. */
    static Optional<String> fault(String pattern) {
        return new RegexSyntax(pattern).scan();
    }

    private Optional<String> scan() {
        while (at < pattern.length()) {
            Optional<String> fault = step();
            if (fault.isPresent()) {
                return fault;
            }
        }
        return depth > 0 ? Optional.of("has a `(` that nothing closes") : Optional.empty();
    }

    private Optional<String> step() {
        char c = pattern.charAt(at);
        return switch (c) {
            case '\\' -> escape();
            case '[' -> set();
            case '(' -> open();
            case ')' -> close();
            case '|' -> {
                at++;
                atom = false;
                yield Optional.empty();
            }
            case '*', '+', '?' -> {
                at++;
                yield atom ? Optional.empty() : Optional.of("repeats nothing with `" + c + "`");
            }
            default -> {
                at++;
                atom = true;
                yield Optional.empty();
            }
        };
    }

    private Optional<String> escape() {
        if (at + 1 >= pattern.length()) {
            return Optional.of("ends in a backslash");
        }
        char c = pattern.charAt(at + 1);
        if (c == 'Q') {
            int end = pattern.indexOf("\\E", at);
            at = end < 0 ? pattern.length() : end + 2;
            atom = true;
            return Optional.empty();
        }
        at += 2;
        atom = true;
        if (c >= '1' && c <= '9') {
            return Optional.of("refers back with `\\" + c + "`, which the engine cannot");
        }
        boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        return letter && ESCAPES.indexOf(c) < 0
                ? Optional.of("has the escape `\\" + c + "`, which the engine does not know")
                : Optional.empty();
    }

    /** The end of a set is the first closing bracket that is not its first item. */
    private Optional<String> set() {
        int i = at + 1;
        if (i < pattern.length() && pattern.charAt(i) == '^') {
            i++;
        }
        boolean first = true;
        while (i < pattern.length() && (first || pattern.charAt(i) != ']')) {
            first = false;
            if (pattern.charAt(i) == '\\') {
                i++;
            } else if (pattern.startsWith("[:", i) && pattern.indexOf(":]", i) > 0) {
                i = pattern.indexOf(":]", i) + 1;
            }
            i++;
        }
        boolean closed = i < pattern.length();
        at = Math.min(i + 1, pattern.length());
        atom = true;
        return closed ? Optional.empty() : Optional.of("has a `[` that nothing closes");
    }

    private Optional<String> open() {
        for (String around : List.of("(?=", "(?!", "(?<=", "(?<!")) {
            if (pattern.startsWith(around, at)) {
                return Optional.of("looks around with `" + around + "`, which the engine cannot");
            }
        }
        if (pattern.startsWith("(?>", at)) {
            return Optional.of("has an atomic group `(?>`, which the engine does not know");
        }
        depth++;
        at++;
        if (at < pattern.length() && pattern.charAt(at) == '?') {
            group();
        }
        atom = false;
        return Optional.empty();
    }

    /** Passes over the name or the flags of a group; flags without a colon end with their bracket. */
    private void group() {
        int i = at + 1;
        while (i < pattern.length() && ":)>".indexOf(pattern.charAt(i)) < 0) {
            i++;
        }
        if (i < pattern.length() && pattern.charAt(i) == ')') {
            depth--;
        }
        at = Math.min(i + 1, pattern.length());
    }

    private Optional<String> close() {
        at++;
        depth--;
        atom = true;
        return depth < 0 ? Optional.of("has a `)` that nothing opens") : Optional.empty();
    }
}
