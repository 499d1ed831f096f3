package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Scalar;
import java.util.List;

/** A choice between equal values. */
@RuleInfo(code = "KL640", name = "same-branches", category = LintCategory.MEANING, severity = Severity.WARNING)
final class SameBranches implements LintRule, OnCall {
    @Override
    public void check(Scalar.Call call, RuleContext context) {
        List<Scalar> arguments = call.arguments();
        boolean choice = ScalarParts.isCall(call, "iff", "iif") && arguments.size() == 3;
        if (choice && arguments.get(1).equals(arguments.get(2)) && !ScalarParts.readsMore(arguments.get(1))) {
            context.report(call.origin(), "both branches of `" + call.function().name() + "` give the same value")
                    .help("write the value of the other branch");
        }
    }
}
