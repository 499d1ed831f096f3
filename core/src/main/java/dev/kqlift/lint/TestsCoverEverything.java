package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Two tests of one value of which one is always true. */
@RuleInfo(code = "KL604", name = "tests-cover-everything", category = LintCategory.MEANING, severity = Severity.ERROR)
final class TestsCoverEverything implements LintRule, OnLogical {
    @Override
    public void check(Scalar.Logical logical, RuleContext context) {
        if (logical.conjunction()) {
            return;
        }
        List<ValueTest> tests = new ArrayList<>();
        for (Scalar disjunct : ScalarParts.disjuncts(logical)) {
            List<ValueTest> own = ValueTest.of(disjunct, context);
            // Both bounds of `between` hold together, so that one of them says nothing alone.
            if (own.size() == 1) {
                against(tests, own.getFirst(), context);
                tests.add(own.getFirst());
            }
        }
    }

    private static void against(List<ValueTest> tests, ValueTest test, RuleContext context) {
        for (ValueTest earlier : tests) {
            if (earlier.completes(test)) {
                context.report(
                                test.origin(),
                                "every value of `"
                                        + context.textOf(test.subject().origin().span())
                                        + "` passes this test or an earlier one, so that the condition is always true")
                        .label(earlier.origin().span(), "the earlier test")
                        .help("join the two with `and`");
                return;
            }
        }
    }
}
