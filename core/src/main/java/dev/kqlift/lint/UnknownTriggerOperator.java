package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.List;
import java.util.Optional;

/** A comparison with the threshold that the service does not know. */
@RuleInfo(
        code = "KL128",
        name = "unknown-trigger-operator",
        category = LintCategory.METADATA,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.ARM})
final class UnknownTriggerOperator implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofScheduledRule(document, context)
                .ifPresent(keys -> keys.text("triggerOperator")
                        .filter(operator -> !operator.value().isBlank())
                        .ifPresent(operator -> check(operator, keys.inTemplate(), context)));
    }

    private static void check(Datum.Scalar operator, boolean template, RuleContext context) {
        String value = operator.value();
        Optional<TriggerOperator> known = TriggerOperator.of(value);
        if (known.isEmpty()) {
            List<String> words = template ? TriggerOperator.LONG : TriggerOperator.SHORT;
            new KnownWords(words).check(context, operator, "comparison with a threshold");
        } else if (template && !TriggerOperator.LONG.contains(value)) {
            String word = known.get().word();
            context.reportInFile(operator.span(), "templates do not know the short form `" + value + "`")
                    .help("use `" + word + "`")
                    .fix(Applicability.SAFE, "use `" + word + "`", ScalarEdit.replace(context, operator, word));
        }
    }
}
