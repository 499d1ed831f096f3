package dev.kqlift.evaluation;

import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import java.util.List;

/**
 * A call, as a function sees it beside the values of its arguments.
 *
 * @param name the function's name
 * @param type the type of the result, as bound
 * @param argumentTypes the types of the arguments, as bound: the value of a {@code dynamic} may be of any kind
 * @param origin the text of the call
 * @param context the run
 */
public record CallSite(
        String name, KqlType type, List<KqlType> argumentTypes, Origin origin, EvaluationContext context) {
    public CallSite {
        argumentTypes = List.copyOf(argumentTypes);
    }

    /** The refusal of this call. */
    NotEvaluated refuse(String message) {
        return Refusals.call("`" + name + "`: " + message, origin);
    }

    /** Whether an argument is declared as dynamic. */
    boolean isDynamic(int argument) {
        return argument < argumentTypes.size() && argumentTypes.get(argument) == KqlType.DYNAMIC;
    }
}
