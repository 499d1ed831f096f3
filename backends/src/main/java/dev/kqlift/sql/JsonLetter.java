package dev.kqlift.sql;

import java.util.HashSet;
import java.util.Set;

/** Whether a text is JSON by the letter of RFC 8259 in which no key occurs twice. Engines differ over all others. */
final class JsonLetter {
    private static final int DEEPEST = 100;

    private final String text;
    private int at;

    private JsonLetter(String text) {
        this.text = text;
    }

    static boolean isJson(String text) {
        JsonLetter reader = new JsonLetter(text);
        return reader.value(0) && reader.at == text.length();
    }

    /** True for a text that a lenient reader may take for JSON. A blank text is none. */
    static boolean looksLikeJson(String text) {
        String start = text.stripLeading();
        return !start.isEmpty()
                && (!start.matches("(?s)[A-Za-z].*")
                        || start.matches("(?is)(true|false|null|undefined|nan|inf|dynamic).*"));
    }

    private boolean value(int depth) {
        space();
        if (depth > DEEPEST || at >= text.length()) {
            return false;
        }
        boolean read = switch (text.charAt(at)) {
            case '{' -> bag(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
        space();
        return read;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean next(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private boolean word(String word) {
        boolean there = text.startsWith(word, at);
        at += word.length();
        return there;
    }

    private boolean array(int depth) {
        at++;
        space();
        if (next(']')) {
            return true;
        }
        do {
            if (!value(depth + 1)) {
                return false;
            }
        } while (next(','));
        return next(']');
    }

    private boolean bag(int depth) {
        at++;
        space();
        if (next('}')) {
            return true;
        }
        Set<String> keys = new HashSet<>();
        do {
            space();
            int start = at;
            if (at >= text.length() || text.charAt(at) != '"' || !string()) {
                return false;
            }
            String key = text.substring(start, at);
            space();
            // A key with an escape may be the same as one without.
            if (key.contains("\\") || !keys.add(key) || !next(':') || !value(depth + 1)) {
                return false;
            }
        } while (next(','));
        return next('}');
    }

    private boolean string() {
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return true;
            }
            if (c < ' ') {
                return false;
            }
            if (c == '\\') {
                if (at >= text.length() || "\"\\/bfnrt".indexOf(text.charAt(at)) < 0) {
                    return false; // Escapes by number may be halves of a pair.
                }
                at++;
            }
        }
        return false;
    }

    private boolean number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return text.substring(start, at).matches("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,15})?([eE][-+]?[0-9]{1,2})?");
    }
}
