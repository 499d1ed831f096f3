package dev.kqlift.reports.transpile;

import dev.kqlift.document.RuleDocument;
import dev.kqlift.source.Located;
import dev.kqlift.translation.Translation;
import java.util.Optional;

/**
 * A rule and one of its translations.
 *
 * @param document the rule
 * @param translation what the backend made of it
 * @param accepted whether its fidelity is one of those that are written
 * @param outputFile where the text was written; empty where it was not
 */
public record TranspileRow(
        RuleDocument document, Translation translation, boolean accepted, Optional<String> outputFile) {
    Optional<String> id() {
        return document.metadata().id().map(Located::value);
    }

    /** The emitted rule, if it is accepted. */
    Optional<String> text() {
        return accepted ? translation.text() : Optional.empty();
    }
}
