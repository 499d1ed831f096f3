package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.ArithmeticOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;

/** A division of whole numbers whose fraction is asked for. */
@RuleInfo(code = "KL617", name = "integer-division", category = LintCategory.MEANING, severity = Severity.WARNING)
final class IntegerDivision implements LintRule, OnScalar {
    @Override
    public void check(Scalar scalar, RuleContext context) {
        if (scalar instanceof Scalar.Arithmetic product && product.operator() == ArithmeticOperator.MULTIPLY) {
            check(product.left(), isScale(product.right()), context);
            check(product.right(), isScale(product.left()), context);
        } else if (scalar instanceof Scalar.Comparison comparison) {
            check(comparison.left(), isFraction(comparison.right()), context);
            check(comparison.right(), isFraction(comparison.left()), context);
        } else if (ScalarParts.isCall(scalar, "todouble", "toreal", "todecimal", "round")) {
            check(((Scalar.Call) scalar).arguments().getFirst(), true, context);
        }
    }

    private static void check(Scalar scalar, boolean fractionMatters, RuleContext context) {
        if (fractionMatters
                && scalar instanceof Scalar.Arithmetic division
                && division.operator() == ArithmeticOperator.DIVIDE
                && division.left().type().isInteger()
                && division.right().type().isInteger()) {
            context.report(
                            division.origin(),
                            "whole numbers divide without a fraction, which is lost before it is used")
                    .help("make one of them a real number: `todouble(a) / b`, or multiply first: `100.0 * a / b`");
        }
    }

    private static boolean isScale(Scalar scalar) {
        return scalar instanceof Scalar.Constant(Value value, var origin)
                && switch (value) {
                    case Value.Whole(var number, var type) -> number >= 10;
                    case Value.Real(var number) -> number > 1;
                    case Value.Decimal ignored -> true;
                    case Value.Bool ignored -> false;
                    case Value.Text ignored -> false;
                    case Value.DateTime ignored -> false;
                    case Value.TimeSpan ignored -> false;
                    case Value.Guid ignored -> false;
                    case Value.Array ignored -> false;
                    case Value.Bag ignored -> false;
                    case Value.Null ignored -> false;
                };
    }

    private static boolean isFraction(Scalar scalar) {
        return scalar instanceof Scalar.Constant(Value.Real(var number), var origin) && number != Math.rint(number);
    }
}
