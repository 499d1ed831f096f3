package dev.kqlift.semantic;

import dev.kqlift.types.Value;
import java.util.List;
import java.util.Optional;

/** Works out functions of constant texts, where the result is certain. */
final class TextFolder {
    private TextFolder() {}

    /** {@code replace_string(text, searched, with)}: every place, left to right, no pattern. */
    static Optional<Value> replaceString(List<Value> values, int longest) {
        if (values.size() != 3
                || !(values.get(0) instanceof Value.Text(var text))
                || !(values.get(1) instanceof Value.Text(var searched))
                || !(values.get(2) instanceof Value.Text(var with))
                || searched.isEmpty()) {
            return Optional.empty();
        }
        long places = 0;
        for (int at = text.indexOf(searched); at >= 0; at = text.indexOf(searched, at + searched.length())) {
            places++;
        }
        long length = text.length() + places * (with.length() - searched.length());
        return length > longest ? Optional.empty() : Optional.of(new Value.Text(text.replace(searched, with)));
    }

    /** {@code substring(text, start[, length])}; only inside of a text without characters of two units. */
    static Optional<Value> substring(List<Value> values) {
        if (values.size() < 2
                || values.size() > 3
                || !(values.get(0) instanceof Value.Text(var text))
                || !(values.get(1) instanceof Value.Whole(var start, var startType))
                || start < 0
                || start > text.length()
                || text.codePointCount(0, text.length()) != text.length()) {
            return Optional.empty();
        }
        if (values.size() == 2) {
            return Optional.of(new Value.Text(text.substring((int) start)));
        }
        return values.get(2) instanceof Value.Whole(var length, var lengthType) && length >= 0
                ? Optional.of(new Value.Text(text.substring((int) start, (int)
                        Math.min(text.length(), start + Math.min(length, text.length())))))
                : Optional.empty();
    }

    /** {@code trim(pattern, text)} and its like, for a pattern of plain characters that stands at most once at an end. */
    static Optional<Value> trim(List<Value> values, boolean start, boolean end) {
        if (values.size() != 2
                || !(values.get(0) instanceof Value.Text(var pattern))
                || !(values.get(1) instanceof Value.Text(var text))
                || !isPlain(pattern)) {
            return Optional.empty();
        }
        String rest = text;
        if (start && rest.startsWith(pattern)) {
            rest = rest.substring(pattern.length());
        }
        if (end && rest.endsWith(pattern)) {
            rest = rest.substring(0, rest.length() - pattern.length());
        }
        // Whether a pattern is taken off once or as often as it stands there is then the same.
        boolean again = start && rest.startsWith(pattern) || end && rest.endsWith(pattern);
        return again ? Optional.empty() : Optional.of(new Value.Text(rest));
    }

    /** {@code strcat_delim(delimiter, …)} of texts. */
    static Optional<Value> join(List<Value> values, int longest) {
        if (values.size() < 2) {
            return Optional.empty();
        }
        StringBuilder result = new StringBuilder();
        for (int i = 1; i < values.size(); i++) {
            if (!(values.get(0) instanceof Value.Text(var delimiter))
                    || !(values.get(i) instanceof Value.Text(var part))) {
                return Optional.empty();
            }
            result.append(i == 1 ? "" : delimiter).append(part);
            if (result.length() > longest) {
                return Optional.empty();
            }
        }
        return Optional.of(new Value.Text(result.toString()));
    }

    /** A value read from a text; one that is not read here may yet be one for the engine, which knows more forms. */
    static Optional<Value> read(Value value) {
        return value instanceof Value.Null ? Optional.empty() : Optional.of(value);
    }

    private static boolean isPlain(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean plain = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || " _@/,:;\"'".indexOf(c) >= 0;
            if (!plain) {
                return false;
            }
        }
        return !pattern.isEmpty();
    }
}
