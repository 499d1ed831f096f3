package dev.kqlift.sql;

import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out between which numbers an expression lies, from its constants, its types and the table of functions. */
final class WholeRanges {
    /** The mark of a row whose instant lies at most a year before its argument. */
    private static final List<String> START_OF_ARGUMENT = List.of("start");

    private static final long YEAR = 366 * Ticks.PER_DAY;

    private final ColumnFacts facts;
    private final Map<ColumnId, WholeRange> columns = new HashMap<>();

    WholeRanges(ColumnFacts facts) {
        this.facts = facts;
    }

    WholeRange of(Scalar scalar) {
        WholeRange all = all(scalar.type());
        return switch (scalar) {
            case Scalar.Constant constant -> constant(constant.value(), all);
            case Scalar.ColumnRef reference -> column(reference, all);
            case Scalar.Arithmetic arithmetic -> arithmetic(arithmetic).orAll(computed(arithmetic.type()));
            case Scalar.Negate negate -> of(negate.operand()).negated().orAll(computed(negate.type()));
            case Scalar.Call call -> call(call, call.arguments(), all);
            case Scalar.AggregateCall call -> call(call, call.arguments(), all);
            default -> all;
        };
    }

    private static WholeRange all(KqlType type) {
        return switch (type) {
            case INT -> WholeRange.INT;
            case DATETIME -> WholeRange.INSTANTS;
            case BOOL, LONG, REAL, DECIMAL, STRING, TIMESPAN, GUID, DYNAMIC, UNKNOWN -> WholeRange.LONG;
        };
    }

    /** KQL computes in 64 bits, whatever the type of the operands. */
    private static WholeRange computed(KqlType type) {
        return type == KqlType.DATETIME ? WholeRange.INSTANTS : WholeRange.LONG;
    }

    private static WholeRange constant(Value value, WholeRange all) {
        return switch (value) {
            case Value.Whole whole -> WholeRange.of(whole.value(), whole.value());
            case Value.TimeSpan span -> WholeRange.of(span.ticks(), span.ticks());
            case Value.DateTime time -> WholeRange.of(time.ticks(), time.ticks());
            // A null takes no part in a computation: any range does.
            case Value.Null none -> WholeRange.of(0, 0);
            case Value.Bool ignored -> all;
            case Value.Real ignored -> all;
            case Value.Decimal ignored -> all;
            case Value.Text ignored -> all;
            case Value.Guid ignored -> all;
            case Value.Array ignored -> all;
            case Value.Bag ignored -> all;
        };
    }

    private WholeRange column(Scalar.ColumnRef reference, WholeRange all) {
        ColumnId id = reference.column().id();
        WholeRange known = columns.get(id);
        if (known != null) {
            return known;
        }
        columns.put(id, computed(reference.type()));
        Optional<List<Scalar>> sources = facts.definitions(reference.column());
        WholeRange range =
                sources.isEmpty() || sources.get().isEmpty() ? all : hull(sources.get(), computed(reference.type()));
        columns.put(id, range);
        return range;
    }

    private WholeRange hull(List<Scalar> scalars, WholeRange all) {
        WholeRange result = of(scalars.getFirst());
        for (Scalar scalar : scalars) {
            result = result.hull(of(scalar));
        }
        return result.orAll(all);
    }

    /** What the operator gives if it does not wrap round. */
    WholeRange arithmetic(Scalar.Arithmetic node) {
        WholeRange left = of(node.left());
        WholeRange right = of(node.right());
        return switch (node.operator()) {
            case ADD -> left.plus(right);
            case SUBTRACT -> left.minus(right);
            case MULTIPLY -> left.times(right);
            case DIVIDE -> left.bothSigns();
            case MODULO -> new WholeRange(BigInteger.ZERO, right.bothSigns().high());
        };
    }

    private WholeRange call(Scalar call, List<Scalar> arguments, WholeRange all) {
        List<String> within =
                facts.promise(call).map(promise -> promise.within()).orElse(List.of());
        if (within.isEmpty()) {
            return all;
        }
        if (within.equals(ColumnFacts.ONE_OF_THE_ARGUMENTS)) {
            List<Scalar> values = arguments.stream()
                    .filter(argument -> argument.type() != KqlType.BOOL)
                    .toList();
            return values.isEmpty() ? all : hull(values, all);
        }
        if (within.equals(START_OF_ARGUMENT)) {
            WholeRange of = of(arguments.getFirst());
            return new WholeRange(of.low().subtract(BigInteger.valueOf(YEAR)).max(BigInteger.ZERO), of.high())
                    .orAll(all);
        }
        return new WholeRange(new BigInteger(within.getFirst()), new BigInteger(within.getLast()));
    }

    /** True for the words and numbers that a row may have. */
    static boolean valid(List<String> within) {
        return within.isEmpty()
                || within.equals(ColumnFacts.ONE_OF_THE_ARGUMENTS)
                || within.equals(START_OF_ARGUMENT)
                || within.size() == 2 && within.stream().allMatch(number -> number.matches("-?\\d+"));
    }
}
