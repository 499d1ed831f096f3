package dev.kqlift.lint;

import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that speaks to kqlift: {@code kqlift: off KL612, KL605 because REASON}.
 *
 * @param span the comment in the file, with its mark
 * @param verb {@code off} or {@code off-file}; empty for anything else
 * @param codes the codes as written, with their places
 * @param reason why; empty where none is given
 * @param scope where it counts
 * @param removal what has to go for the comment to be gone; empty where the file spells it in a way that forbids it
 */
record SuppressionComment(
        Span span,
        Optional<Verb> verb,
        List<Located<String>> codes,
        Optional<String> reason,
        Span scope,
        Optional<Span> removal) {
    private static final Pattern ADDRESS = Pattern.compile("\\s*kqlift\\s*:\\s*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z-]+");
    private static final Pattern CODES = Pattern.compile("[A-Za-z0-9_-]+(?:\\s*,\\s*[A-Za-z0-9_-]+)*");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern REASON = Pattern.compile("\\s*\\bbecause\\b[\\s:]*(\\S.*)");

    SuppressionComment {
        codes = List.copyOf(codes);
    }

    /** What a comment asks for. */
    enum Verb {
        /** Not to be told of a line. */
        OFF("off"),
        /** Not to be told of the whole file. */
        OFF_FILE("off-file");

        private final String word;

        Verb(String word) {
            this.word = word;
        }

        private static Optional<Verb> of(String word) {
            for (Verb verb : values()) {
                if (verb.word.equals(word)) {
                    return Optional.of(verb);
                }
            }
            return Optional.empty();
        }
    }

    /** Where a comment stands and counts. */
    record Place(Span span, int textStart, Span line, Span file, Optional<Span> removal) {}

    /**
     * Reads a comment.
     *
     * @param text the comment's text behind its mark
     * @return empty for a comment that does not speak to kqlift
     */
    static Optional<SuppressionComment> read(String text, Place place) {
        Matcher address = ADDRESS.matcher(text);
        if (!address.lookingAt()) {
            return Optional.empty();
        }
        Matcher word = WORD.matcher(text).region(address.end(), text.length());
        Optional<Verb> verb = word.lookingAt() ? Verb.of(word.group()) : Optional.empty();
        int at = verb.isPresent() ? skipBlanks(text, word.end()) : text.length();
        List<Located<String>> codes = new ArrayList<>();
        Matcher list = CODES.matcher(text).region(at, text.length());
        if (list.lookingAt() && !list.group().equals("because")) {
            Matcher code = CODE.matcher(text).region(at, list.end());
            while (code.find()) {
                int start = place.textStart + code.start();
                codes.add(new Located<>(
                        code.group(), new Span(start, start + code.group().length())));
            }
            at = list.end();
        }
        Matcher reason = REASON.matcher(text).region(at, text.length());
        Optional<String> given = reason.matches() ? Optional.of(reason.group(1).strip()) : Optional.empty();
        Span scope = verb.filter(Verb.OFF_FILE::equals).isPresent() ? place.file : place.line;
        return Optional.of(new SuppressionComment(place.span, verb, codes, given, scope, place.removal));
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** True for a place in the lines that the comment is about. */
    boolean covers(Span place) {
        return place.start() >= scope.start() && place.start() <= scope.end();
    }
}
