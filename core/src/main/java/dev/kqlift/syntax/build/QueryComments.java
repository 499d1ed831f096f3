package dev.kqlift.syntax.build;

import dev.kqlift.grammar.KqlGrammar;
import dev.kqlift.source.Span;
import java.util.List;

/** The comments of query texts. */
public final class QueryComments {
    private QueryComments() {}

    /** The comments of a text in its order, each from its slashes to the end of its line. */
    public static List<Span> of(String text) {
        return KqlGrammar.comments(text).stream()
                .map(comment -> new Span(comment.start(), comment.end()))
                .toList();
    }
}
