package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Span;

/** A rule in a file that does not end in {@code .yaml}. */
@RuleInfo(
        code = "KL114",
        name = "file-not-yaml",
        category = LintCategory.METADATA,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.HUNTING})
final class FileNotYaml implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        String path = document.file().path();
        if (!path.endsWith(".yaml") && !path.equals("-")) {
            Span place = RuleKeys.of(document, context).map(RuleKeys::place).orElseGet(() -> Span.at(0));
            context.reportInFile(place, "the file's name does not end in `.yaml`")
                    .help("rename the file");
        }
    }
}
