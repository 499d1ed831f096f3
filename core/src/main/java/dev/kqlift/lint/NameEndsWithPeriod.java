package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Span;
import java.util.Optional;

/** A name that is written as a sentence. */
@RuleInfo(
        code = "KL120",
        name = "name-ends-with-period",
        category = LintCategory.METADATA,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class NameEndsWithPeriod implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofAnalyticsRule(document, context)
                .ifPresent(keys -> keys.text(keys.nameKey()).ifPresent(name -> check(keys.placed(name), context)));
    }

    private static void check(EmbeddedText name, RuleContext context) {
        int end = name.text().stripTrailing().length();
        if (end > 0 && name.text().charAt(end - 1) == '.' && !name.text().endsWith("..") && !name.isOpaque()) {
            Span period = name.toFile(new Span(end - 1, end));
            context.reportInFile(period, "the name ends with a period")
                    .help("remove it")
                    .fix(Applicability.SAFE, "remove the period", Optional.of(new TextEdit(period, "")));
        }
    }
}
