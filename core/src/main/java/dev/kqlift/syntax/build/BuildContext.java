package dev.kqlift.syntax.build;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.source.Origin;
import dev.kqlift.source.Span;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What the builders share: origins of concrete nodes, and the place where errors go. */
final class BuildContext {
    private final List<Diagnostic> diagnostics;
    /** Where all nodes are said to stand, if not where their text does. */
    private final @Nullable Origin place;

    BuildContext(List<Diagnostic> diagnostics, @Nullable Origin place) {
        this.diagnostics = diagnostics;
        this.place = place;
    }

    Origin origin(ParserRuleContext node) {
        return origin(
                node.getStart().getStartIndex(),
                node.getStop() == null
                        ? node.getStart().getStartIndex()
                        : node.getStop().getStopIndex() + 1);
    }

    Origin origin(Token token) {
        return origin(token.getStartIndex(), token.getStopIndex() + 1);
    }

    Origin origin(int start, int end) {
        return place == null ? Origin.of(start, end) : place;
    }

    void error(Token token, String message) {
        error(new Span(token.getStartIndex(), token.getStopIndex() + 1), message);
    }

    void error(ParserRuleContext node, String message) {
        error(origin(node).span(), message);
    }

    void error(Span span, String message) {
        diagnostics.add(Diagnostic.of(DiagnosticCode.KS003, message, span));
    }
}
