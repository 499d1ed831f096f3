package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.types.Value;
import java.util.Optional;

/** The length of a list compared with a number that the list never reaches. */
@RuleInfo(code = "KL633", name = "threshold-over-limit", category = LintCategory.MEANING, severity = Severity.ERROR)
final class ThresholdOverLimit implements LintRule, OnBound {
    /** What the old forms keep where the call does not say. */
    private static final long OLD_LIMIT = 128;

    @Override
    public void check(BoundQuery query, RuleContext context) {
        ColumnDefinitions definitions = ColumnDefinitions.of(query);
        for (Scalar scalar : QueryScalars.of(query)) {
            if (scalar instanceof Scalar.Comparison comparison
                    && comparison.right() instanceof Scalar.Constant(Value.Whole(var number, var type), var origin)) {
                Optional<Long> limit = limit(definitions.resolve(comparison.left()), definitions);
                if (limit.isPresent() && isOver(comparison.operator(), number, limit.get())) {
                    context.report(
                                    comparison.origin(),
                                    "the list holds no more than " + limit.get()
                                            + " values, so that this is never true")
                            .help("count with `dcount()` or `count()`, or raise the limit of the list");
                }
            }
        }
    }

    private static boolean isOver(ComparisonOperator operator, long number, long limit) {
        return switch (operator) {
            case GREATER -> number >= limit;
            case GREATER_OR_EQUAL, EQUAL -> number > limit;
            case NOT_EQUAL, LESS, LESS_OR_EQUAL -> false;
        };
    }

    private static Optional<Long> limit(Scalar length, ColumnDefinitions definitions) {
        if (!ScalarParts.isCall(length, "array_length", "arraylength")
                || !(length instanceof Scalar.Call call)
                || !(definitions.resolve(call.arguments().getFirst()) instanceof Scalar.AggregateCall list)) {
            return Optional.empty();
        }
        String name = list.function().name();
        boolean conditional = name.equals("make_set_if") || name.equals("make_list_if");
        boolean old = name.equals("makeset") || name.equals("makelist");
        if (!old && !conditional && !name.equals("make_set") && !name.equals("make_list")) {
            return Optional.empty();
        }
        int place = conditional ? 2 : 1;
        if (list.arguments().size() > place) {
            return list.arguments().get(place) instanceof Scalar.Constant(Value.Whole(var size, var type), var origin)
                    ? Optional.of(size)
                    : Optional.empty();
        }
        return old ? Optional.of(OLD_LIMIT) : Optional.empty();
    }
}
