package dev.kqlift.reports.ruletest;

import dev.kqlift.reports.text.Colors;
import dev.kqlift.reports.text.DiagnosticText;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.reports.text.TextTarget;
import dev.kqlift.ruletest.CaseOutcome;
import dev.kqlift.ruletest.Coverage;
import dev.kqlift.ruletest.Mismatch;
import dev.kqlift.ruletest.TestedFile;
import dev.kqlift.ruletest.Trigger;
import dev.kqlift.ruletest.Verdict;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Tests for people: a line for each case, under it what is wrong, and a summary. */
public final class TestText implements TestWriter {
    private final TextTarget out;
    private final Colors colors;
    private TestedFile.Counts counts = TestedFile.Counts.NONE;

    public TestText(OutputStream out, Colors colors) {
        this.out = new TextTarget(out);
        this.colors = colors;
    }

    @Override
    public void write(TestedFile file) {
        counts = counts.plus(file.counts());
        StringBuilder text = new StringBuilder();
        text.append(colors.bold(Printable.line(file.file().path())));
        file.rule().ifPresent(rule -> text.append("  ").append(Printable.line(rule)));
        text.append('\n');
        if (!file.problems().isEmpty()) {
            text.append("  ").append(colors.yellow("refused")).append("  all cases\n");
            file.problems().forEach(problem -> refused(problem, text));
        }
        file.cases().forEach(outcome -> outcome(file, outcome, text));
        file.coverage().ifPresent(coverage -> coverage(coverage, text));
        out.write(text.append('\n'));
    }

    private void coverage(Coverage coverage, StringBuilder text) {
        int covered = coverage.tests() - coverage.gaps().size();
        text.append("  coverage  ").append(covered).append(" of ").append(coverage.tests());
        text.append(" tests of `where` were true and false\n");
        for (Coverage.Gap gap : coverage.gaps()) {
            text.append("    ")
                    .append(DiagnosticText.place(coverage.file(), gap.span()))
                    .append("  ");
            text.append(colors.yellow(gap.words())).append("  ");
            text.append(Printable.line(gap.test())).append('\n');
        }
    }

    private void outcome(TestedFile file, CaseOutcome outcome, StringBuilder text) {
        String name = Printable.line(outcome.name().value());
        switch (outcome.verdict()) {
            case Verdict.Passed(var trigger) -> head(colors.green("passed"), name, trigger, text);
            case Verdict.Failed(var mismatches, var actual, var trigger) -> {
                head(colors.red("failed"), name, trigger, text);
                mismatches.forEach(mismatch -> mismatch(file, mismatch, text));
                lines(RowLines.of(actual), text);
            }
            case Verdict.Refused refused -> {
                head(colors.yellow("refused"), name, Optional.empty(), text);
                refused(refused, text);
            }
        }
        outcome.notes().forEach(note -> DiagnosticText.append(note.file(), note.said(), colors, "    ", text));
    }

    private void head(String verdict, String name, Optional<Trigger> trigger, StringBuilder text) {
        text.append("  ").append(verdict).append("  ").append(name);
        trigger.ifPresent(told -> text.append(colors.faint("  (" + TriggerText.of(told) + ")")));
        text.append('\n');
    }

    private void mismatch(TestedFile file, Mismatch mismatch, StringBuilder text) {
        text.append("    ")
                .append(DiagnosticText.place(file.file(), mismatch.span()))
                .append('\n');
        text.append("      expected  ")
                .append(Printable.line(mismatch.expected()))
                .append('\n');
        text.append("      actual    ")
                .append(Printable.line(mismatch.actual()))
                .append('\n');
    }

    private void lines(List<String> lines, StringBuilder text) {
        lines.forEach(line -> text.append("      ").append(colors.faint(line)).append('\n'));
    }

    private void refused(Verdict.Refused refused, StringBuilder text) {
        DiagnosticText.append(refused.file(), refused.reason(), colors, "    ", text);
    }

    @Override
    public void close() {
        if (counts.all() > 0) {
            out.write(counts.passed() + " passed, " + counts.failed() + " failed, " + counts.refused() + " refused\n");
        }
        out.flush();
    }
}
