package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Span;
import java.util.List;

/** An empty list of entity mappings, or one that is longer than the service takes. */
@RuleInfo(
        code = "KL315",
        name = "entity-mapping-count",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class EntityMappingCount implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofAnalyticsRule(document, context)
                .flatMap(keys -> keys.mapping().entry("entityMappings"))
                .ifPresent(entry -> {
                    if (entry.value() instanceof Datum.Sequence mappings) {
                        check(mappings.items(), entry.key().span(), context);
                    }
                });
    }

    private static void check(List<Datum> mappings, Span key, RuleContext context) {
        int limit = SentinelLimits.ENTITY_MAPPINGS;
        if (mappings.isEmpty()) {
            context.reportInFile(key, "the list of entity mappings is empty").help("map an entity, or remove the key");
        } else if (mappings.size() > limit) {
            Datum first = mappings.get(limit);
            context.reportInFile(
                            first instanceof Datum.Mapping mapping ? RuleKeys.place(mapping) : first.span(),
                            "the rule has " + mappings.size() + " entity mappings; the limit is " + limit)
                    .help("keep the entities that an analyst looks into first");
        }
    }
}
