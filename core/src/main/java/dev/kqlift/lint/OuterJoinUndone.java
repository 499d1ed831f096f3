package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.JoinKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.types.Value;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A filter that drops the rows that an outer join keeps. */
@RuleInfo(code = "KL615", name = "outer-join-undone", category = LintCategory.MEANING, severity = Severity.WARNING)
final class OuterJoinUndone implements LintRule, OnFilter {
    @Override
    public void check(Relation.Filter filter, RuleContext context) {
        Optional<Relation.Join> join = outerJoin(filter.input());
        if (join.isEmpty()) {
            return;
        }
        Set<ColumnId> right = new LinkedHashSet<>();
        join.get().rightColumns().forEach(column -> right.add(column.column().id()));
        for (Scalar conjunct : ScalarParts.conjuncts(filter.predicate())) {
            if (dropsUnmatched(conjunct, right)) {
                context.report(conjunct.origin(), "this drops the rows without a match, which the outer join keeps")
                        .label(join.get().origin().span(), "the outer join")
                        .help("join with `kind=inner`, or let the empty value pass");
                return;
            }
        }
    }

    private static Optional<Relation.Join> outerJoin(Relation relation) {
        Relation below = relation;
        while (below instanceof Relation.Project
                || below instanceof Relation.Filter
                || below instanceof Relation.Sort
                || below instanceof Relation.Marker) {
            below = Trees.inputs(below).getFirst();
        }
        return below instanceof Relation.Join join && join.kind() == JoinKind.LEFT_OUTER
                ? Optional.of(join)
                : Optional.empty();
    }

    /** Whether a test fails where all columns of the right side are null or empty. */
    private static boolean dropsUnmatched(Scalar test, Set<ColumnId> right) {
        return switch (test) {
            case Scalar.Comparison comparison -> dropsUnmatched(comparison, right);
            case Scalar.StringMatch match ->
                !match.negated()
                        && isOf(match.text(), right)
                        && match.patterns().stream().allMatch(OuterJoinUndone::isFull);
            case Scalar.InList in ->
                !in.negated()
                        && isOf(in.subject(), right)
                        && in.items().stream().allMatch(OuterJoinUndone::isFull);
            case Scalar.Between between -> !between.negated() && isOf(between.subject(), right);
            // A test for emptiness alone is how an inner join is often written on purpose.
            case Scalar.Call ignored -> false;
            case Scalar.ColumnRef ignored -> false;
            case Scalar.Constant ignored -> false;
            case Scalar.InRelation ignored -> false;
            case Scalar.Logical ignored -> false;
            case Scalar.Not ignored -> false;
            case Scalar.Arithmetic ignored -> false;
            case Scalar.Negate ignored -> false;
            case Scalar.AggregateCall ignored -> false;
            case Scalar.UnknownCall ignored -> false;
            case Scalar.Member ignored -> false;
            case Scalar.Element ignored -> false;
            case Scalar.Subquery ignored -> false;
            case Scalar.AnyColumn ignored -> false;
            case Scalar.RelationArgument ignored -> false;
            case Scalar.Unbound ignored -> false;
        };
    }

    private static boolean dropsUnmatched(Scalar.Comparison comparison, Set<ColumnId> right) {
        Scalar left = comparison.left();
        Scalar other = comparison.right();
        boolean tested = isOf(left, right) && isFull(other) || isOf(other, right) && isFull(left);
        return tested && comparison.operator() != ComparisonOperator.NOT_EQUAL;
    }

    private static boolean isOf(Scalar scalar, Set<ColumnId> right) {
        return scalar instanceof Scalar.ColumnRef reference
                && right.contains(reference.column().id());
    }

    /** A constant that is neither null nor the empty text. */
    private static boolean isFull(Scalar scalar) {
        return scalar instanceof Scalar.Constant constant
                && !(constant.value() instanceof Value.Null)
                && ScalarParts.text(constant).filter(String::isEmpty).isEmpty();
    }
}
