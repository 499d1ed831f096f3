package dev.kqlift.syntax.build;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.source.Origin;
import dev.kqlift.source.Span;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What the builders share: origins of concrete nodes, and the place where errors go. */
final class BuildContext {
    private final List<Diagnostic> diagnostics;

    BuildContext(List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
    }

    static Origin origin(ParserRuleContext node) {
        return Origin.of(
                node.getStart().getStartIndex(),
                node.getStop() == null ? node.getStart().getStartIndex() : node.getStop().getStopIndex() + 1);
    }

    static Origin origin(Token token) {
        return Origin.of(token.getStartIndex(), token.getStopIndex() + 1);
    }

    static Origin origin(Token first, Token last) {
        return Origin.of(first.getStartIndex(), last.getStopIndex() + 1);
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
