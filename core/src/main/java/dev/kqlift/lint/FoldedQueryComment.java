package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.source.SourceText;
import dev.kqlift.source.Span;

/** A comment in a query that YAML folds: the lines behind it become part of the comment. */
@RuleInfo(code = "KL113", name = "folded-query-comment", category = LintCategory.METADATA, severity = Severity.ERROR)
final class FoldedQueryComment implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        document.query().filter(query -> !query.isOpaque()).ifPresent(query -> {
            SourceText file = document.file().text();
            for (Span comment : CodeText.of(query.text()).comments()) {
                Span place = query.toFile(comment);
                int line = file.position(place.start()).line();
                if (file.position(Math.max(place.start(), place.end() - 1)).line() > line) {
                    context.report(
                                    new Span(comment.start(), comment.start() + 2),
                                    "the lines behind this comment are folded into it and do not run")
                            .help("write the query as a literal block: `query: |`");
                }
            }
        });
    }
}
