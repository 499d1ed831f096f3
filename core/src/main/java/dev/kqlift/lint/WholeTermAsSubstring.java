package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Scalar;

/** A substring search for what may be a whole term. */
@RuleInfo(code = "KL701", name = "whole-term-as-substring", category = LintCategory.COST, severity = Severity.NOTE)
final class WholeTermAsSubstring implements LintRule, OnStringMatch {
    @Override
    public void check(Scalar.StringMatch match, RuleContext context) {
        if (match.kind() != MatchKind.SUBSTRING || match.patterns().size() != 1) {
            return;
        }
        Scalar pattern = match.patterns().getFirst();
        String text = ScalarParts.text(pattern).orElse("");
        if (text.matches("[A-Za-z0-9]{3,}")) {
            String suffix = match.caseRule() == CaseRule.SENSITIVE ? "_cs" : "";
            String written = (match.negated() ? "!contains" : "contains") + suffix;
            String instead = (match.negated() ? "!has" : "has") + suffix;
            context.report(
                            match.origin(),
                            "`" + written + "` reads every row; `" + instead + "` uses the index of terms")
                    .help("use `" + instead + "` where `" + shown(text) + "` is a whole term")
                    .fix(
                            Applicability.UNSAFE,
                            "replace `" + written + "` by `" + instead + "`",
                            OperatorPlace.replace(match.text(), pattern, written, instead, context));
        }
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 37) + "…" : text;
    }
}
