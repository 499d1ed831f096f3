package dev.kqlift.lint;

import dev.kqlift.catalog.SentinelLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.regex.Pattern;

/** A version that is not three numbers with dots between them. */
@RuleInfo(
        code = "KL108",
        name = "version-not-three-numbers",
        category = LintCategory.METADATA,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING})
final class VersionNotThreeNumbers implements LintRule, OnDocument {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final Pattern SHORT = Pattern.compile("\\d+(\\.\\d+)?");

    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.of(document, context)
                .flatMap(keys -> keys.text("version"))
                .filter(version -> !version.value().isBlank())
                .ifPresent(version -> check(version, context));
    }

    private static void check(Datum.Scalar version, RuleContext context) {
        String value = version.value();
        if (!VERSION.matcher(value).matches()) {
            FindingBuilder finding = context.reportInFile(
                            version.span(), "the version `" + value + "` is not three numbers with dots between them")
                    .help("write it as `1.0.0`");
            if (SHORT.matcher(value).matches()) {
                String full = value.contains(".") ? value + ".0" : value + ".0.0";
                finding.fix(Applicability.SAFE, "write `" + full + "`", ScalarEdit.replace(context, version, full));
            }
        } else if (value.length() > SentinelLimits.VERSION_CHARACTERS) {
            context.reportInFile(
                    version.span(),
                    "the version has " + value.length() + " characters; the limit is "
                            + SentinelLimits.VERSION_CHARACTERS);
        }
    }
}
