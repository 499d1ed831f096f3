package dev.kqlift.lint;

import dev.kqlift.source.Span;
import dev.kqlift.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A disjunction in which a conjunction stands without parentheses beside a single test: {@code a and b or c}.
 *
 * @param disjunction the whole
 * @param bare the conjunctions without parentheses
 */
record MixedLogic(Expression.Logical disjunction, List<Expression.Logical> bare) {
    MixedLogic {
        bare = List.copyOf(bare);
    }

    /** Several conjunctions and nothing else under {@code or} read as a list of cases, and are none. */
    static Optional<MixedLogic> of(Expression expression) {
        if (!(expression instanceof Expression.Logical logical) || logical.conjunction()) {
            return Optional.empty();
        }
        List<Expression.Logical> bare = new ArrayList<>();
        for (Expression operand : logical.operands()) {
            if (operand instanceof Expression.Logical inner) {
                bare.add(inner);
            }
        }
        return bare.isEmpty() || bare.size() == logical.operands().size()
                ? Optional.empty()
                : Optional.of(new MixedLogic(logical, bare));
    }

    /** Whether the last test of a conjunction and the one behind it ask the same value, so that they seem to belong together. */
    boolean looksLikeList(RuleContext context) {
        List<Expression> operands = disjunction.operands();
        for (int i = 0; i + 1 < operands.size(); i++) {
            if (operands.get(i) instanceof Expression.Logical conjunction
                    && isCut(conjunction, operands.get(i + 1), context)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCut(Expression.Logical conjunction, Expression next, RuleContext context) {
        List<Expression> tests = conjunction.operands();
        String last = subject(tests.getLast(), context);
        return !last.isEmpty()
                && last.equals(subject(next, context))
                && tests.subList(0, tests.size() - 1).stream().noneMatch(test -> last.equals(subject(test, context)));
    }

    private static String subject(Expression test, RuleContext context) {
        if (test instanceof Expression.Binary binary) {
            return context.textOf(binary.left().origin().span());
        }
        return test instanceof Expression.Membership membership
                ? context.textOf(membership.subject().origin().span())
                : "";
    }

    /** The edits that put parentheses where the engine sees them. */
    List<TextEdit> parentheses(RuleContext context) {
        List<TextEdit> edits = new ArrayList<>();
        for (Expression operand : bare) {
            Span span = operand.origin().span();
            context.replace(Span.at(span.start()), "(").ifPresent(edits::add);
            context.replace(Span.at(span.end()), ")").ifPresent(edits::add);
        }
        return edits.size() == 2 * bare.size() ? edits : List.of();
    }
}
