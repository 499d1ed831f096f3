package dev.kqlift.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Position;
import dev.kqlift.source.SourceText;
import dev.kqlift.source.Span;
import java.util.List;

/** Steps that the tests of the readers share. */
final class Reading {
    private Reading() {}

    static SourceFile file(String path, String text) {
        return new SourceFile(path, SourceText.of(text), List.of());
    }

    static List<RuleDocument> rules(String path, String text) {
        return switch (RuleFiles.read(file(path, text))) {
            case ReadOutcome.Rules(List<RuleDocument> documents) -> documents;
            case ReadOutcome.PassedOver passedOver -> throw new AssertionError(passedOver.reason());
        };
    }

    static RuleDocument rule(String path, String text) {
        List<RuleDocument> documents = rules(path, text);
        assertThat(documents).hasSize(1);
        return documents.getFirst();
    }

    static ReadOutcome.PassedOver passedOver(String path, String text) {
        return switch (RuleFiles.read(file(path, text))) {
            case ReadOutcome.Rules(List<RuleDocument> documents) -> throw new AssertionError(documents);
            case ReadOutcome.PassedOver passedOver -> passedOver;
        };
    }

    static EmbeddedText query(RuleDocument document) {
        return document.query().orElseThrow(() -> new AssertionError(document.diagnostics()));
    }

    static List<String> codes(RuleDocument document) {
        return document.diagnostics().stream()
                .map(diagnostic -> diagnostic.code().name())
                .toList();
    }

    /** The piece of the file that a piece of the query leads back to. */
    static String inFile(RuleDocument document, String piece) {
        EmbeddedText query = query(document);
        int start = query.text().indexOf(piece);
        assertThat(start).as("%s in %s", piece, query.text()).isNotNegative();
        return text(document, query.toFile(new Span(start, start + piece.length())));
    }

    /** Line and column of a piece of the query. */
    static Position position(RuleDocument document, String piece) {
        EmbeddedText query = query(document);
        return document.file().text().position(query.toFile(query.text().indexOf(piece)));
    }

    static String text(RuleDocument document, Span span) {
        return document.file().text().text().substring(span.start(), span.end());
    }

    static String at(RuleDocument document, String code) {
        for (Diagnostic diagnostic : document.diagnostics()) {
            if (diagnostic.code().name().equals(code)) {
                return text(document, diagnostic.span());
            }
        }
        throw new AssertionError("no " + code + " in " + document.diagnostics());
    }
}
