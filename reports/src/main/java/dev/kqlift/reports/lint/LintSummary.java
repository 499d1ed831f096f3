package dev.kqlift.reports.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.lint.Applicability;
import dev.kqlift.lint.CheckInfo;
import dev.kqlift.lint.Finding;
import dev.kqlift.lint.LintOutcome;
import dev.kqlift.lint.LintSession.Linted;
import dev.kqlift.lint.NotChecked;
import dev.kqlift.reports.text.Colors;
import dev.kqlift.reports.text.DiagnosticText;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.reports.text.TextTable;
import dev.kqlift.reports.text.TextTable.Align;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what came of the checks of a run: of all rules, and of each check. */
public final class LintSummary {
    private final Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
    private final Map<String, Count> checks = new TreeMap<>();
    private int rulesPassed;
    private int rulesFailed;
    private int rulesNotChecked;
    private int suppressed;
    private int baselined;
    private int fixable;

    private static final class Count {
        private final CheckInfo check;
        private int passed;
        private int failed;
        private int notChecked;

        Count(CheckInfo check) {
            this.check = check;
        }
    }

    /** Counts a rule. */
    public void add(Linted rule) {
        LintOutcome outcome = rule.outcome();
        for (Finding finding : outcome.findings()) {
            findings.merge(finding.severity(), 1, Integer::sum);
            boolean safe = finding.fix()
                    .filter(fix -> fix.applicability() == Applicability.SAFE)
                    .isPresent();
            fixable += safe ? 1 : 0;
        }
        outcome.passedChecks().forEach(check -> count(check).passed++);
        outcome.failedChecks().forEach(check -> count(check).failed++);
        outcome.notChecked().forEach(not -> count(not.check()).notChecked++);
        suppressed += outcome.suppressed();
        baselined += outcome.baselined();
        if (!outcome.failedChecks().isEmpty()) {
            rulesFailed++;
        } else if (outcome.notChecked().isEmpty()) {
            rulesPassed++;
        } else {
            rulesNotChecked++;
        }
    }

    private Count count(CheckInfo check) {
        return checks.computeIfAbsent(check.code(), code -> new Count(check));
    }

    /** How many checks were made and found nothing, over all rules. */
    public int passed() {
        return checks.values().stream().mapToInt(count -> count.passed).sum();
    }

    /** How many checks found something. */
    public int failed() {
        return checks.values().stream().mapToInt(count -> count.failed).sum();
    }

    /** How many checks could not be made. */
    public int notChecked() {
        return checks.values().stream().mapToInt(count -> count.notChecked).sum();
    }

    /** How many findings are of a severity. */
    public int findings(Severity severity) {
        return findings.getOrDefault(severity, 0);
    }

    /** True when a finding is of this severity or a worse one. */
    public boolean reaches(Severity threshold) {
        return findings.keySet().stream().anyMatch(severity -> severity.compareTo(threshold) <= 0);
    }

    /** The last lines of a run. */
    public String text(Colors colors) {
        StringBuilder out = new StringBuilder(256);
        out.append("rules:    ").append(numbers(rulesPassed, rulesFailed, rulesNotChecked, colors));
        out.append("\nchecks:   ").append(numbers(passed(), failed(), notChecked(), colors));
        out.append("\nfindings: ");
        out.append(number(findings(Severity.ERROR), "error")).append(", ");
        out.append(number(findings(Severity.WARNING), "warning")).append(", ");
        out.append(number(findings(Severity.NOTE), "note"));
        if (suppressed > 0) {
            out.append("; ").append(suppressed).append(" suppressed");
        }
        if (baselined > 0) {
            out.append("; ").append(baselined).append(" baselined");
        }
        if (fixable > 0) {
            out.append("; --fix mends ").append(fixable);
        }
        return out.append('\n').toString();
    }

    private static String numbers(int passed, int failed, int notChecked, Colors colors) {
        String bad = failed + " failed";
        String open = notChecked + " not checked";
        return passed + " passed, " + (failed > 0 ? colors.red(bad) : bad) + ", "
                + (notChecked > 0 ? colors.yellow(open) : open);
    }

    private static String number(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /** A table of the checks that found something or could not be made somewhere. */
    public String statistics(Colors colors) {
        TextTable table = new TextTable("", List.of(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT));
        table.row(List.of("code", "name", "passed", "failed", "not checked"), colors::bold);
        for (Count count : checks.values()) {
            if (count.failed > 0 || count.notChecked > 0) {
                List<String> cells = new ArrayList<>(List.of(count.check.code(), count.check.name()));
                cells.add(Integer.toString(count.passed));
                cells.add(Integer.toString(count.failed));
                cells.add(Integer.toString(count.notChecked));
                table.row(cells);
            }
        }
        StringBuilder out = new StringBuilder(512);
        table.appendTo(out);
        return out.toString();
    }

    /** The numbers of one rule, and below them what was not checked and why. */
    public static String rule(Linted rule, Colors colors) {
        LintOutcome outcome = rule.outcome();
        String place = DiagnosticText.place(
                rule.document().file(),
                Span.at(rule.document().query().map(query -> query.toFile(0)).orElse(0)));
        StringBuilder out = new StringBuilder(128);
        out.append(place).append(": ");
        out.append(
                numbers(outcome.passed(), outcome.failed(), outcome.notChecked().size(), colors));
        if (outcome.suppressed() > 0) {
            out.append("; ").append(outcome.suppressed()).append(" suppressed");
        }
        if (outcome.baselined() > 0) {
            out.append("; ").append(outcome.baselined()).append(" baselined");
        }
        out.append('\n');
        for (NotChecked not : outcome.notChecked()) {
            out.append("  not checked: ").append(not.check().code()).append(' ');
            out.append(not.check().name()).append(": ");
            out.append(Printable.line(not.reason())).append('\n');
        }
        return out.toString();
    }
}
