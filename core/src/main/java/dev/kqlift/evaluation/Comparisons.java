package dev.kqlift.evaluation;

import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;

/** {@code ==}, {@code =~}, {@code <} and their like over two values. */
final class Comparisons {
    private Comparisons() {}

    /** The comparison, which may be null. */
    static Value compare(ComparisonOperator operator, Value left, Value right, CaseRule caseRule, Origin origin) {
        return switch (operator) {
            case EQUAL -> equal(left, right, caseRule, origin);
            case NOT_EQUAL -> Logic.not(equal(left, right, caseRule, origin));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> ordered(operator, left, right, origin);
        };
    }

    /** The comparison of two scalars with these values: of a dynamic bool and a string, it is the bool's text that counts. */
    static Value compare(Scalar.Comparison comparison, Value left, Value right) {
        return compare(
                comparison.operator(),
                meeting(left, comparison.left(), right, comparison.right()),
                meeting(right, comparison.right(), left, comparison.left()),
                comparison.caseRule(),
                comparison.origin());
    }

    /** A dynamic bool is {@code true} as a text; where a string reads so, in any reading of the two they are equal. */
    private static Value meeting(Value value, Scalar scalar, Value other, Scalar otherScalar) {
        boolean mixed = scalar.type() == KqlType.DYNAMIC && otherScalar.type() == KqlType.STRING;
        if (mixed && value instanceof Value.Bool && other instanceof Value.Text(var text)) {
            String json = TextOf.value(value, KqlType.DYNAMIC);
            if (text.equals(json)) {
                return new Value.Text(json);
            }
            if (text.equalsIgnoreCase(json)) {
                throw UnlikeEquality.refusal(value, other, scalar.origin());
            }
        }
        return value;
    }

    /** With one side null false, not null; with both sides null null. */
    static Value equal(Value left, Value right, CaseRule caseRule, Origin origin) {
        Untold.required(left);
        Untold.required(right);
        boolean leftNull = Nulls.isNull(left);
        boolean rightNull = Nulls.isNull(right);
        if (leftNull || rightNull) {
            return leftNull && rightNull ? Nulls.BOOL : Logic.FALSE;
        }
        return Logic.of(same(left, right, caseRule, origin));
    }

    /** Whether two values that are not null are equal. */
    static boolean same(Value left, Value right, CaseRule caseRule, Origin origin) {
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return !Numbers.isNaN(left) && !Numbers.isNaN(right) && Numbers.compare(left, right) == 0;
        }
        if (left instanceof Value.Text(var a) && right instanceof Value.Text(var b)) {
            return caseRule == CaseRule.SENSITIVE ? a.equals(b) : Folding.equal(a, b, origin);
        }
        if (left.getClass() == right.getClass() && !isContainer(left)) {
            return left.equals(right);
        }
        return UnlikeEquality.same(left, right, caseRule, origin);
    }

    static boolean isContainer(Value value) {
        return value instanceof Value.Array || value instanceof Value.Bag;
    }

    static String kind(Value value) {
        return switch (value) {
            case Value.Array ignored -> "dynamic array";
            case Value.Bag ignored -> "property bag";
            default -> value.type().word();
        };
    }

    private static Value ordered(ComparisonOperator operator, Value left, Value right, Origin origin) {
        if (Nulls.isNull(left) || Nulls.isNull(right)) {
            return Nulls.BOOL;
        }
        if (Numbers.isNaN(left) || Numbers.isNaN(right)) {
            return Logic.FALSE;
        }
        int order = order(left, right, origin);
        return Logic.of(
                switch (operator) {
                    case LESS -> order < 0;
                    case LESS_OR_EQUAL -> order <= 0;
                    case GREATER -> order > 0;
                    case GREATER_OR_EQUAL -> order >= 0;
                    case EQUAL -> order == 0;
                    case NOT_EQUAL -> order != 0;
                });
    }

    /** The order of two values that are neither null nor NaN. */
    private static int order(Value left, Value right, Origin origin) {
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Numbers.compare(left, right);
        }
        if (left instanceof Value.DateTime(var a) && right instanceof Value.DateTime(var b)) {
            return Long.compare(a, b);
        }
        if (left instanceof Value.TimeSpan(var a) && right instanceof Value.TimeSpan(var b)) {
            return Long.compare(a, b);
        }
        if (left instanceof Value.Bool(var a) && right instanceof Value.Bool(var b)) {
            return Boolean.compare(a, b);
        }
        throw Refusals.construct(
                "a " + kind(left) + " and a " + kind(right) + " are put in order; convert one of them", origin);
    }
}
