package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/** An identifier that stands twice in one entity mapping. */
@RuleInfo(
        code = "KL313",
        name = "repeated-identifier",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING, RuleKind.ARM})
final class RepeatedIdentifier implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        for (AlertSettings.EntityMapping mapping : EntityMappings.of(document, context)) {
            Map<String, Span> seen = new LinkedHashMap<>();
            for (AlertSettings.FieldMapping field : mapping.fieldMappings()) {
                field.identifier().ifPresent(identifier -> {
                    Span first = seen.putIfAbsent(identifier.value(), identifier.span());
                    if (first != null) {
                        context.reportInFile(
                                        identifier.span(), "`" + identifier.value() + "` stands twice in the mapping")
                                .help("remove one, or make two mappings")
                                .labelInFile(first, "first here");
                    }
                });
            }
        }
    }
}
