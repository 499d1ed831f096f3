package dev.kqlift.translation;

import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Carries deviations from the nodes of a scalar to its root. {@code and}, {@code or} keep them, {@code not} turns them; any
 * other node makes a value of a condition, and nothing is promised of a value that differs on unknown rows.
 */
final class ScalarLifting {
    private static final String AS_VALUE = "the condition is used as a value";

    private final LocalNotes notes;
    private final Function<Relation, List<Deviation>> relations;

    ScalarLifting(LocalNotes notes, Function<Relation, List<Deviation>> relations) {
        this.notes = notes;
        this.relations = relations;
    }

    /** The deviations of a condition: its truth, in the order false, null, true. */
    List<Deviation> condition(Scalar scalar) {
        List<Deviation> result = new ArrayList<>();
        for (LocalNote note : notes.at(scalar)) {
            result.add(Deviation.of(note));
        }
        switch (scalar) {
            case Scalar.ColumnRef reference -> {}
            case Scalar.Constant constant -> {}
            case Scalar.AnyColumn any -> {}
            case Scalar.Unbound unbound -> {}
            case Scalar.Logical logical -> logical.operands().forEach(operand -> result.addAll(condition(operand)));
            case Scalar.Not not -> result.addAll(mapped(condition(not.operand()), Deviation::turned));
            case Scalar.Comparison comparison -> values(result, List.of(comparison.left(), comparison.right()));
            case Scalar.StringMatch match -> {
                result.addAll(value(match.text()));
                values(result, match.patterns());
            }
            case Scalar.InList in -> {
                result.addAll(value(in.subject()));
                values(result, in.items());
            }
            case Scalar.InRelation in -> {
                result.addAll(value(in.subject()));
                result.addAll(membership(in));
            }
            case Scalar.Between between -> values(result, List.of(between.subject(), between.low(), between.high()));
            case Scalar.Arithmetic arithmetic -> values(result, List.of(arithmetic.left(), arithmetic.right()));
            case Scalar.Negate negate -> result.addAll(value(negate.operand()));
            case Scalar.Call call -> values(result, call.arguments());
            case Scalar.AggregateCall call -> values(result, call.arguments());
            case Scalar.UnknownCall call -> values(result, call.arguments());
            case Scalar.Member member -> result.addAll(value(member.target()));
            case Scalar.Element element -> values(result, List.of(element.target(), element.index()));
            case Scalar.Subquery subquery -> result.addAll(single(subquery.relation()));
            case Scalar.RelationArgument argument -> result.addAll(single(argument.relation()));
        }
        return result;
    }

    /** The deviations of a value: one that comes from a condition has lost its direction. */
    List<Deviation> value(Scalar scalar) {
        return mapped(condition(scalar), deviation -> deviation.lostIfRows(AS_VALUE));
    }

    private void values(List<Deviation> result, List<Scalar> scalars) {
        scalars.forEach(scalar -> result.addAll(value(scalar)));
    }

    /** More values make {@code in} and {@code has_any} truer, {@code has_all} less true. */
    private List<Deviation> membership(Scalar.InRelation in) {
        boolean turns = (in.kind() == Scalar.InKind.HAS_ALL) != in.negated();
        return mapped(
                atValues(in.relation(), "the values that are looked for may differ"),
                deviation -> turns ? deviation.turned() : deviation);
    }

    private List<Deviation> single(Relation relation) {
        return mapped(
                atValues(relation, "the value of a sub-query may differ"),
                deviation -> deviation.lostIfRows("one value is taken from the rows of a sub-query"));
    }

    private List<Deviation> atValues(Relation relation, String why) {
        List<Deviation> result = new ArrayList<>();
        for (Deviation deviation : relations.apply(relation)) {
            boolean read = relation.columns().isEmpty()
                    || deviation
                            .carriers()
                            .contains(relation.columns().getFirst().id());
            if (!deviation.approximate()) {
                result.add(deviation);
            } else if (read || deviation.decidesRows()) {
                // A sub-query's differing value takes part in what is chosen out here.
                result.add(deviation.deciding(why));
            }
        }
        return result;
    }

    static List<Deviation> mapped(List<Deviation> deviations, UnaryOperator<Deviation> change) {
        List<Deviation> result = new ArrayList<>(deviations.size());
        for (Deviation deviation : deviations) {
            result.add(change.apply(deviation));
        }
        return result;
    }
}
