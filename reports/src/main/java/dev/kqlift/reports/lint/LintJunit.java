package dev.kqlift.reports.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.SourceFile;
import dev.kqlift.lint.Finding;
import dev.kqlift.lint.LintSession.Linted;
import dev.kqlift.lint.NotChecked;
import dev.kqlift.reports.text.DiagnosticText;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.reports.text.TextTarget;
import dev.kqlift.reports.text.XmlText;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Findings as JUnit XML: a suite for each file, in it a case for each finding, for each check that could not be made, and one
 * for a file without findings. Findings below the threshold are cases that pass and say so.
 */
public final class LintJunit implements LintWriter {
    private final TextTarget out;
    private final Severity failOn;
    private final List<Linted> rules = new ArrayList<>();

    /** @param failOn from which severity on a finding is a failure */
    public LintJunit(OutputStream out, Severity failOn) {
        this.out = new TextTarget(out);
        this.failOn = failOn;
    }

    @Override
    public void write(Linted rule) {
        rules.add(rule);
    }

    @Override
    public void close() {
        StringBuilder suites = new StringBuilder();
        Count all = new Count();
        int from = 0;
        while (from < rules.size()) {
            String path = path(rules.get(from));
            int to = from;
            while (to < rules.size() && path(rules.get(to)).equals(path)) {
                to++;
            }
            suite(path, rules.subList(from, to), all, suites);
            from = to;
        }
        StringBuilder page = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        page.append("<testsuites name=\"kqlift lint\"").append(all.attributes()).append(">\n");
        page.append(suites).append("</testsuites>\n");
        out.write(page);
        out.flush();
    }

    private static String path(Linted rule) {
        return rule.document().file().path();
    }

    private static final class Count {
        private int tests;
        private int failures;
        private int skipped;

        void add(Count other) {
            tests += other.tests;
            failures += other.failures;
            skipped += other.skipped;
        }

        String attributes() {
            return " tests=\"" + tests + "\" failures=\"" + failures + "\" errors=\"0\" skipped=\"" + skipped + "\"";
        }
    }

    private void suite(String path, List<Linted> file, Count all, StringBuilder out) {
        StringBuilder cases = new StringBuilder();
        Count count = new Count();
        for (Linted rule : file) {
            rule.outcome().findings().forEach(finding -> finding(rule, finding, count, cases));
            rule.outcome().notChecked().forEach(not -> notChecked(path, not, count, cases));
        }
        if (file.stream().allMatch(rule -> rule.outcome().findings().isEmpty())) {
            count.tests++;
            open(path, "no findings", cases).append("/>\n");
        }
        all.add(count);
        out.append("  <testsuite name=\"").append(XmlText.of(path)).append('"');
        out.append(count.attributes()).append(">\n").append(cases).append("  </testsuite>\n");
    }

    private void finding(Linted rule, Finding finding, Count count, StringBuilder out) {
        SourceFile file = rule.document().file();
        int line = file.text().position(finding.span().start()).line();
        String title = finding.check().code() + " " + finding.check().name() + " line " + line;
        boolean fails = finding.severity().compareTo(failOn) <= 0;
        String detail = DiagnosticText.place(file, finding.span()) + ": "
                + finding.severity().word() + " " + Printable.line(finding.message())
                + finding.help().map(help -> "\nhelp: " + Printable.line(help)).orElse("");
        count.tests++;
        open(file.path(), title, out).append(">\n");
        if (fails) {
            count.failures++;
            out.append("      <failure message=\"").append(XmlText.of(finding.message()));
            out.append("\" type=\"").append(finding.severity().word()).append("\">");
            out.append(XmlText.of(detail)).append("</failure>\n");
        } else {
            out.append("      <system-out>").append(XmlText.of(detail)).append("</system-out>\n");
        }
        out.append("    </testcase>\n");
    }

    private static void notChecked(String path, NotChecked not, Count count, StringBuilder out) {
        count.tests++;
        count.skipped++;
        open(path, not.check().code() + " " + not.check().name() + " not checked", out)
                .append(">\n");
        out.append("      <skipped message=\"").append(XmlText.of(not.reason())).append("\"/>\n");
        out.append("    </testcase>\n");
    }

    private static StringBuilder open(String path, String name, StringBuilder out) {
        return out.append("    <testcase classname=\"")
                .append(XmlText.of(path))
                .append("\" name=\"")
                .append(XmlText.of(name))
                .append('"');
    }
}
