package dev.kqlift.reports.lint;

import dev.kqlift.document.RuleDocument;
import dev.kqlift.lint.Finding;
import dev.kqlift.lint.LintSession.Linted;
import dev.kqlift.reports.json.JsonLayout;
import dev.kqlift.reports.json.JsonObjects;
import dev.kqlift.source.Located;
import java.io.OutputStream;

/** Findings as JSON, one object a finding. */
public final class LintJson implements LintWriter {
    private final JsonObjects json;

    public LintJson(OutputStream out, JsonLayout layout) {
        this.json = new JsonObjects(out, layout);
    }

    @Override
    public void write(Linted rule) {
        rule.outcome().findings().forEach(finding -> write(rule.document(), finding));
    }

    private void write(RuleDocument document, Finding finding) {
        json.begin();
        json.text("file", document.file().path());
        json.text("rule_id", document.metadata().id().map(Located::value));
        json.text("code", finding.check().code());
        json.text("name", finding.check().name());
        json.text("severity", finding.severity().word());
        json.text("message", finding.message());
        json.range(document.file().text(), finding.span());
        json.bool("fix", finding.fix().isPresent());
        json.end();
    }

    @Override
    public void close() {
        json.close();
    }
}
