package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.JoinKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.Origin;
import java.util.Optional;

/** A filter on the table's own time behind work that it would have saved. */
@RuleInfo(code = "KL705", name = "late-time-filter", category = LintCategory.COST, severity = Severity.NOTE)
final class LateTimeFilter implements LintRule, OnBound {
    @Override
    public void check(BoundQuery query, RuleContext context) {
        TableColumns tables = TableColumns.of(query);
        for (Relation relation : QueryRelationList.of(query)) {
            if (relation instanceof Relation.Filter filter) {
                for (Scalar conjunct : ScalarParts.conjuncts(filter.predicate())) {
                    if (TimeBound.of(conjunct).stream().anyMatch(bound -> bound.isOfTable(tables))) {
                        before(filter.input(), conjunct.origin(), context);
                    }
                }
            }
        }
    }

    private static void before(Relation input, Origin test, RuleContext context) {
        Relation below = input;
        while (below instanceof Relation.Project
                || below instanceof Relation.Filter
                || below instanceof Relation.Marker) {
            below = Trees.inputs(below).getFirst();
        }
        Optional<String> work = switch (below) {
            case Relation.Parse parse -> Optional.of(parse.operator());
            case Relation.Expand ignored -> Optional.of("mv-expand");
            case Relation.Join join ->
                join.kind() == JoinKind.INNER ? Optional.of(join.lookup() ? "lookup" : "join") : Optional.empty();
            case Relation.Apply ignored -> Optional.empty();
            case Relation.Evaluate ignored -> Optional.empty();
            case Relation.TableScan ignored -> Optional.empty();
            case Relation.Rows ignored -> Optional.empty();
            case Relation.Range ignored -> Optional.empty();
            case Relation.External ignored -> Optional.empty();
            case Relation.FunctionScan ignored -> Optional.empty();
            case Relation.Filter ignored -> Optional.empty();
            case Relation.Project ignored -> Optional.empty();
            case Relation.Aggregate ignored -> Optional.empty();
            case Relation.Sort ignored -> Optional.empty();
            case Relation.Take ignored -> Optional.empty();
            case Relation.Union ignored -> Optional.empty();
            case Relation.Other ignored -> Optional.empty();
            case Relation.Marker ignored -> Optional.empty();
            case Relation.Unresolved ignored -> Optional.empty();
        };
        Relation operator = below;
        work.ifPresent(name -> context.report(test, "the time is filtered after `" + name + "`")
                .label(operator.origin().span(), "the work that it would save")
                .help("put the filter on time first, directly behind the table"));
    }
}
