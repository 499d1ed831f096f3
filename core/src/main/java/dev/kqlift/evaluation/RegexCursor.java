package dev.kqlift.evaluation;

import dev.kqlift.source.Origin;

/** A place in the text of a regular expression. */
final class RegexCursor {
    private final String text;
    private final Origin origin;
    private int at;

    RegexCursor(String text, Origin origin) {
        this.text = text;
        this.origin = origin;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The next character; not at the end. */
    int peek() {
        return text.codePointAt(at);
    }

    /** Whether the text goes on with these characters. */
    boolean startsWith(String characters) {
        return text.startsWith(characters, at);
    }

    /** Reads the next character. */
    int next() {
        if (atEnd()) {
            throw wrong("it ends too early");
        }
        int c = peek();
        at += Character.charCount(c);
        return c;
    }

    /** Reads a character if it is the next one. */
    boolean take(char c) {
        return take(String.valueOf(c));
    }

    /** Reads these characters if they are the next ones. */
    boolean take(String characters) {
        boolean there = startsWith(characters);
        if (there) {
            at += characters.length();
        }
        return there;
    }

    /** Reads a decimal number and the blanks around it; empty where there is none. */
    String number() {
        skipBlanks();
        int from = at;
        while (!atEnd() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String digits = text.substring(from, at);
        skipBlanks();
        return digits;
    }

    private void skipBlanks() {
        while (!atEnd() && Character.isWhitespace(peek())) {
            next();
        }
    }

    /** The expression is none of the engine's, which ends the query with an error. */
    NotEvaluated wrong(String why) {
        return Refusals.engineError("the regular expression is wrong: " + why, origin);
    }

    /** The expression means something that Java cannot say exactly. */
    NotEvaluated unsaid(String why) {
        return Refusals.construct("the regular expression is not evaluated: " + why, origin);
    }
}
