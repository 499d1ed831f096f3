package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Scalar;

/** A pattern that the engine refuses. */
@RuleInfo(code = "KL517", name = "illegal-regex", category = LintCategory.NAMES, severity = Severity.ERROR)
final class IllegalRegex implements LintRule, OnStringMatch, OnCall {
    @Override
    public void check(Scalar.StringMatch match, RuleContext context) {
        RegexPatterns.of(match).forEach(pattern -> check(pattern, context));
    }

    @Override
    public void check(Scalar.Call call, RuleContext context) {
        RegexPatterns.of(call).forEach(pattern -> check(pattern, context));
    }

    private static void check(RegexPatterns.Pattern pattern, RuleContext context) {
        RegexSyntax.fault(pattern.text())
                .ifPresent(fault -> context.report(pattern.origin(), "the pattern " + fault)
                        .help("write a regular expression of the syntax that Kusto documents, without look-around and"
                                + " back-references"));
    }
}
