package dev.kqlift.sql;

import dev.kqlift.ir.ArithmeticOperator;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.mapping.FunctionMapping;
import dev.kqlift.rendering.Fragment;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Scalars over the columns of one step. Dispatches; the work is done by what it names. */
final class ScalarLowering {
    private final SqlContext context;
    private final SqlRelation.Scope scope;
    private final Function<Relation, Optional<SqlRelation>> relations;

    ScalarLowering(SqlContext context, SqlRelation.Scope scope, Function<Relation, Optional<SqlRelation>> relations) {
        this.context = context;
        this.scope = scope;
        this.relations = relations;
    }

    SqlContext context() {
        return context;
    }

    SqlRelation.Scope scope() {
        return scope;
    }

    /** A value, with all that it may be. */
    Fragment value(Scalar scalar) {
        return lower(scalar, Truth.FULL);
    }

    /** A value of a column, with its width: a bare number would be of the narrowest type that holds it. */
    Fragment typed(Scalar scalar) {
        Fragment value = value(scalar);
        return scalar instanceof Scalar.Constant(Value constant, var origin)
                        && (constant instanceof Value.Whole || constant instanceof Value.TimeSpan)
                ? cast(value, scalar.type())
                : value;
    }

    static Fragment cast(Fragment value, KqlType type) {
        return new Fragment("CAST(" + value.text() + " AS " + SqlTypes.name(type) + ")", SqlStrengths.PRIMARY);
    }

    Fragment lower(Scalar scalar, Truth truth) {
        return switch (scalar) {
            case Scalar.ColumnRef reference -> column(reference);
            case Scalar.Constant constant -> constant(constant);
            case Scalar.Comparison comparison -> new ComparisonLowering(this).compare(comparison, truth);
            case Scalar.StringMatch match -> new MatchLowering(this).match(match);
            case Scalar.InList in -> new ComparisonLowering(this).inList(in, truth);
            case Scalar.InRelation in -> new ComparisonLowering(this).inRelation(in, truth);
            case Scalar.Between between -> between(between);
            case Scalar.Logical logical -> logical(logical, truth);
            case Scalar.Not not -> not(condition(not.operand(), Truth.FULL));
            case Scalar.Arithmetic arithmetic -> new ArithmeticLowering(this).lower(arithmetic);
            case Scalar.Negate negate -> new ArithmeticLowering(this).negate(negate);
            case Scalar.Call call -> call(call, call.function().name(), call.arguments());
            case Scalar.AggregateCall call -> new AggregateCalls(this).lower(call);
            case Scalar.UnknownCall call ->
                context.refuse(
                        call, "the function `" + call.name() + "` is not known, so that it cannot be translated");
            case Scalar.Member member -> new DynamicLowering(this).json(member);
            case Scalar.Element element -> new DynamicLowering(this).json(element);
            case Scalar.Subquery subquery -> subquery(subquery);
            case Scalar.AnyColumn any -> context.refuse(any, "`*` over all columns is not translated");
            case Scalar.RelationArgument argument ->
                context.refuse(argument, "a table as an argument is not translated");
            case Scalar.Unbound unbound -> {
                context.notes()
                        .add(unbound, LocalNote.notUnderstood("the meaning of this is not known", unbound.origin()));
                yield SqlContext.REFUSED;
            }
        };
    }

    /** A condition. KQL takes other types for conditions too; those are refused. */
    Fragment condition(Scalar scalar, Truth truth) {
        if (scalar.type() != KqlType.BOOL) {
            return context.refuse(scalar, "a value of type " + scalar.type().word() + " is used as a condition");
        }
        return lower(scalar, truth);
    }

    Fragment not(Fragment operand) {
        return new Fragment("NOT (" + operand.text() + ")", SqlStrengths.NOT);
    }

    private Fragment column(Scalar.ColumnRef reference) {
        Column column = reference.column();
        if (column.type() == KqlType.UNKNOWN || column.type() == KqlType.DECIMAL) {
            return context.refuse(
                    reference,
                    "the column `" + column.name() + "` has the type "
                            + column.type().word());
        }
        String name = scope.columns().get(column.id());
        return name == null
                ? context.refuse(reference, "the column `" + column.name() + "` is not at hand here")
                : new Fragment(name, SqlStrengths.PRIMARY);
    }

    private Fragment constant(Scalar.Constant constant) {
        if (constant.type() == KqlType.UNKNOWN) {
            return context.refuse(constant, "a constant of unknown type");
        }
        return SqlLiterals.constant(constant.value())
                .orElseGet(() -> context.refuse(
                        constant,
                        "the target cannot hold this " + constant.type().word() + " constant exactly"));
    }

