package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.util.List;

/** A function that makes one value of the rows of a group. */
@FunctionalInterface
public interface AggregateFunction {
    /**
     * The value, of the type of the call; throws {@link NotEvaluated} where the engine's answer is not known.
     *
     * @param rows for each row of the group, in order, the values of the call's arguments
     */
    Value aggregate(List<List<Value>> rows, CallSite site);
}
