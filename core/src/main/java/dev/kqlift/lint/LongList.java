package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import java.util.List;

/** A long list of values in a rule. */
@RuleInfo(code = "KL634", name = "long-list", category = LintCategory.MEANING, severity = Severity.NOTE)
final class LongList implements LintRule, OnInList, OnStringMatch {
    private static final int LONG = 20;

    @Override
    public void check(Scalar.InList in, RuleContext context) {
        check(in.items(), in.origin(), context);
    }

    @Override
    public void check(Scalar.StringMatch match, RuleContext context) {
        check(match.patterns(), match.origin(), context);
    }

    private static void check(List<Scalar> items, Origin origin, RuleContext context) {
        int size = 0;
        for (Scalar item : items) {
            size += ConstantTexts.of(item).size();
        }
        if (size > LONG) {
            context.report(origin, "the list has " + size + " values in the query itself")
                    .help("keep them in a watchlist, which can change without the rule");
        }
    }
}
