package dev.kqlift.syntax.build;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.grammar.KqlGrammar;
import dev.kqlift.grammar.KqlParser;
import dev.kqlift.grammar.ParseOutcome;
import dev.kqlift.grammar.SyntaxError;
import dev.kqlift.source.Span;
import dev.kqlift.syntax.ParsedQuery;
import dev.kqlift.syntax.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Query text to syntax tree. */
public final class QueryParser {
    private QueryParser() {}

    /**
     * Parses a query.
     *
     * @param text the query's text
     * @return the tree, or all syntax errors
     */
    public static ParsedQuery parse(String text) {
        return parse(text, tree -> {});
    }

    /** Parses a query and hands on the concrete tree of one that has no syntax errors. */
    static ParsedQuery parse(String text, Consumer<KqlParser.QueryContext> onTree) {
        ParseOutcome outcome = KqlGrammar.parse(text);
        if (!outcome.errors().isEmpty() || outcome.tree().isEmpty()) {
            return new ParsedQuery(
                    Optional.empty(),
                    outcome.errors().stream().map(QueryParser::diagnostic).toList());
        }
        onTree.accept(outcome.tree().get());
        List<Diagnostic> diagnostics = new ArrayList<>();
        Query query = new StatementBuilder(diagnostics).query(outcome.tree().get());
        if (query.statements().isEmpty()) {
            diagnostics.add(Diagnostic.of(
                    DiagnosticCode.KS005, "the text holds no statement; write a query", new Span(0, text.length())));
        }
        boolean failed = diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
        return new ParsedQuery(failed ? Optional.empty() : Optional.of(query), diagnostics);
    }

    private static Diagnostic diagnostic(SyntaxError error) {
        DiagnosticCode code = switch (error.kind()) {
            case UNEXPECTED -> DiagnosticCode.KS003;
            case BAD_STRING -> DiagnosticCode.KS001;
            case BAD_CHARACTER -> DiagnosticCode.KS002;
            case MISSING_SEMICOLON -> DiagnosticCode.KS006;
            case TOO_DEEP -> DiagnosticCode.KS004;
            case EMPTY -> DiagnosticCode.KS005;
        };
        return Diagnostic.of(code, error.message(), new Span(error.start(), error.end()));
    }
}
