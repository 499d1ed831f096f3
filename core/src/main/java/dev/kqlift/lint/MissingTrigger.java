package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;

/** A scheduled rule that does not say how many results raise an alert. */
@RuleInfo(
        code = "KL127",
        name = "missing-trigger",
        category = LintCategory.METADATA,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.ARM})
final class MissingTrigger implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofScheduledRule(document, context)
                .filter(keys -> !keys.isScheduledInNameOnly())
                .ifPresent(keys -> {
                    String greater = keys.inTemplate() ? "GreaterThan" : "gt";
                    keys.require(
                            "triggerOperator",
                            "state `" + greater + "` for an alert on more results than the threshold");
                    keys.require("triggerThreshold", "state `0` for an alert on any result");
                });
    }
}
