package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.types.Value;
import java.util.LinkedHashSet;
import java.util.Set;

/** A test that a group has rows. */
@RuleInfo(code = "KL642", name = "count-above-zero", category = LintCategory.MEANING, severity = Severity.NOTE)
final class CountAboveZero implements LintRule, OnBound {
    @Override
    public void check(BoundQuery query, RuleContext context) {
        Set<ColumnId> counts = counts(query);
        for (Scalar scalar : QueryScalars.of(query)) {
            if (scalar instanceof Scalar.Comparison comparison
                    && comparison.left() instanceof Scalar.ColumnRef reference
                    && counts.contains(reference.column().id())
                    && comparison.right() instanceof Scalar.Constant(Value.Whole(var number, var type), var origin)
                    && ScalarParts.isWritten(comparison.right(), context)
                    && isAlwaysTrue(comparison.operator(), number)) {
                context.report(comparison.origin(), "a group has at least one row, so that this is always true")
                        .help("delete the test, or write the threshold that is meant");
            }
        }
    }

    private static Set<ColumnId> counts(BoundQuery query) {
        Set<ColumnId> counts = new LinkedHashSet<>();
        for (Relation relation : QueryRelationList.of(query)) {
            if (relation instanceof Relation.Aggregate aggregate
                    && !aggregate.keys().isEmpty()) {
                for (Assignment assignment : aggregate.aggregates()) {
                    if (assignment.value() instanceof Scalar.AggregateCall call
                            && call.function().name().equals("count")
                            && call.arguments().isEmpty()) {
                        counts.add(assignment.column().id());
                    }
                }
            }
        }
        return counts;
    }

    private static boolean isAlwaysTrue(ComparisonOperator operator, long number) {
        return switch (operator) {
            case GREATER -> number <= 0;
            case GREATER_OR_EQUAL -> number <= 1;
            case NOT_EQUAL -> number <= 0;
            case EQUAL, LESS, LESS_OR_EQUAL -> false;
        };
    }
}
