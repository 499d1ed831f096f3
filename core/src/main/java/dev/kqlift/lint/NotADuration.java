package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.Iso8601Span;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time that is written in a way that the service does not read. */
@RuleInfo(
        code = "KL202",
        name = "not-a-duration",
        category = LintCategory.SCHEDULE,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class NotADuration implements LintRule, OnDocument {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,4})([mhd])");

    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.ofAnalyticsRule(document, context).ifPresent(keys -> {
            for (String key : List.of("queryFrequency", "queryPeriod", "suppressionDuration")) {
                keys.text(key).ifPresent(text -> check(text, keys, context));
            }
            keys.mapping()
                    .mapping("incidentConfiguration")
                    .flatMap(incident -> incident.mapping("groupingConfiguration"))
                    .flatMap(grouping -> keys.text(grouping, "lookbackDuration"))
                    .ifPresent(text -> check(text, keys, context));
        });
    }

    private static void check(Datum.Scalar text, RuleKeys keys, RuleContext context) {
        String value = text.value().strip();
        if (value.isEmpty()) {
            return;
        }
        Matcher shortForm = SHORT.matcher(value);
        if (keys.inTemplate() && shortForm.matches()) {
            String iso = iso(shortForm.group(1), shortForm.group(2));
            context.reportInFile(text.span(), "templates do not know the short form `" + value + "`")
                    .help("write `" + iso + "`")
                    .fix(Applicability.SAFE, "write `" + iso + "`", ScalarEdit.replace(context, text, iso));
        } else if (Iso8601Span.parse(value).isEmpty()) {
            context.reportInFile(text.span(), "`" + text.value() + "` is no length of time")
                    .help(
                            keys.inTemplate()
                                    ? "write it as `PT5M`, `PT1H` or `P14D`"
                                    : "write it as `5m`, `1h` or `14d`");
        }
    }

    private static String iso(String number, String unit) {
        return unit.equals("d") ? "P" + number + "D" : "PT" + number + unit.toUpperCase(Locale.ROOT);
    }
}
