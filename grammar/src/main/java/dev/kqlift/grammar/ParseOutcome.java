package dev.kqlift.grammar;

import java.util.List;
import java.util.Optional;

/**
 * What parsing a query gave.
 *
 * @param tree the concrete tree; empty where the text was not parsed at all because it is nested too deeply. With errors it is
 *     the tree of what could be understood
 * @param errors all syntax errors in the order of the text
 * @param usedFullLookahead true when the fast prediction failed and the parser had to look further
 */
public record ParseOutcome(Optional<KqlParser.QueryContext> tree, List<SyntaxError> errors, boolean usedFullLookahead) {
    public ParseOutcome {
        errors = List.copyOf(errors);
    }
}
