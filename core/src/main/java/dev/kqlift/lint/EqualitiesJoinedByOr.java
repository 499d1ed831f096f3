package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several tests of one value for one of several constants. */
@RuleInfo(code = "KL703", name = "equalities-joined-by-or", category = LintCategory.COST, severity = Severity.NOTE)
final class EqualitiesJoinedByOr implements LintRule, OnLogical {
    private static final int MANY = 3;

    @Override
    public void check(Scalar.Logical logical, RuleContext context) {
        if (logical.conjunction()) {
            return;
        }
        Map<Scalar, List<Scalar>> equal = new LinkedHashMap<>();
        Map<Scalar, List<Scalar>> match = new LinkedHashMap<>();
        for (Scalar disjunct : ScalarParts.disjuncts(logical)) {
            if (disjunct instanceof Scalar.Comparison comparison
                    && comparison.operator() == ComparisonOperator.EQUAL
                    && comparison.right() instanceof Scalar.Constant) {
                equal.computeIfAbsent(comparison.left(), subject -> new ArrayList<>())
                        .add(disjunct);
            } else if (disjunct instanceof Scalar.StringMatch test
                    && !test.negated()
                    && test.kind() == MatchKind.TERM
                    && test.caseRule() == CaseRule.INSENSITIVE
                    && test.patterns().size() == 1) {
                match.computeIfAbsent(test.text(), subject -> new ArrayList<>()).add(disjunct);
            }
        }
        equal.forEach((subject, tests) -> report(tests, "in~ (…)` or `in (…)", context));
        match.forEach((subject, tests) -> report(tests, "has_any (…)", context));
    }

    private static void report(List<Scalar> tests, String instead, RuleContext context) {
        if (tests.size() >= MANY) {
            context.report(tests.getFirst().origin(), tests.size() + " tests of one value are joined by `or`")
                    .help("use `" + instead + "`, which tests them at once");
        }
    }
}
