package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;
import java.util.List;

/** A filter by a list that has nothing in it. */
@RuleInfo(code = "KL641", name = "empty-list", category = LintCategory.MEANING, severity = Severity.WARNING)
final class EmptyList implements LintRule, OnFilter {
    @Override
    public void check(Relation.Filter filter, RuleContext context) {
        // Under `or` and `not` an empty list stands for exceptions that nobody needs yet.
        for (Scalar conjunct : ScalarParts.conjuncts(filter.predicate())) {
            boolean empty = conjunct instanceof Scalar.InList in && !in.negated() && isEmpty(in.items())
                    || conjunct instanceof Scalar.StringMatch match
                            && !match.negated()
                            && !match.all()
                            && isEmpty(match.patterns());
            if (empty) {
                context.report(conjunct.origin(), "the list is empty, so that no row passes")
                        .help("fill the list, or delete the test");
            }
        }
    }

    private static boolean isEmpty(List<Scalar> items) {
        return items.stream()
                .allMatch(item -> item instanceof Scalar.Constant(var value, var origin)
                        && value instanceof Value.Array(var inner)
                        && inner.isEmpty());
    }
}
