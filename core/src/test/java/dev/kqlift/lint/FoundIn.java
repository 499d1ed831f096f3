package dev.kqlift.lint;

import java.util.List;

/** Where one check finds something in a text, and what it says. */
final class FoundIn {
    private FoundIn() {}

    /** The lines of a bare query that a check reports. */
    static List<Integer> query(String code, String text) {
        return LintedText.lines(code, text, LintedText.only(code, "rule.kql", text));
    }

    /** The lines of a scheduled rule that a check reports; the query begins in line 6. */
    static List<Integer> scheduled(String code, String frequency, String period, String query) {
        String text = rule(frequency, period, query);
        return LintedText.lines(code, text, LintedText.only(code, "rule.yaml", text));
    }

    /** A scheduled rule of that query. */
    static String rule(String frequency, String period, String query) {
        return "name: Sample\nkind: Scheduled\nqueryFrequency: " + frequency + "\nqueryPeriod: " + period
                + "\nquery: |\n  " + query.replace("\n", "\n  ") + "\n";
    }

    /** The messages of a check over a bare query. */
    static List<String> messages(String code, String text) {
        return LintedText.only(code, "rule.kql", text).stream()
                .flatMap(outcome -> outcome.findings().stream())
                .filter(finding -> finding.check().code().equals(code))
                .map(Finding::message)
                .toList();
    }

    /** Whether the fixes of a check over a bare query may be applied unseen, in the order of the text. */
    static List<Applicability> fixes(String code, String text) {
        return LintedText.only(code, "rule.kql", text).stream()
                .flatMap(outcome -> outcome.findings().stream())
                .filter(finding -> finding.check().code().equals(code))
                .flatMap(finding -> finding.fix().stream())
                .map(Fix::applicability)
                .toList();
    }

    /** The text after the fixes of a check. */
    static String fixed(String code, String file, String text) {
        return LintedText.fixed(code, text, LintedText.only(code, file, text));
    }

    /** Why a check could not be made. */
    static List<String> notChecked(String code, String file, String text) {
        return LintedText.only(code, file, text).stream()
                .flatMap(outcome -> outcome.notChecked().stream())
                .map(NotChecked::reason)
                .toList();
    }
}
