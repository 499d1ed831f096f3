package dev.kqlift.ruletest;

import dev.kqlift.document.RuleMetadata;
import dev.kqlift.source.Located;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a rule makes an alert of the rows that its query gives.
 *
 * @param condition the rule's own, {@code > 0}
 * @param fires whether the number of rows meets it
 */
public record Trigger(String condition, boolean fires) {
    /** Empty where the rule does not say, or not in words that are known. */
    static Optional<Trigger> of(RuleMetadata rule, int rows) {
        Optional<Long> threshold = rule.triggerThreshold().flatMap(Trigger::number);
        Optional<String> operator = rule.triggerOperator().map(Located::value);
        if (threshold.isEmpty() || operator.isEmpty()) {
            return Optional.empty();
        }
        long limit = threshold.get();
        return switch (operator.get().toLowerCase(Locale.ROOT)) {
            case "gt", "greaterthan" -> Optional.of(new Trigger("> " + limit, rows > limit));
            case "lt", "lessthan" -> Optional.of(new Trigger("< " + limit, rows < limit));
            case "eq", "equal" -> Optional.of(new Trigger("== " + limit, rows == limit));
            case "ne", "notequal" -> Optional.of(new Trigger("!= " + limit, rows != limit));
            default -> Optional.empty();
        };
    }

    private static Optional<Long> number(Located<String> threshold) {
        try {
            return Optional.of(Long.valueOf(threshold.value().strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
