package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.semantic.BoundQuery;
import java.util.Optional;

/** A query without any filter on time. */
@RuleInfo(
        code = "KL257",
        name = "no-time-filter",
        category = LintCategory.SCHEDULE,
        severity = Severity.NOTE,
        enabled = false,
        kinds = {RuleKind.HUNTING, RuleKind.QUERY})
final class NoTimeFilter implements LintRule, OnBound {
    @Override
    public void check(BoundQuery query, RuleContext context) {
        TableColumns tables = TableColumns.of(query);
        Optional<Relation.TableScan> first = Optional.empty();
        for (Relation relation : QueryRelationList.of(query)) {
            if (relation instanceof Relation.Filter filter && readsTime(filter, tables)) {
                return;
            }
            if (relation instanceof Relation.TableScan scan && first.isEmpty() && hasTime(scan)) {
                first = Optional.of(scan);
            }
        }
        first.ifPresent(
                scan -> context.report(scan.origin(), "nothing in the query bounds the time of `" + scan.table() + "`")
                        .help("filter by time first: `where TimeGenerated > ago(1d)`"));
    }

    private static boolean readsTime(Relation.Filter filter, TableColumns tables) {
        return ScalarParts.anyMatch(
                filter.predicate(), part -> tables.isTime(part) || ScalarParts.isCall(part, "ingestion_time"));
    }

    private static boolean hasTime(Relation.TableScan scan) {
        return scan.columns().stream().anyMatch(TableColumns::isTime);
    }
}
