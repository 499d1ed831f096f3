package dev.kqlift.evaluation;

import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The value of a scalar over a row. */
public final class ScalarEvaluator {
    private static final Set<String> JSON_READERS = Set.of("parse_json", "todynamic", "toobject", "parsejson");

    private ScalarEvaluator() {}

    /**
     * The value: of the scalar's type, or that type's null. Of a {@code dynamic} it may be of any kind, a null is then that
     * of {@code dynamic}. Throws {@link NotEvaluated} where the engine's answer is not known.
     */
    public static Value evaluate(Scalar scalar, Row row, EvaluationContext context) {
        return switch (scalar) {
            case Scalar.Constant(var value, var origin) -> value;
            case Scalar.ColumnRef(var column, var origin) ->
                row.value(column.id())
                        .orElseThrow(() -> Refusals.construct("`" + column.name() + "` has no value here", origin));
            case Scalar.Comparison comparison ->
                Comparisons.compare(
                        comparison,
                        evaluate(comparison.left(), row, context),
                        evaluate(comparison.right(), row, context));
            case Scalar.StringMatch match -> matches(match, row, context);
            case Scalar.InList in -> inList(in, row, context);
            case Scalar.InRelation in -> inRelation(in, row, context);
            case Scalar.Between between -> between(between, row, context);
            case Scalar.Logical(var conjunction, var operands, var origin) ->
                logical(conjunction, operands, row, context);
            case Scalar.Not(var operand, var origin) ->
                Logic.not(Logic.condition(evaluate(operand, row, context), operand.origin()));
            case Scalar.Arithmetic(var operator, var left, var right, var type, var origin) ->
                Arithmetic.of(operator, evaluate(left, row, context), evaluate(right, row, context), type, origin);
            case Scalar.Negate(var operand, var type, var origin) ->
                Arithmetic.negated(evaluate(operand, row, context), origin);
            case Scalar.Call call -> call(call, row, context);
            case Scalar.AggregateCall call -> context.surroundings().aggregate(call);
            case Scalar.Member(Scalar.Call call, var name, var origin)
            when SeveralColumns.has(call.function().name()) -> SeveralColumns.column(call, name, row, context);
            case Scalar.Member(var target, var name, var origin) ->
                DynamicAccess.member(dynamic(target, row, context), name);
            case Scalar.Element(
                    Scalar.Call call,
                    Scalar.Constant(Value.Whole(var which, var type), var place),
                    var origin)
            when SeveralColumns.isSeveralArrays(call) -> SeveralColumns.column(call, "sorted" + which, row, context);
            case Scalar.Element(var target, var index, var origin) ->
                DynamicAccess.element(dynamic(target, row, context), evaluate(index, row, context), origin);
            case Scalar.Subquery(var relation, var type, var origin) ->
                context.surroundings().first(relation, row).orElse(Nulls.of(type));
            case Scalar.UnknownCall(var name, var arguments, var type, var origin) ->
                throw Refusals.call("`" + name + "` is not known, so that it cannot be run", origin);
            case Scalar.AnyColumn(var origin) -> throw Refusals.construct("`*` is no value", origin);
            case Scalar.RelationArgument(var relation, var origin) ->
                throw Refusals.construct("a table stands where a value is expected", origin);
            case Scalar.Unbound(var text, var type, var origin) ->
                throw Refusals.construct("`" + text + "` has no known value", origin);
        };
    }

    /** The values of scalars. */
    static List<Value> all(List<Scalar> scalars, Row row, EvaluationContext context) {
        List<Value> values = new ArrayList<>(scalars.size());
        for (Scalar scalar : scalars) {
            values.add(evaluate(scalar, row, context));
        }
        return values;
    }

    private static Value logical(boolean conjunction, List<Scalar> operands, Row row, EvaluationContext context) {
        Value result = Logic.of(conjunction);
        for (Scalar operand : operands) {
            Value truth = Logic.condition(evaluate(operand, row, context), operand.origin());
            result = conjunction ? Logic.and(result, truth) : Logic.or(result, truth);
            if (conjunction ? Logic.isFalse(result) : Logic.isTrue(result)) {
                return result;
            }
        }
        return result;
    }

    private static Value between(Scalar.Between between, Row row, EvaluationContext context) {
        Value subject = evaluate(between.subject(), row, context);
        Value low = evaluate(between.low(), row, context);
        Value high = evaluate(between.high(), row, context);
        if (low instanceof Value.DateTime(var from) && high instanceof Value.TimeSpan(var length)) {
            high = Instants.of(from + length);
        }
        Value inside = Logic.and(
                Comparisons.compare(
                        ComparisonOperator.GREATER_OR_EQUAL, subject, low, CaseRule.SENSITIVE, between.origin()),
                Comparisons.compare(
                        ComparisonOperator.LESS_OR_EQUAL, subject, high, CaseRule.SENSITIVE, between.origin()));
        return between.negated() ? Logic.not(inside) : inside;
    }

