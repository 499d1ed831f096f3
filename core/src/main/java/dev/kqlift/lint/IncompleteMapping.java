package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Span;

/** An entity mapping without a type, an identifier or a column. */
@RuleInfo(
        code = "KL331",
        name = "incomplete-mapping",
        category = LintCategory.OUTPUT,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class IncompleteMapping implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofAnalyticsRule(document, context).ifPresent(keys -> {
            for (Datum item : keys.items(keys.mapping(), "entityMappings")) {
                if (item instanceof Datum.Mapping mapping) {
                    need(mapping, "entityType", context);
                    for (Datum field : keys.items(mapping, "fieldMappings")) {
                        if (field instanceof Datum.Mapping pair) {
                            need(pair, "identifier", context);
                            need(pair, "columnName", context);
                        }
                    }
                }
            }
        });
    }

    private static void need(Datum.Mapping mapping, String key, RuleContext context) {
        if (mapping.get(key).isEmpty()) {
            Span place = mapping.entry(key).map(entry -> entry.key().span()).orElseGet(() -> RuleKeys.place(mapping));
            context.reportInFile(place, "the mapping has no `" + key + "`").help("state the `" + key + "`");
        }
    }
}
