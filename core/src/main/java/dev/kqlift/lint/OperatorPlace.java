package dev.kqlift.lint;

import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Span;
import java.util.Optional;

/** The place of an operator between its two operands. */
final class OperatorPlace {
    private OperatorPlace() {}

    /** Where {@code token} stands between two scalars; empty where it does not, or not once. */
    static Optional<Span> between(Scalar left, Scalar right, String token, RuleContext context) {
        int start = left.origin().end();
        int end = right.origin().start();
        if (end < start) {
            return Optional.empty();
        }
        String gap = context.textOf(new Span(start, end));
        int at = gap.indexOf(token);
        boolean once = at >= 0 && gap.indexOf(token, at + 1) < 0;
        return once ? Optional.of(new Span(start + at, start + at + token.length())) : Optional.empty();
    }

    /** The edit that replaces an operator between two scalars. */
    static Optional<TextEdit> replace(
            Scalar left, Scalar right, String token, String replacement, RuleContext context) {
        return between(left, right, token, context).flatMap(span -> context.replace(span, replacement));
    }
}
