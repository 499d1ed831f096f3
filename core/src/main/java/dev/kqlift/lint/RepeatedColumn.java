package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/** One column for two identifiers of an entity. */
@RuleInfo(
        code = "KL325",
        name = "repeated-column",
        category = LintCategory.OUTPUT,
        severity = Severity.WARNING,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING, RuleKind.ARM})
final class RepeatedColumn implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        for (AlertSettings.EntityMapping mapping : EntityMappings.of(document, context)) {
            Map<String, Span> seen = new LinkedHashMap<>();
            for (AlertSettings.FieldMapping field : mapping.fieldMappings()) {
                field.columnName().ifPresent(column -> {
                    Span first = seen.putIfAbsent(column.value(), column.span());
                    if (first != null) {
                        context.reportInFile(
                                        column.span(),
                                        "`" + column.value() + "` is mapped to two identifiers of one entity")
                                .help("map each identifier to the column that holds it")
                                .labelInFile(first, "first here");
                    }
                });
            }
        }
    }
}