    private Fragment between(Scalar.Between between) {
        KqlType type = between.subject().type();
        Fragment subject = value(between.subject());
        Fragment low = value(between.low());
        Fragment high;
        if (type == KqlType.DATETIME && between.high().type() == KqlType.TIMESPAN) {
            high = new ArithmeticLowering(this).shifted(between.low(), between.high(), ArithmeticOperator.ADD);
        } else if (SqlTypes.comparable(type, between.high().type())) {
            high = value(between.high());
        } else {
            return context.refuse(between, "the ends of `between` have other types than its subject");
        }
        boolean ordered = type == KqlType.DATETIME || type == KqlType.TIMESPAN || SqlTypes.isNumber(type);
        if (!ordered || !SqlTypes.comparable(type, between.low().type())) {
            return context.refuse(between, "`between` over " + type.word() + " is not translated");
        }
        if (SqlTypes.isNumber(type) && (unsettledEnd(between.low()) || unsettledEnd(between.high()))) {
            return context.refuse(
                    between, "an end of `between` is or may be NaN, which is the greatest number in the target");
        }
        // A subject that is NaN is beyond all other ends in both.
        Fragment inside = new Fragment(
                subject.in(SqlStrengths.OTHER) + " BETWEEN " + low.in(SqlStrengths.OTHER) + " AND "
                        + high.in(SqlStrengths.OTHER),
                SqlStrengths.COMPARISON);
        return between.negated() ? not(inside) : inside;
    }

    private static boolean unsettledEnd(Scalar end) {
        return end instanceof Scalar.Constant(Value value, var origin)
                ? value instanceof Value.Real(double number) && Double.isNaN(number)
                : end.type() == KqlType.REAL;
    }

    private Fragment logical(Scalar.Logical logical, Truth truth) {
        int strength = logical.conjunction() ? SqlStrengths.AND : SqlStrengths.OR;
        List<String> operands = new ArrayList<>();
        for (Scalar operand : logical.operands()) {
            // One step tighter, so that a nested `or` inside `or` keeps its own parentheses.
            operands.add(condition(operand, truth).in(strength + 1));
        }
        return new Fragment(String.join(logical.conjunction() ? " AND " : " OR ", operands), strength);
    }

    /** A call by the table, with its arguments as they stand. */
    Fragment call(Scalar node, String name, List<Scalar> arguments) {
        List<KqlType> types = arguments.stream().map(Scalar::type).toList();
        Optional<FunctionMapping> mapping = context.functions().mapping(name, types);
        if (mapping.isEmpty()) {
            String over = String.join(", ", types.stream().map(KqlType::word).toList());
            return context.refuse(node, "`" + name + "(" + over + ")` has no translation");
        }
        return switch (mapping.get()) {
            case FunctionMapping.Unsupported refusal -> context.refuse(node, "`" + name + "`: " + refusal.reason());
            case FunctionMapping.Emit emit -> {
                context.promise(node, emit.promise(), arguments);
                yield emit.pattern().fill(arguments.stream().map(this::value).toList());
            }
            case FunctionMapping.Form form -> {
                context.promise(node, form.promise(), arguments);
                yield new SqlForms(this).apply(form.name(), node, arguments);
            }
        };
    }

    private Fragment subquery(Scalar.Subquery subquery) {
        Optional<SqlRelation> relation = relations.apply(subquery.relation());
        if (relation.isEmpty() || subquery.relation().columns().isEmpty()) {
            return context.refuse(subquery, "the table of `toscalar` has no known column");
        }
        KqlType type = subquery.relation().columns().getFirst().type();
        if (type == KqlType.UNKNOWN || type == KqlType.DECIMAL) {
            return context.refuse(subquery, "the value of `toscalar` has the type " + type.word());
        }
        SqlRelation rows = relation.get();
        if (!UniqueKeys.hold(subquery.relation(), rows.orderColumns())) {
            String message = "where several rows may come first, KQL leaves open which of them `toscalar` reads";
            context.notes().add(subquery, LocalNote.leftOpen(message, subquery.origin(), List.of()));
        }
        String name = rows.name(subquery.relation().columns().getFirst().id());
        String order = rows.orderBy().isEmpty() ? "" : " ORDER BY " + String.join(", ", rows.orderBy());
        String query = "(SELECT " + SqlNames.quoted(name) + " FROM " + rows.source() + order + " LIMIT 1)";
        // No row gives null, which no text is.
        return new Fragment(type == KqlType.STRING ? "coalesce(" + query + ", '')" : query, SqlStrengths.PRIMARY);
    }

    Optional<SqlRelation> relation(Relation relation) {
        return relations.apply(relation);
    }
}
