package dev.kqlift.lint;

import dev.kqlift.catalog.EntityType;
import dev.kqlift.catalog.EntityTypes;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** An entity type that the service does not know, or in other case. */
@RuleInfo(
        code = "KL310",
        name = "unknown-entity-type",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING, RuleKind.ARM})
final class UnknownEntityType implements LintRule, OnDocument {
    private static final KnownWords TYPES = new KnownWords(
            EntityTypes.builtIn().types().stream().map(EntityType::name).toList());

    @Override
    public void check(RuleDocument document, RuleContext context) {
        for (AlertSettings.EntityMapping mapping : EntityMappings.of(document, context)) {
            mapping.entityType()
                    .map(EntityMappings::scalar)
                    .ifPresent(type -> TYPES.check(context, type, "type of entity"));
        }
    }
}
