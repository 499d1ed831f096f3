package dev.kqlift.evaluation;

import dev.kqlift.ir.CaseRule;
import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Equality of values of two kinds, of which a dynamic may hold any. Which of them the engine converts to the other's kind
 * is not documented: where every conversion gives the same answer, that is the answer, anything else is refused.
 */
final class UnlikeEquality {
    private UnlikeEquality() {}

    static boolean same(Value left, Value right, CaseRule caseRule, Origin origin) {
        if (right instanceof Value.Text(var text)) {
            return sameAsText(left, text, caseRule, origin).orElseThrow(() -> refusal(left, right, origin));
        }
        if (left instanceof Value.Text(var text)) {
            return sameAsText(right, text, caseRule, origin).orElseThrow(() -> refusal(left, right, origin));
        }
        if (left instanceof Value.Bool(var truth) && right instanceof Value.Whole(var number, var type)) {
            return sameTruth(truth, number, left, right, origin);
        }
        if (left instanceof Value.Whole(var number, var type) && right instanceof Value.Bool(var truth)) {
            return sameTruth(truth, number, left, right, origin);
        }
        boolean numbers = isTrueOrNumber(left) && isTrueOrNumber(right);
        boolean scalars = !Comparisons.isContainer(left) && !Comparisons.isContainer(right);
        if (scalars && !numbers && !ValueText.of(left).equalsIgnoreCase(ValueText.of(right))) {
            return false;
        }
        throw refusal(left, right, origin);
    }

    static NotEvaluated refusal(Value left, Value right, Origin origin) {
        return Refusals.construct(
                "a " + Comparisons.kind(left) + " and a " + Comparisons.kind(right)
                        + " are compared; convert one of them",
                origin);
    }

    private static boolean sameTruth(boolean truth, long number, Value left, Value right, Origin origin) {
        if (number != 0 && number != 1) {
            throw refusal(left, right, origin);
        }
        return truth == (number == 1);
    }

    private static boolean isTrueOrNumber(Value value) {
        return Numbers.isNumber(value) || value instanceof Value.Bool;
    }

    // ---- with a text

    /** Whether a value is the one that a text says; empty where that depends on what is converted to what. */
    private static Optional<Boolean> sameAsText(Value value, String text, CaseRule caseRule, Origin origin) {
        return switch (value) {
            case Value.Array ignored -> sameAsJson(value, text, caseRule, origin);
            case Value.Bag ignored -> sameAsJson(value, text, caseRule, origin);
            case Value.Bool(var truth) -> sameAsTruth(truth, text);
            case Value.Whole ignored -> sameAsWhole(value, text);
            case Value.Real ignored -> NumberText.looksLikeNumber(text) ? Optional.empty() : differs(value, text);
            case Value.Decimal ignored -> NumberText.looksLikeNumber(text) ? Optional.empty() : differs(value, text);
            case Value.DateTime ignored -> differs(value, text);
            case Value.TimeSpan ignored -> differs(value, text);
            case Value.Guid ignored -> differs(value, text);
            case Value.Text ignored -> differs(value, text);
            case Value.Null ignored -> differs(value, text);
        };
    }

    private static Optional<Boolean> differs(Value value, String text) {
        return ValueText.of(value).equalsIgnoreCase(text) ? Optional.empty() : Optional.of(false);
    }

    /**
     * Whether an array or a bag is the one that a text says: published rules test for {@code "[]"} and its like, so that the
     * text of the dynamic counts. Empty where the text says the same in another spelling, and for a bag of several entries,
     * whose order in the text is not fixed.
     */
    private static Optional<Boolean> sameAsJson(Value container, String text, CaseRule caseRule, Origin origin) {
        String json = ValueText.json(container);
        boolean spelled = caseRule == CaseRule.SENSITIVE ? json.equals(text) : Folding.equal(json, text, origin);
        if (spelled) {
            return hasOneSpelling(container) ? Optional.of(true) : Optional.empty();
        }
        String start = text.strip();
        if (!start.startsWith("[") && !start.startsWith("{")) {
            return Optional.of(false);
        }
        return CellReader.of(text, KqlType.DYNAMIC)
                .filter(read -> !canonical(read).equalsIgnoreCase(canonical(container)))
                .map(read -> false);
    }

    private static boolean hasOneSpelling(Value value) {
        return switch (value) {
            case Value.Array(var items) -> items.stream().allMatch(UnlikeEquality::hasOneSpelling);
            case Value.Bag(var entries) ->
                entries.size() < 2 && entries.values().stream().allMatch(UnlikeEquality::hasOneSpelling);
            default -> true;
        };
    }

    private static String canonical(Value value) {
        return ValueText.json(sorted(value));
    }

    private static Value sorted(Value value) {
        return switch (value) {
            case Value.Array(var items) ->
                new Value.Array(items.stream().map(UnlikeEquality::sorted).toList());
            case Value.Bag(var entries) -> {
                Map<String, Value> inOrder = new TreeMap<>();
                entries.forEach((key, item) -> inOrder.put(key, sorted(item)));
                yield new Value.Bag(inOrder);
            }
            default -> value;
        };
    }

    /** As a text the bool has a capital; read as a bool, the text may be a number as well. */
    private static Optional<Boolean> sameAsTruth(boolean truth, String text) {
        if (text.equals(TextOf.value(new Value.Bool(truth), KqlType.BOOL))) {
            return Optional.of(true);
        }
        return readsAs(truth, text.strip()) ? Optional.empty() : Optional.of(false);
    }

    private static boolean readsAs(boolean truth, String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return text.equalsIgnoreCase("true") == truth;
        }
        return NumberText.looksLikeNumber(text)
                && number(text).map(number -> number.signum() != 0 == truth).orElse(true);
    }

    private static Optional<Boolean> sameAsWhole(Value whole, String text) {
        if (ValueText.of(whole).equals(text)) {
            return Optional.of(true);
        }
        if (!NumberText.looksLikeNumber(text)) {
            return Optional.of(false);
        }
        boolean sameNumber = number(text.strip())
                .map(number -> number.compareTo(Numbers.decimal(whole)) == 0)
                .orElse(false);
        return sameNumber ? Optional.empty() : Optional.of(false);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            boolean hex = text.startsWith("0x") || text.startsWith("0X");
            return Optional.of(hex ? new BigDecimal(new BigInteger(text.substring(2), 16)) : new BigDecimal(text));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
