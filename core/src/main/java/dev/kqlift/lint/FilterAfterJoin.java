package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.JoinKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import java.util.LinkedHashSet;
import java.util.Set;

/** A filter behind a join that one side could have had before it. */
@RuleInfo(code = "KL704", name = "filter-after-join", category = LintCategory.COST, severity = Severity.NOTE)
final class FilterAfterJoin implements LintRule, OnFilter {
    @Override
    public void check(Relation.Filter filter, RuleContext context) {
        if (!(filter.input() instanceof Relation.Join join)) {
            return;
        }
        Set<ColumnId> right = new LinkedHashSet<>();
        join.rightColumns().forEach(column -> right.add(column.column().id()));
        Set<ColumnId> left = new LinkedHashSet<>();
        join.left().columns().forEach(column -> left.add(column.id()));
        for (Scalar conjunct : ScalarParts.conjuncts(filter.predicate())) {
            Set<ColumnId> read = ScalarParts.columns(conjunct);
            boolean known = !read.isEmpty() && !ScalarParts.readsMore(conjunct);
            boolean toLeft = left.containsAll(read) && keepsLeft(join.kind());
            boolean toRight = right.containsAll(read) && join.kind() == JoinKind.INNER;
            if (known && (toLeft || toRight)) {
                context.report(
                                conjunct.origin(),
                                "the test reads the " + (toLeft ? "left" : "right")
                                        + " side alone, and runs after the join")
                        .help("filter that side before it is joined");
                return;
            }
        }
    }

    /** Whether the rows of the left side can be filtered before: not under innerunique, which picks one of them. */
    private static boolean keepsLeft(JoinKind kind) {
        return switch (kind) {
            case INNER, LEFT_OUTER, LEFT_SEMI, LEFT_ANTI -> true;
            case INNER_UNIQUE, RIGHT_OUTER, FULL_OUTER, RIGHT_SEMI, RIGHT_ANTI -> false;
        };
    }
}
