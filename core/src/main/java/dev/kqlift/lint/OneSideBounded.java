package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import java.util.List;

/** A join of which one side is bounded in time and the other is not. */
@RuleInfo(code = "KL255", name = "one-side-bounded", category = LintCategory.SCHEDULE, severity = Severity.NOTE)
final class OneSideBounded implements LintRule, OnBound {
    @Override
    public void check(BoundQuery query, RuleContext context) {
        TableColumns tables = TableColumns.of(query);
        for (Relation relation : QueryRelationList.of(query)) {
            if (relation instanceof Relation.Join join && !join.lookup()) {
                check(join, tables, context);
            }
        }
    }

    private static void check(Relation.Join join, TableColumns tables, RuleContext context) {
        if (readsUnknown(join)) {
            context.notChecked("a function or table that a join reads is not known");
            return;
        }
        boolean events = readsEvents(join.left()) && readsEvents(join.right());
        boolean left = isBounded(join.left(), tables);
        boolean right = isBounded(join.right(), tables);
        if (events && left != right) {
            context.report(
                            join.origin(),
                            "the " + (left ? "left" : "right") + " side is bounded in time, and the "
                                    + (left ? "right" : "left") + " side is not")
                    .help("bound both sides, each by the window that it needs");
        }
    }

    private static boolean readsUnknown(Relation.Join join) {
        return Trees.relations(List.of(join)).stream()
                .anyMatch(relation -> relation instanceof Relation.FunctionScan
                        || relation instanceof Relation.Unresolved
                        || relation instanceof Relation.TableScan && relation.open());
    }

    /** Whether all rows come from tables of events, which a time bounds. */
    private static boolean readsEvents(Relation side) {
        List<Relation> sources = Trees.relations(List.of(side)).stream()
                .filter(relation -> Trees.inputs(relation).isEmpty())
                .toList();
        return !sources.isEmpty()
                && sources.stream()
                        .allMatch(source -> source instanceof Relation.TableScan scan
                                && scan.columns().stream().anyMatch(TableColumns::isTime));
    }

    private static boolean isBounded(Relation side, TableColumns tables) {
        for (Relation relation : Trees.relations(List.of(side))) {
            if (relation instanceof Relation.Filter filter
                    && ScalarParts.of(filter.predicate()).stream().anyMatch(part -> isTimeTest(part, tables))) {
                return true;
            }
        }
        return false;
    }

    /** Any test of the time: what it compares with may be a value that only the run knows. */
    private static boolean isTimeTest(Scalar part, TableColumns tables) {
        return tables.isTime(part) || ScalarParts.isCall(part, "ingestion_time", "ago");
    }
}
