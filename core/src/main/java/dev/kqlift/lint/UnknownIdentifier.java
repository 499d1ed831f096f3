package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** An identifier that the entity's type does not have. */
@RuleInfo(
        code = "KL311",
        name = "unknown-identifier",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING, RuleKind.ARM})
final class UnknownIdentifier implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        for (AlertSettings.EntityMapping mapping : EntityMappings.of(document, context)) {
            EntityMappings.type(mapping).ifPresent(type -> {
                KnownWords identifiers = new KnownWords(type.identifiers());
                mapping.fieldMappings()
                        .forEach(field -> field.identifier()
                                .map(EntityMappings::scalar)
                                .ifPresent(identifier ->
                                        identifiers.check(context, identifier, "identifier of `" + type.name() + "`")));
            });
        }
    }
}
