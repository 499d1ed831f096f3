package dev.kqlift.analysis;

import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import org.jspecify.annotations.Nullable;

/** A test compared with a truth value, such as {@code isempty(x) == false}, which says the test or its opposite. */
final class TruthComparison {
    private TruthComparison() {}

    /** What {@code test == true} asks of the test; null where the comparison is none of a test with a truth value. */
    static @Nullable Boolean of(ComparisonOperator operator, Scalar left, Scalar right) {
        boolean equal = operator == ComparisonOperator.EQUAL;
        if (!equal && operator != ComparisonOperator.NOT_EQUAL || !isTest(left)) {
            return null;
        }
        if (!(right instanceof Scalar.Constant constant)) {
            return null;
        }
        if (constant.value() instanceof Value.Bool bool) {
            return equal == bool.value();
        }
        // Only of what is known to be a truth value: an unknown function may well return the number 1.
        if (left.type() == KqlType.BOOL
                && constant.value() instanceof Value.Whole whole
                && (whole.value() == 0 || whole.value() == 1)) {
            return equal == (whole.value() == 1);
        }
        return null;
    }

    private static boolean isTest(Scalar scalar) {
        return switch (scalar) {
            case Scalar.Comparison ignored -> true;
            case Scalar.StringMatch ignored -> true;
            case Scalar.InList ignored -> true;
            case Scalar.InRelation ignored -> true;
            case Scalar.Between ignored -> true;
            case Scalar.Logical ignored -> true;
            case Scalar.Not ignored -> true;
            case Scalar.Call call -> PredicateFunction.of(call.function()) != PredicateFunction.NONE;
            case Scalar.UnknownCall ignored -> true;
            case Scalar.ColumnRef ignored -> false;
            case Scalar.Constant ignored -> false;
            case Scalar.Arithmetic ignored -> false;
            case Scalar.Negate ignored -> false;
            case Scalar.AggregateCall ignored -> false;
            case Scalar.Member ignored -> false;
            case Scalar.Element ignored -> false;
            case Scalar.Subquery ignored -> false;
            case Scalar.AnyColumn ignored -> false;
            case Scalar.RelationArgument ignored -> false;
            case Scalar.Unbound ignored -> false;
        };
    }
}
