package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import java.util.List;
import java.util.Set;

/** A function that counts or looks at neighbouring rows, over rows that have no order. */
@RuleInfo(code = "KL516", name = "rows-not-serialized", category = LintCategory.NAMES, severity = Severity.ERROR)
final class RowsNotSerialized implements LintRule, OnRelation {
    private static final Set<String> WINDOW_FUNCTIONS = Set.of(
            "next",
            "prev",
            "row_cumsum",
            "row_number",
            "row_rank_dense",
            "row_rank_min",
            "row_rank",
            "row_window_session");

    private enum Order {
        YES,
        NO,
        NOT_KNOWN
    }

    @Override
    public void check(Relation relation, RuleContext context) {
        List<Relation> inputs = Trees.inputs(relation);
        boolean asks = relation instanceof Relation.Filter
                || relation instanceof Relation.Project project && project.kind() != Relation.ProjectKind.SERIALIZE;
        if (!asks) {
            return;
        }
        Trees.forEachScalar(relation, scalar -> {
            for (Scalar part : ScalarParts.of(scalar)) {
                if (part instanceof Scalar.Call call
                        && WINDOW_FUNCTIONS.contains(call.function().name())) {
                    check(call, order(inputs.getFirst()), context);
                }
            }
        });
    }

    private static void check(Scalar.Call call, Order order, RuleContext context) {
        if (order == Order.NO) {
            context.report(call.origin(), "`" + call.function().name() + "()` needs rows in order, and these have none")
                    .help("put `sort by …` or `serialize` before it");
        } else if (order == Order.NOT_KNOWN) {
            context.notChecked("whether the rows have an order is not known");
        }
    }

    private static Order order(Relation relation) {
        return switch (relation) {
            case Relation.Sort ignored -> Order.YES;
            case Relation.Range ignored -> Order.YES;
            case Relation.Filter filter -> order(filter.input());
            case Relation.Project project ->
                project.kind() == Relation.ProjectKind.SERIALIZE ? Order.YES : order(project.input());
            case Relation.Take take -> take.kind() == Relation.TakeKind.TOP ? Order.YES : order(take.input());
            case Relation.Parse parse -> order(parse.input());
            case Relation.Expand expand -> order(expand.input());
            case Relation.Marker marker -> marker.operator().equals("serialize") ? Order.YES : order(marker.input());
            case Relation.TableScan ignored -> Order.NO;
            case Relation.Aggregate ignored -> Order.NO;
            case Relation.Join ignored -> Order.NO;
            case Relation.Union ignored -> Order.NO;
            case Relation.Rows ignored -> Order.NOT_KNOWN;
            case Relation.External ignored -> Order.NOT_KNOWN;
            case Relation.FunctionScan ignored -> Order.NOT_KNOWN;
            case Relation.Apply ignored -> Order.NOT_KNOWN;
            case Relation.Evaluate ignored -> Order.NOT_KNOWN;
            case Relation.Other ignored -> Order.NOT_KNOWN;
            case Relation.Unresolved ignored -> Order.NOT_KNOWN;
        };
    }
}
