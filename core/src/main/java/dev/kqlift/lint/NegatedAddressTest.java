package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.types.Value;

/** The negation of a test that is null for what is no IPv4 address. */
@RuleInfo(code = "KL611", name = "negated-address-test", category = LintCategory.MEANING, severity = Severity.WARNING)
final class NegatedAddressTest implements LintRule, OnScalar {
    @Override
    public void check(Scalar scalar, RuleContext context) {
        if (scalar instanceof Scalar.Not(var operand, var origin)) {
            report(operand, origin, context);
        } else if (scalar instanceof Scalar.Comparison comparison
                && comparison.operator() == ComparisonOperator.EQUAL
                && comparison.right() instanceof Scalar.Constant(Value.Bool(var value), var ignored)
                && !value) {
            report(comparison.left(), comparison.origin(), context);
        }
    }

    private static void report(Scalar test, Origin origin, RuleContext context) {
        if (ScalarParts.isCall(test, "ipv4_is_private", "ipv4_is_in_range", "ipv4_is_match", "ipv4_is_in_any_range")) {
            Scalar.Call call = (Scalar.Call) test;
            if (isCutOut(call, context)) {
                return;
            }
            String name = call.function().name();
            context.report(
                            origin,
                            "`" + name
                                    + "()` is null for what is no IPv4 address, so that this drops IPv6 addresses and names")
                    .help("keep them with `coalesce(" + name + "(…), false) == false`, or say that they are left out");
        }
    }

    /** What a pattern cut out of a text is an IPv4 address or empty, and the empty one is meant to be dropped. */
    private static boolean isCutOut(Scalar.Call call, RuleContext context) {
        return context.subject()
                .bound()
                .map(ColumnDefinitions::of)
                .filter(definitions -> call.arguments().stream()
                        .anyMatch(argument -> ScalarParts.isCall(definitions.resolve(argument), "extract")))
                .isPresent();
    }
}
