package dev.kqlift.evaluation;

import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.List;

/** Calls of which only the argument that is chosen is evaluated. */
final class Conditionals {
    private static final List<String> NAMES = List.of("iff", "iif", "case", "coalesce");

    private Conditionals() {}

    static boolean has(String name) {
        return NAMES.contains(name);
    }

    static Value evaluate(Scalar.Call call, Row row, EvaluationContext context) {
        List<Scalar> arguments = call.arguments();
        if (call.function().name().equals("coalesce")) {
            return coalesce(call, row, context);
        }
        // A condition that is null chooses the other branch.
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            Scalar condition = arguments.get(i);
            Value truth = Logic.condition(ScalarEvaluator.evaluate(condition, row, context), condition.origin());
            if (Logic.isTrue(truth)) {
                return chosen(arguments.get(i + 1), call.type(), row, context);
            }
        }
        return chosen(arguments.get(arguments.size() - 1), call.type(), row, context);
    }

    private static Value chosen(Scalar branch, KqlType type, Row row, EvaluationContext context) {
        return fitted(ScalarEvaluator.evaluate(branch, row, context), branch, type);
    }

    /**
     * The value of one of several branches as a value of the type that they share. Of a dynamic and a string that is a
     * string: the dynamic becomes the text that every function of texts sees of it.
     */
    private static Value fitted(Value value, Scalar branch, KqlType type) {
        if (Nulls.isNull(value)) {
            return Nulls.of(type);
        }
        if (type == KqlType.STRING && branch.type() == KqlType.DYNAMIC) {
            return new Value.Text(TextOf.value(value, KqlType.DYNAMIC));
        }
        Value widened = Numbers.widened(value, type);
        if (type == KqlType.DYNAMIC || type == KqlType.UNKNOWN || widened.type() == type) {
            return widened;
        }
        throw Refusals.construct(
                "one branch is a " + branch.type().word() + " and another a " + type.word() + "; convert one of them",
                branch.origin());
    }

    private static Value coalesce(Scalar.Call call, Row row, EvaluationContext context) {
        for (Scalar argument : call.arguments()) {
            Value value = Untold.required(ScalarEvaluator.evaluate(argument, row, context));
            if (!Nulls.isNull(value) && !value.equals(Nulls.EMPTY_TEXT)) {
                return fitted(value, argument, call.type());
            }
        }
        return Nulls.of(call.type());
    }
}
