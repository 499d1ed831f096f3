package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.regex.Pattern;

/** A description that does not begin as the style guide of the Azure-Sentinel repository asks. */
@RuleInfo(
        code = "KL124",
        name = "description-start",
        category = LintCategory.METADATA,
        severity = Severity.NOTE,
        enabled = false,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING})
final class DescriptionStart implements LintRule, OnDocument {
    private static final Pattern START = Pattern.compile(
            "['\"\\s]*(?:Identifies|Detects|This query searches for|This (?:query|rule|analytic rule) )\\b?.*",
            Pattern.DOTALL);

    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.of(document, context)
                .flatMap(keys -> keys.text("description"))
                .filter(text ->
                        !text.value().isBlank() && !START.matcher(text.value()).matches())
                .ifPresent(text -> context.reportInFile(
                                text.span(), "the description does not begin with what the rule identifies")
                        .help("begin with \"Identifies\" or \"This query searches for\""));
    }
}
