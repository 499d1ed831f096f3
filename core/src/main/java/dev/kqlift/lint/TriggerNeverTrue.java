package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.Optional;

/** A trigger that no number of results fulfils. */
@RuleInfo(
        code = "KL130",
        name = "trigger-never-true",
        category = LintCategory.METADATA,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.ARM})
final class TriggerNeverTrue implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofScheduledRule(document, context).ifPresent(keys -> {
            Optional<TriggerOperator> operator =
                    keys.text("triggerOperator").map(Datum.Scalar::value).flatMap(TriggerOperator::of);
            Optional<Datum.Scalar> threshold = keys.text("triggerThreshold");
            if (operator.filter(TriggerOperator.LESS::equals).isPresent()
                    && threshold
                            .filter(text -> text.value().strip().equals("0"))
                            .isPresent()) {
                context.reportInFile(
                                threshold.get().span(), "no number of results is less than 0: the rule never fires")
                        .help("use `gt 0` for any result, or `eq 0` for none");
            }
        });
    }
}
