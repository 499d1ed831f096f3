package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.RuleKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.Located;
import java.util.List;
import java.util.Optional;

/** An alert for each row of a query that gives a row for each event. */
@RuleInfo(
        code = "KL216",
        name = "alert-per-result-unaggregated",
        category = LintCategory.SCHEDULE,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class AlertPerResult implements LintRule, OnBound {
    @Override
    public void check(BoundQuery query, RuleContext context) {
        if (RuleKeys.ofAnalyticsRule(context.subject().document(), context).isEmpty()) {
            return;
        }
        Optional<Located<String>> kind = AlertSettings.read(context.subject().document())
                .aggregationKind()
                .filter(found -> found.value().equals("AlertPerResult"));
        if (kind.isPresent()
                && query.relation().isPresent()
                && !aggregates(query.relation().get())) {
            boolean nrt =
                    RuleKeys.ofNrtRule(context.subject().document(), context).isPresent();
            int limit = nrt ? SentinelLimits.ALERTS_OF_NRT_RUN : SentinelLimits.ALERTS_OF_RUN;
            context.reportInFile(
                            kind.get().span(),
                            "each event makes an alert, but a run makes " + limit
                                    + " alerts at most; the last sums up the rest")
                    .help("aggregate the events, or use `SingleAlert`");
        }
    }

    private static boolean aggregates(Relation result) {
        return Trees.relations(List.of(result)).stream().anyMatch(AlertPerResult::isAggregate);
    }

    private static boolean isAggregate(Relation relation) {
        return relation instanceof Relation.Aggregate || relation instanceof Relation.Take;
    }
}
