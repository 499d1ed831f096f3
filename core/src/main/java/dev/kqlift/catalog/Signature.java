package dev.kqlift.catalog;

import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One form in which a function can be called.
 *
 * @param parameters in order
 * @param returns the rule for the type of the result
 * @param declared the type that the rule {@code DECLARED} gives; {@code UNKNOWN} for the other rules
 * @param columns what the rule {@code COLUMNS} gives, in order; empty for the other rules
 */
public record Signature(List<Parameter> parameters, ReturnRule returns, KqlType declared, List<ResultColumn> columns) {
    public Signature {
        parameters = List.copyOf(parameters);
        columns = List.copyOf(columns);
    }

    /** A signature that does not make several columns. */
    public Signature(List<Parameter> parameters, ReturnRule returns, KqlType declared) {
        this(parameters, returns, declared, List.of());
    }

    /**
     * The parameter of each of a number of arguments, in order; empty where the signature does not take that many.
     *
     * <p>Arguments go to the parameters from left to right, as many to each as it takes. Adjacent parameters that
     * repeat without limit and stand at least once take turns, as in {@code case(if, then, if, then, else)}. Where only
     * types can tell whether the last argument is one more of a repeated parameter or the optional one after it
     * ({@code array_sort_asc(a, b, false)}), it counts as one more.
     */
    public Optional<List<Parameter>> parametersOf(int arguments) {
        if (arguments < minArguments() || arguments > maxArguments()) {
            return Optional.empty();
        }
        int blockStart = 0;
        while (blockStart < parameters.size() && !repeats(blockStart)) {
            blockStart++;
        }
        int blockEnd = blockStart;
        while (blockEnd < parameters.size() && repeats(blockEnd)) {
            blockEnd++;
        }
        return blockEnd - blockStart > 1
                ? inTurns(arguments, blockStart, blockEnd)
                : Optional.of(leftToRight(arguments));
    }

    /**
     * The type of the result for arguments of these types; {@code UNKNOWN} where an argument that matters is, and where
     * the rule asks for more than types ({@code COMPUTED}, the {@code LITERAL} rules, what is no scalar).
     */
    public KqlType resultType(List<KqlType> arguments) {
        return parametersOf(arguments.size())
                .map(assigned -> ResultTypes.of(this, assigned, arguments))
                .orElse(KqlType.UNKNOWN);
    }

    private boolean repeats(int index) {
        Parameter parameter = parameters.get(index);
        return parameter.max() >= Parameter.MANY && parameter.min() > 0;
    }

    private Optional<List<Parameter>> inTurns(int arguments, int blockStart, int blockEnd) {
        int inBlock = arguments - blockStart - (parameters.size() - blockEnd);
        int block = blockEnd - blockStart;
        if (inBlock < block || inBlock % block != 0) {
            return Optional.empty();
        }
        List<Parameter> assigned = new ArrayList<>(parameters.subList(0, blockStart));
        for (int i = 0; i < inBlock; i++) {
            assigned.add(parameters.get(blockStart + i % block));
        }
        assigned.addAll(parameters.subList(blockEnd, parameters.size()));
        return Optional.of(List.copyOf(assigned));
    }

    private List<Parameter> leftToRight(int arguments) {
        List<Parameter> assigned = new ArrayList<>();
        int spare = arguments - minArguments();
        for (Parameter parameter : parameters) {
            int more = Math.min(spare, parameter.max() - parameter.min());
            spare -= more;
            for (int i = 0; i < parameter.min() + more; i++) {
                assigned.add(parameter);
            }
        }
        return List.copyOf(assigned);
    }

    /** The least number of arguments. */
    public int minArguments() {
        return parameters.stream().mapToInt(Parameter::min).sum();
    }

    /** The greatest number of arguments; {@link Parameter#MANY} where there is no limit. */
    public int maxArguments() {
        int sum = 0;
        for (Parameter parameter : parameters) {
            sum = Math.min(sum + parameter.max(), Parameter.MANY);
        }
        return sum;
    }
}
