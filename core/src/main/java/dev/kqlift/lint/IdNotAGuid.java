package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.regex.Pattern;

/** An id that is no GUID. */
@RuleInfo(
        code = "KL106",
        name = "id-not-a-guid",
        category = LintCategory.METADATA,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING})
final class IdNotAGuid implements LintRule, OnDocument {
    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    @Override
    public void check(RuleDocument document, RuleContext context) {
        RuleKeys.of(document, context)
                .flatMap(keys -> keys.text("id"))
                .filter(id -> !id.value().isBlank())
                .filter(id -> !GUID.matcher(id.value().strip()).matches())
                .ifPresent(id -> context.reportInFile(id.span(), "`" + id.value() + "` is no GUID")
                        .help("give the rule a new GUID"));
    }
}
