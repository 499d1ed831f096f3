package dev.kqlift.evaluation;

import dev.kqlift.ir.ArithmeticOperator;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code range}: the values from one end to the other, the ends with them. */
final class RangeRows {
    private RangeRows() {}

    static RowSet of(Relation.Range range, EvaluationContext context, Budget budget) {
        Value from = value(range.from(), range, context);
        Value to = value(range.to(), range, context);
        Value step = ScalarEvaluator.evaluate(range.step(), Row.EMPTY, context);
        List<List<Value>> rows = new ArrayList<>();
        if (Nulls.any(List.of(from, to, step))) {
            throw Refusals.construct("an end or the step of the range is null", range.origin());
        }
        int direction = direction(step, range);
        Value next = from;
        // Each value is counted from the first, so that errors of real numbers do not add up.
        for (long i = 1; ValueOrder.compare(next, to, range.origin()) * direction <= 0; i++) {
            rows.add(List.of(next));
            budget.spend(1, range.origin());
            Value count = new Value.Whole(i, KqlType.LONG);
            Value way = arithmetic(ArithmeticOperator.MULTIPLY, step, count, step.type(), range);
            next = arithmetic(ArithmeticOperator.ADD, from, way, range.column().type(), range);
        }
        return new RowSet(range.columns(), rows, true);
    }

    private static Value value(Scalar scalar, Relation.Range range, EvaluationContext context) {
        Value value = ScalarEvaluator.evaluate(scalar, Row.EMPTY, context);
        return LiteralCells.cell(value, range.column().type(), scalar.origin(), context);
    }

    private static Value arithmetic(
            ArithmeticOperator operator, Value left, Value right, KqlType type, Relation.Range range) {
        return Arithmetic.of(operator, left, right, type, range.origin());
    }

    private static int direction(Value step, Relation.Range range) {
        int sign = switch (step) {
            case Value.TimeSpan(var ticks) -> Long.signum(ticks);
            case Value.Whole(var number, var type) -> Long.signum(number);
            case Value.Real(var number) -> (int) Math.signum(number);
            case Value.Decimal(var number) -> number.signum();
            default -> 0;
        };
        if (sign == 0) {
            throw Refusals.construct("a step of zero never ends", range.step().origin());
        }
        return sign;
    }
}
