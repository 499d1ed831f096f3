package dev.kqlift.lint;

import dev.kqlift.catalog.EntityType;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import java.util.stream.Collectors;

/** An entity mapping without an identifier that its type needs. */
@RuleInfo(
        code = "KL312",
        name = "missing-identifier",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING, RuleKind.ARM})
final class MissingIdentifier implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        for (AlertSettings.EntityMapping mapping : EntityMappings.of(document, context)) {
            EntityMappings.type(mapping)
                    .filter(type -> !mapping.fieldMappings().isEmpty())
                    .filter(type -> !type.satisfied(EntityMappings.identifiers(mapping)))
                    .filter(type -> EntityMappings.identifiers(mapping).stream().allMatch(type::has))
                    .ifPresent(type -> report(mapping, type, context));
        }
    }

    private static void report(AlertSettings.EntityMapping mapping, EntityType type, RuleContext context) {
        String needed = type.requirement().stream()
                .map(alternative -> "`" + String.join("` and `", alternative) + "`")
                .collect(Collectors.joining(", "));
        Span place = mapping.entityType().map(Located::span).orElse(mapping.place());
        context.reportInFile(place, "the mapping lacks an identifier that `" + type.name() + "` needs")
                .help((type.requirement().size() == 1 ? "map " : "map one of ") + needed);
    }
}
