package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.types.Value;
import java.util.List;

/** A test against a list that has nothing in it. */
@RuleInfo(code = "KL641", name = "empty-list", category = LintCategory.MEANING, severity = Severity.WARNING)
final class EmptyList implements LintRule, OnInList, OnStringMatch {
    @Override
    public void check(Scalar.InList in, RuleContext context) {
        if (!in.negated() && isEmpty(in.items())) {
            report(in.origin(), context);
        }
    }

    @Override
    public void check(Scalar.StringMatch match, RuleContext context) {
        if (!match.negated() && !match.all() && isEmpty(match.patterns())) {
            report(match.origin(), context);
        }
    }

    private static void report(Origin origin, RuleContext context) {
        context.report(origin, "the list is empty, so that the test is never true")
                .help("fill the list, or delete the test");
    }

    private static boolean isEmpty(List<Scalar> items) {
        return items.stream()
                .allMatch(item -> item instanceof Scalar.Constant(var value, var origin)
                        && value instanceof Value.Array(var inner)
                        && inner.isEmpty());
    }
}
