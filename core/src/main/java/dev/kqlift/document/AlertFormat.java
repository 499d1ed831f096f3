package dev.kqlift.document;

import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that names columns in doubled braces: {@code Sign-in from {{IPAddress}}}.
 *
 * @param text the text as the service gets it
 * @param placeholders the columns that it names, in order
 * @param brokenBraces the places of what looks like a placeholder and is none, such as <code>{{Column}</code>
 */
public record AlertFormat(Located<String> text, List<Placeholder> placeholders, List<Located<String>> brokenBraces) {
    /** A name between runs of braces, either of which may be missing, but not both. */
    private static final Pattern BRACES = Pattern.compile("(\\{+)([^{}]*+)(\\}*)|(\\}+)");

    private static final int DOUBLED = 2;

    public AlertFormat {
        placeholders = List.copyOf(placeholders);
        brokenBraces = List.copyOf(brokenBraces);
    }

    /**
     * A column that the service puts into a text.
     *
     * @param column the name as written, blanks included
     * @param span the place of the whole, with its braces
     */
    public record Placeholder(Located<String> column, Span span) {}

    static AlertFormat of(EmbeddedText text) {
        List<Placeholder> placeholders = new ArrayList<>();
        List<Located<String>> broken = new ArrayList<>();
        Matcher braces = BRACES.matcher(text.text());
        while (braces.find()) {
            String opening = braces.group(1);
            if (opening != null
                    && opening.length() >= DOUBLED
                    && braces.group(3).length() >= DOUBLED) {
                placeholders.add(placeholder(text, braces));
            } else if (looksLikePlaceholder(braces)) {
                broken.add(broken(text, braces));
            }
        }
        return new AlertFormat(new Located<>(text.text(), text.whole()), placeholders, broken);
    }

    /** Of more than two braces the inner two count. */
    private static Placeholder placeholder(EmbeddedText text, Matcher braces) {
        Span name = new Span(braces.start(2), braces.end(2));
        Span whole = new Span(name.start() - DOUBLED, name.end() + DOUBLED);
        return new Placeholder(new Located<>(braces.group(2), text.toFile(name)), text.toFile(whole));
    }

    /** Braces that are never closed have no end of their own. */
    private static Located<String> broken(EmbeddedText text, Matcher braces) {
        boolean open = braces.group(4) == null && braces.group(3).isEmpty();
        Span span = new Span(braces.start(), open ? braces.end(1) : braces.end());
        return new Located<>(text.text().substring(span.start(), span.end()), text.toFile(span));
    }

    /** Doubled braces without their counterpart, and a single word in single ones; other braces are plain text. */
    private static boolean looksLikePlaceholder(Matcher braces) {
        if (braces.group(4) != null) {
            return braces.group(4).length() >= DOUBLED;
        }
        boolean doubled = braces.group(1).length() >= DOUBLED || braces.group(3).length() >= DOUBLED;
        return doubled || !braces.group(3).isEmpty() && braces.group(2).matches("\\w+");
    }
}
