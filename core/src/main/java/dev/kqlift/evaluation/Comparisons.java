package dev.kqlift.evaluation;

import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

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
        return sameOfTwoKinds(left, right, origin);
    }

    /**
     * Values of two kinds, of which a dynamic may hold any. Which of them the engine converts to the other's kind is not
     * documented. Where the one is the plain text of the other they are equal either way; where they differ as texts and as
     * numbers they are not; anything between is refused.
     */
    private static boolean sameOfTwoKinds(Value left, Value right, Origin origin) {
        if (left instanceof Value.Bool(var truth) && right instanceof Value.Whole(var number, var type)) {
            return sameTruth(truth, number, left, right, origin);
        }
        if (left instanceof Value.Whole(var number, var type) && right instanceof Value.Bool(var truth)) {
            return sameTruth(truth, number, left, right, origin);
        }
        if (ofTruth(left, right) || ofTruth(right, left)) {
            return true;
        }
        if (left instanceof Value.Bool && right instanceof Value.Text(var text) && isNoTruth(text)
                || right instanceof Value.Bool && left instanceof Value.Text(var other) && isNoTruth(other)) {
            return false;
        }
        boolean text = left instanceof Value.Text || right instanceof Value.Text;
        boolean whole = left instanceof Value.Whole || right instanceof Value.Whole;
        if (text && whole && ValueText.of(left).equals(ValueText.of(right))) {
            return true;
        }
        boolean numbers = isTrueOrNumber(left) && isTrueOrNumber(right);
        boolean texts = text || !isContainer(left) && !isContainer(right);
        if (texts && !numbers && !ValueText.of(left).equalsIgnoreCase(ValueText.of(right))) {
            return false;
        }
        if (text && whole && numbers && !sameNumber(left, right)) {
            return false;
        }
        throw refusal(left, right, origin);
    }

    /** Whether a text reads as neither true nor false. */
    private static boolean isNoTruth(String text) {
        return !text.strip().matches("(?i)true|false|[-+]?[0-9.]+");
    }

    private static boolean sameTruth(boolean truth, long number, Value left, Value right, Origin origin) {
        if (number != 0 && number != 1) {
            throw refusal(left, right, origin);
        }
        return truth == (number == 1);
    }

    /** Whether a text is the one that a conversion makes of a bool. */
    private static boolean ofTruth(Value text, Value truth) {
        return truth instanceof Value.Bool && text.equals(new Value.Text(TextOf.value(truth, KqlType.BOOL)));
    }

    private static NotEvaluated refusal(Value left, Value right, Origin origin) {
        return Refusals.construct(
                "a " + kind(left) + " and a " + kind(right) + " are compared; convert one of them", origin);
    }

    private static boolean isTrueOrNumber(Value value) {
        return Numbers.isNumber(value)
                || value instanceof Value.Bool
                || value instanceof Value.Text(var text) && NumberText.looksLikeNumber(text);
    }

    /** Whether a text and a number may be the same number; a text that reads as none is not. */
    private static boolean sameNumber(Value left, Value right) {
        return number(left)
                .flatMap(first -> number(right).map(second -> first.compareTo(second) == 0))
                .orElse(false);
    }

    private static Optional<BigDecimal> number(Value value) {
        String text = ValueText.of(value).strip();
        try {
            boolean hex = text.startsWith("0x") || text.startsWith("0X");
            return Optional.of(hex ? new BigDecimal(new BigInteger(text.substring(2), 16)) : new BigDecimal(text));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static boolean isContainer(Value value) {
        return value instanceof Value.Array || value instanceof Value.Bag;
    }

    private static String kind(Value value) {
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
