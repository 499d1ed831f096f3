package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.Scalar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A value that stands twice in a list. */
@RuleInfo(code = "KL631", name = "value-twice", category = LintCategory.MEANING, severity = Severity.NOTE)
final class ValueTwice implements LintRule, OnInList, OnStringMatch {
    @Override
    public void check(Scalar.InList in, RuleContext context) {
        check(in.items(), in.caseRule() == CaseRule.INSENSITIVE, context);
    }

    @Override
    public void check(Scalar.StringMatch match, RuleContext context) {
        check(match.patterns(), match.caseRule() == CaseRule.INSENSITIVE, context);
    }

    private static void check(List<Scalar> items, boolean ignoreCase, RuleContext context) {
        Set<String> seen = new LinkedHashSet<>();
        for (Scalar item : items) {
            for (String text : ConstantTexts.of(item)) {
                if (!seen.add(ignoreCase ? text.toLowerCase(Locale.ROOT) : text)) {
                    context.report(item.origin(), "`" + shown(text) + "` stands twice in the list")
                            .help("delete one of them; if another value was meant, write it");
                }
            }
        }
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 57) + "…" : text;
    }
}
