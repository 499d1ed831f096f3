package dev.kqlift.reports.ruletest;

import dev.kqlift.reports.text.Colors;
import dev.kqlift.reports.text.DiagnosticText;
import dev.kqlift.reports.text.TextTarget;
import dev.kqlift.reports.text.XmlText;
import dev.kqlift.ruletest.CaseOutcome;
import dev.kqlift.ruletest.Mismatch;
import dev.kqlift.ruletest.TestedFile;
import dev.kqlift.ruletest.Verdict;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Tests as JUnit XML: a suite for each test file; what is refused is an error there. */
public final class TestJunit implements TestWriter {
    private final TextTarget out;
    private final StringBuilder suites = new StringBuilder();
    private TestedFile.Counts counts = TestedFile.Counts.NONE;

    public TestJunit(OutputStream out) {
        this.out = new TextTarget(out);
    }

    @Override
    public void write(TestedFile file) {
        String path = file.file().path();
        counts = counts.plus(file.counts());
        suites.append("  <testsuite name=\"").append(XmlText.of(path)).append('"');
        suites.append(attributes(file.counts())).append(">\n");
        if (!file.problems().isEmpty()) {
            open(path, "all cases");
            refused(file.problems());
        }
        file.cases().forEach(outcome -> outcome(file, outcome));
        suites.append("  </testsuite>\n");
    }

    private static String attributes(TestedFile.Counts counts) {
        return " tests=\"" + counts.all() + "\" failures=\"" + counts.failed() + "\" errors=\"" + counts.refused()
                + "\" skipped=\"0\"";
    }

    private void open(String path, String name) {
        suites.append("    <testcase classname=\"").append(XmlText.of(path));
        suites.append("\" name=\"").append(XmlText.of(name)).append('"');
    }

    private void outcome(TestedFile file, CaseOutcome outcome) {
        open(file.file().path(), outcome.name().value());
        switch (outcome.verdict()) {
            case Verdict.Passed passed -> passed(outcome);
            case Verdict.Failed(var mismatches, var actual, var trigger) -> {
                List<String> lines = new ArrayList<>();
                for (Mismatch mismatch : mismatches) {
                    lines.add(DiagnosticText.place(file.file(), mismatch.span()));
                    lines.add("expected  " + mismatch.expected());
                    lines.add("actual    " + mismatch.actual());
                }
                lines.addAll(RowLines.of(actual));
                lines.addAll(notes(outcome));
                Mismatch first = mismatches.getFirst();
                String message = "expected " + first.expected() + ", actual " + first.actual();
                problem("failure", message, "mismatch", lines);
            }
            case Verdict.Refused refused -> refused(List.of(refused));
        }
    }

    private void passed(CaseOutcome outcome) {
        if (outcome.notes().isEmpty()) {
            suites.append("/>\n");
            return;
        }
        suites.append(">\n      <system-out>");
        suites.append(XmlText.of(String.join("\n", notes(outcome))));
        suites.append("</system-out>\n    </testcase>\n");
    }

    private static List<String> notes(CaseOutcome outcome) {
        return outcome.notes().stream()
                .map(note -> DiagnosticText.oneLine(note.file(), note.said(), Colors.NEVER))
                .toList();
    }

    private void refused(List<Verdict.Refused> problems) {
        List<String> lines = problems.stream()
                .map(problem -> DiagnosticText.oneLine(problem.file(), problem.reason(), Colors.NEVER))
                .toList();
        Verdict.Refused first = problems.getFirst();
        problem("error", first.reason().message(), first.reason().code().name(), lines);
    }

    private void problem(String element, String message, String type, List<String> lines) {
        suites.append(">\n      <").append(element);
        suites.append(" message=\"").append(XmlText.of(message));
        suites.append("\" type=\"").append(type).append("\">");
        suites.append(XmlText.of(String.join("\n", lines)));
        suites.append("</").append(element).append(">\n    </testcase>\n");
    }

    @Override
    public void close() {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"kqlift test\"" + attributes(counts)
                + ">\n" + suites + "</testsuites>\n");
        out.flush();
    }
}