    private static Value dynamic(Scalar target, Row row, EvaluationContext context) {
        Value value = evaluate(target, row, context);
        if (target.type() != KqlType.DYNAMIC && value instanceof Value.Text) {
            throw Refusals.construct("a text has no members; use parse_json()", target.origin());
        }
        return value;
    }

    // ---- text

    private static Value matches(Scalar.StringMatch match, Row row, EvaluationContext context) {
        Patterns patterns =
                context.items().of(match, match.patterns(), row, context).patterns();
        boolean found = match.text() instanceof Scalar.AnyColumn
                ? anyColumn(match, patterns, row)
                : patterns.match(match, evaluate(match.text(), row, context));
        return Logic.of(match.negated() != found);
    }

    private static boolean anyColumn(Scalar.StringMatch match, Patterns patterns, Row row) {
        boolean refused = false;
        for (Column column : row.columns()) {
            Value value = row.value(column.id()).orElse(Nulls.DYNAMIC);
            if (column.type() == KqlType.STRING || column.type() == KqlType.DYNAMIC) {
                if (patterns.match(match, value)) {
                    return true;
                }
            } else {
                refused |= patterns.mayMatch(match, value);
            }
        }
        if (refused) {
            throw Refusals.construct("only a column that is no text may match", match.origin());
        }
        return false;
    }

    // ---- lists

    private static Value inList(Scalar.InList in, Row row, EvaluationContext context) {
        Value subject = evaluate(in.subject(), row, context);
        Items items = context.items().of(in, in.items(), row, context);
        return Logic.of(in.negated() != items.contains(subject, in.caseRule(), in.origin()));
    }

    private static Value inRelation(Scalar.InRelation in, Row row, EvaluationContext context) {
        Items items = context.surroundings().firstColumn(in.relation(), row);
        Value subject = evaluate(in.subject(), row, context);
        boolean found = switch (in.kind()) {
            case IN -> items.contains(subject, in.caseRule(), in.origin());
            case HAS_ANY, HAS_ALL -> items.patterns().match(terms(in), subject);
        };
        return Logic.of(in.negated() != found);
    }

    /** The match of terms that {@code has_any} and {@code has_all} over a relation are. */
    private static Scalar.StringMatch terms(Scalar.InRelation in) {
        return new Scalar.StringMatch(
                MatchKind.TERM,
                in.subject(),
                List.of(),
                in.kind() == Scalar.InKind.HAS_ALL,
                in.caseRule(),
                in.negated(),
                in.origin());
    }

    // ---- calls

    private static Value call(Scalar.Call call, Row row, EvaluationContext context) {
        String name = call.function().name();
        Optional<Value> answered = context.surroundings().call(call, row, context);
        if (answered.isPresent()) {
            return answered.get();
        }
        if (Conditionals.has(name)) {
            return Conditionals.evaluate(call, row, context);
        }
        if (isRewrittenNull(call, row, context)) {
            return Nulls.DYNAMIC;
        }
        if (name.equals("bag_pack_columns")) {
            return packColumns(call, row, context);
        }
        ScalarFunction function = ScalarFunctions.find(name)
                .orElseThrow(() -> Refusals.call("`" + name + "` is not evaluated", call.origin()));
        Arguments arguments = arguments(call, row, context);
        Untold.requireFor(name, arguments.values());
        return function.apply(arguments.site(), arguments.values());
    }

    /** A null written as JSON and read again is null, whatever its JSON is. */
    private static boolean isRewrittenNull(Scalar.Call call, Row row, EvaluationContext context) {
        return JSON_READERS.contains(call.function().name())
                && call.arguments().size() == 1
                && call.arguments().getFirst() instanceof Scalar.Call inner
                && inner.function().name().equals("dynamic_to_json")
                && inner.arguments().size() == 1
                && Nulls.isNull(evaluate(inner.arguments().getFirst(), row, context));
    }

    /** A bag of columns under their names. */
    private static Value packColumns(Scalar.Call call, Row row, EvaluationContext context) {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (Scalar argument : call.arguments()) {
            if (!(argument instanceof Scalar.ColumnRef(var column, var origin))) {
                throw Refusals.call("`bag_pack_columns` is given what is no column", call.origin());
            }
            entries.put(column.name(), Dynamics.of(evaluate(argument, row, context)));
        }
        return new Value.Bag(entries);
    }

    /** The values of a call's arguments. */
    static Arguments arguments(Scalar.Call call, Row row, EvaluationContext context) {
        List<Value> arguments = new ArrayList<>(call.arguments().size());
        List<KqlType> types = new ArrayList<>(call.arguments().size());
        for (Scalar argument : call.arguments()) {
            arguments.add(argument(argument, row, context));
            types.add(argument.type());
        }
        return new Arguments(
                new CallSite(call.function().name(), call.type(), types, call.origin(), context), arguments);
    }

    /** The value of an argument; of {@code typeof(long)} it is the name of the type. */
    private static Value argument(Scalar argument, Row row, EvaluationContext context) {
        return argument instanceof Scalar.Unbound(var text, var type, var origin)
                        && KqlType.ofName(text).isPresent()
                ? new Value.Text(text)
                : evaluate(argument, row, context);
    }
}
