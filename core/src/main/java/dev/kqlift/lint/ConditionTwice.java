package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Scalar;
import java.util.ArrayList;
import java.util.List;

/** A test that stands twice in one condition. */
@RuleInfo(code = "KL638", name = "condition-twice", category = LintCategory.MEANING, severity = Severity.NOTE)
final class ConditionTwice implements LintRule, OnLogical {
    @Override
    public void check(Scalar.Logical logical, RuleContext context) {
        List<Scalar> seen = new ArrayList<>();
        for (Scalar operand : logical.operands()) {
            if (!ScalarParts.readsMore(operand) && seen.contains(operand)) {
                context.report(operand.origin(), "the same test stands earlier in the condition")
                        .help("delete one of them; if another value was meant, write it");
            }
            seen.add(operand);
        }
    }
}
