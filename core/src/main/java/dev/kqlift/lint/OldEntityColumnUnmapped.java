package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.LinkedHashSet;
import java.util.Set;

/** A query with a column of the old way to name entities that no mapping names. */
@RuleInfo(
        code = "KL321",
        name = "old-entity-column-unmapped",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT})
final class OldEntityColumnUnmapped implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        if (RuleKeys.of(document, context).isEmpty()) {
            return;
        }
        Set<String> mapped = new LinkedHashSet<>();
        EntityMappings.of(document, context)
                .forEach(mapping -> mapping.fieldMappings()
                        .forEach(field -> field.columnName().ifPresent(column -> mapped.add(column.value()))));
        OldEntityColumns.of(document).forEach((column, span) -> {
            if (!mapped.contains(column)) {
                context.report(
                                span,
                                "no entity mapping names `" + column + "`, which makes no entity by itself any more")
                        .help("map the column, or remove it");
            }
        });
    }
}
