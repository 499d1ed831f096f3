package dev.kqlift.reports.ruletest;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.document.SourceFile;
import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.reports.json.JsonLayout;
import dev.kqlift.reports.json.JsonObjects;
import dev.kqlift.ruletest.CaseOutcome;
import dev.kqlift.ruletest.Coverage;
import dev.kqlift.ruletest.Mismatch;
import dev.kqlift.ruletest.TestedFile;
import dev.kqlift.ruletest.Trigger;
import dev.kqlift.ruletest.Verdict;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Tests as JSON Lines: an object for each case, with {@code file}, {@code rule}, {@code case}, its place and its
 * {@code verdict}, and {@code notes} where the engine may choose; a file whose cases were not run has one object without a case. Coverage is one more object for a file.
 */
public final class TestJson implements TestWriter {
    private final JsonObjects json;

    public TestJson(OutputStream out) {
        this.json = new JsonObjects(out, JsonLayout.LINES);
    }

    @Override
    public void write(TestedFile file) {
        if (!file.problems().isEmpty()) {
            json.begin();
            json.text("file", file.file().path());
            json.text("verdict", "refused");
            problems(file.problems());
            json.end();
        }
        file.cases().forEach(outcome -> outcome(file, outcome));
        file.coverage().ifPresent(coverage -> coverage(file, coverage));
    }

    private void coverage(TestedFile file, Coverage coverage) {
        json.begin();
        json.text("file", file.file().path());
        file.rule().ifPresent(rule -> json.text("rule", rule));
        json.beginObject("coverage");
        json.number("tests", coverage.tests());
        json.beginArray("gaps");
        for (Coverage.Gap gap : coverage.gaps()) {
            json.beginItem();
            json.text("file", coverage.file().path());
            json.text("test", gap.test());
            json.bool("seen_true", gap.seenTrue());
            json.bool("seen_false", gap.seenFalse());
            json.position(coverage.file().text(), gap.span().start());
            json.endItem();
        }
        json.endArray();
        json.endItem();
        json.end();
    }

    private void outcome(TestedFile file, CaseOutcome outcome) {
        json.begin();
        json.text("file", file.file().path());
        file.rule().ifPresent(rule -> json.text("rule", rule));
        json.text("case", outcome.name().value());
        json.position(file.file().text(), outcome.name().span().start());
        switch (outcome.verdict()) {
            case Verdict.Passed(var trigger) -> {
                json.text("verdict", "passed");
                fires(trigger);
            }
            case Verdict.Failed(var mismatches, var actual, var trigger) -> {
                json.text("verdict", "failed");
                fires(trigger);
                mismatches(file, mismatches, actual);
            }
            case Verdict.Refused refused -> {
                json.text("verdict", "refused");
                problems(List.of(refused));
            }
        }
        notes(outcome.notes());
        json.end();
    }

    private void notes(List<CaseOutcome.Note> notes) {
        if (!notes.isEmpty()) {
            json.beginArray("notes");
            notes.forEach(note -> item(note.file(), note.said()));
            json.endArray();
        }
    }

    private void fires(Optional<Trigger> trigger) {
        json.bool("fires", trigger.map(Trigger::fires));
    }

    private void mismatches(TestedFile file, List<Mismatch> mismatches, EvaluationResult.Rows actual) {
        json.beginArray("mismatches");
        for (Mismatch mismatch : mismatches) {
            json.beginItem();
            json.text("expected", mismatch.expected());
            json.text("actual", mismatch.actual());
            json.position(file.file().text(), mismatch.span().start());
            json.endItem();
        }
        json.endArray();
        json.texts("actual", RowLines.of(actual));
    }

    private void problems(List<Verdict.Refused> problems) {
        json.beginArray("diagnostics");
        for (Verdict.Refused problem : problems) {
            item(problem.file(), problem.reason());
        }
        json.endArray();
    }

    private void item(SourceFile file, Diagnostic said) {
        json.beginItem();
        json.text("file", file.path());
        json.text("code", said.code().name());
        json.text("message", said.message());
        json.position(file.text(), said.span().start());
        json.endItem();
    }

    @Override
    public void close() {
        json.close();
    }
}
