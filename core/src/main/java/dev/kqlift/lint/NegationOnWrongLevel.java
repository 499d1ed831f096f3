package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Negated tests of one text joined by {@code or}. */
@RuleInfo(
        code = "KL632",
        name = "negation-on-wrong-level",
        category = LintCategory.MEANING,
        severity = Severity.WARNING)
final class NegationOnWrongLevel implements LintRule, OnLogical {
    @Override
    public void check(Scalar.Logical logical, RuleContext context) {
        if (logical.conjunction()) {
            return;
        }
        List<Scalar.StringMatch> negated = new ArrayList<>();
        for (Scalar disjunct : ScalarParts.disjuncts(logical)) {
            Optional<Scalar.StringMatch> match = negated(disjunct);
            if (match.isPresent()) {
                if (negated.stream().anyMatch(earlier -> differs(earlier, match.get()))) {
                    context.report(
                                    disjunct.origin(),
                                    "a text that has only one of the two passes, so that this leaves out almost nothing")
                            .help("join the negated tests with `and`");
                    return;
                }
                negated.add(match.get());
            }
        }
    }

    private static Optional<Scalar.StringMatch> negated(Scalar scalar) {
        if (scalar instanceof Scalar.StringMatch match && match.negated()) {
            return Optional.of(match);
        }
        return scalar instanceof Scalar.Not(var operand, var origin)
                        && operand instanceof Scalar.StringMatch match
                        && !match.negated()
                ? Optional.of(match)
                : Optional.empty();
    }

    private static boolean differs(Scalar.StringMatch one, Scalar.StringMatch other) {
        return one.text().equals(other.text()) && !one.patterns().equals(other.patterns());
    }
}
