package dev.kqlift.reports.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.SourceFile;
import dev.kqlift.lint.Applicability;
import dev.kqlift.lint.CheckInfo;
import dev.kqlift.lint.Finding;
import dev.kqlift.lint.FindingKey;
import dev.kqlift.lint.Fix;
import dev.kqlift.lint.Label;
import dev.kqlift.lint.LintSession.Linted;
import dev.kqlift.lint.NotChecked;
import dev.kqlift.lint.TextEdit;
import dev.kqlift.reports.json.JsonLayout;
import dev.kqlift.reports.json.JsonObjects;
import dev.kqlift.source.Position;
import dev.kqlift.source.Span;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Findings as a SARIF 2.1.0 log of one run. */
public final class LintSarif implements LintWriter {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final JsonObjects json;
    private final String version;
    private final List<Linted> rules = new ArrayList<>();

    /** @param version the version of kqlift */
    public LintSarif(OutputStream out, String version) {
        this.json = new JsonObjects(out, JsonLayout.LINES);
        this.version = version;
    }

    @Override
    public void write(Linted rule) {
        rules.add(rule);
    }

    @Override
    public void close() {
        List<CheckInfo> checks = checks();
        json.begin();
        json.text("$schema", SCHEMA);
        json.text("version", "2.1.0");
        json.beginArray("runs");
        json.beginItem();
        tool(checks);
        invocation();
        json.text("columnKind", "utf16CodeUnits");
        results(checks);
        counts();
        json.endItem();
        json.endArray();
        json.end();
        json.close();
    }

    /** The checks that found something or were not made, by code. */
    private List<CheckInfo> checks() {
        Map<String, CheckInfo> checks = new TreeMap<>();
        for (Linted rule : rules) {
            rule.outcome()
                    .findings()
                    .forEach(finding -> checks.put(finding.check().code(), finding.check()));
        }
        return List.copyOf(checks.values());
    }

    private void tool(List<CheckInfo> checks) {
        json.beginObject("tool");
        json.beginObject("driver");
        json.text("name", "kqlift");
        json.text("semanticVersion", version);
        json.beginArray("rules");
        for (CheckInfo check : checks) {
            CheckHelp help = CheckHelp.of(check);
            json.beginItem();
            json.text("id", check.code());
            json.text("name", check.name());
            message("shortDescription", help.summary());
            json.beginObject("help");
            json.text("text", help.markdown());
            json.text("markdown", help.markdown());
            json.endItem();
            json.beginObject("defaultConfiguration");
            json.text("level", check.severity().word());
            json.endItem();
            json.beginObject("properties");
            json.texts("tags", List.of(check.category().word()));
            json.endItem();
            json.endItem();
        }
        json.endArray();
        json.endItem();
        json.endItem();
    }

    /** What could not be checked stands beside the results, so that a log without results does not say that all is well. */
    private void invocation() {
        json.beginArray("invocations");
        json.beginItem();
        json.bool("executionSuccessful", true);
        json.beginArray("toolExecutionNotifications");
        for (Linted rule : rules) {
            SourceFile file = rule.document().file();
            for (NotChecked not : rule.outcome().notChecked()) {
                json.beginItem();
                json.text("level", "note");
                message("message", not.check().code() + " not checked: " + not.reason());
                json.beginArray("locations");
                location(
                        file,
                        Span.at(rule.document()
                                .query()
                                .map(query -> query.toFile(0))
                                .orElse(0)));
                json.endArray();
                json.endItem();
            }
        }
        json.endArray();
        json.endItem();
        json.endArray();
    }

    private void results(List<CheckInfo> checks) {
        Map<FindingKey, Integer> seen = new HashMap<>();
        List<String> codes = checks.stream().map(CheckInfo::code).toList();
        json.beginArray("results");
        for (Linted rule : rules) {
            SourceFile file = rule.document().file();
            for (Finding finding : rule.outcome().findings()) {
                FindingKey key = FindingKey.of(rule.document(), finding, uri(file));
                int occurrence = seen.merge(key, 1, Integer::sum);
                json.beginItem();
                json.text("ruleId", finding.check().code());
                json.number("ruleIndex", codes.indexOf(finding.check().code()));
                json.text("level", finding.severity().word());
                String help = finding.help().map(text -> "\n" + text).orElse("");
                message("message", finding.message() + help);
                json.beginArray("locations");
                location(file, finding.span());
                json.endArray();
                related(file, finding);
                json.beginObject("partialFingerprints");
                json.text("kqlift/v1", key.rule() + ":" + key.code() + ":" + key.hash() + ":" + occurrence);
                json.endItem();
                finding.fix().ifPresent(fix -> fix(file, fix));
                json.endItem();
            }
        }
        json.endArray();
    }

    private void related(SourceFile file, Finding finding) {
        if (finding.labels().isEmpty()) {
            return;
        }
        json.beginArray("relatedLocations");
        for (Label label : finding.labels()) {
            json.beginItem();
            physical(label.file().orElse(file), label.span());
            message("message", label.text());
            json.endItem();
        }
        json.endArray();
    }

    private void fix(SourceFile file, Fix fix) {
        String effect = fix.applicability() == Applicability.SAFE ? "" : " (changes what the rule does)";
        json.beginArray("fixes");
        json.beginItem();
        message("description", fix.title() + effect);
        json.beginArray("artifactChanges");
        json.beginItem();
        artifact(file);
        json.beginArray("replacements");
        for (TextEdit edit : fix.edits()) {
            json.beginItem();
            region("deletedRegion", file, edit.span());
            message("insertedContent", edit.replacement());
            json.endItem();
        }
        json.endArray();
        json.endItem();
        json.endArray();
        json.endItem();
        json.endArray();
    }

    private void location(SourceFile file, Span span) {
        json.beginItem();
        physical(file, span);
        json.endItem();
    }

    private void physical(SourceFile file, Span span) {
        json.beginObject("physicalLocation");
        artifact(file);
        region("region", file, span);
        json.endItem();
    }

    private void artifact(SourceFile file) {
        json.beginObject("artifactLocation");
        json.text("uri", uri(file));
        json.endItem();
    }

    private void region(String name, SourceFile file, Span span) {
        Position start = file.text().position(span.start());
        Position end = file.text().position(span.end());
        json.beginObject(name);
        json.number("startLine", start.line());
        json.number("startColumn", start.column());
        json.number("endLine", end.line());
        json.number("endColumn", end.column());
        json.endItem();
    }

    private void message(String name, String text) {
        json.beginObject(name);
        json.text("text", text);
        json.endItem();
    }

    private void counts() {
        LintSummary summary = new LintSummary();
        rules.forEach(summary::add);
        json.beginObject("properties");
        json.number("checksPassed", summary.passed());
        json.number("checksFailed", summary.failed());
        json.number("checksNotMade", summary.notChecked());
        for (Severity severity : Severity.values()) {
            json.number(severity.word() + "s", summary.findings(severity));
        }
        json.endItem();
    }

    /** The path as a URI: relative as it was given, or with its scheme. */
    private static String uri(SourceFile file) {
        String path = file.path().replace('\\', '/');
        StringBuilder out = new StringBuilder(path.startsWith("/") ? "file://" : "");
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0);
            out.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return out.toString();
    }
}
