package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.List;

/** A function that makes one value of the values of its arguments. */
@FunctionalInterface
public interface ScalarFunction {
    /** The value, of the type of the call; throws {@link NotEvaluated} where the engine's answer is not known. */
    Value apply(CallSite site, List<Value> arguments);
}
