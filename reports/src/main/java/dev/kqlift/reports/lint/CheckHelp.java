package dev.kqlift.reports.lint;

import dev.kqlift.lint.CheckInfo;
import dev.kqlift.lint.LintPage;
import dev.kqlift.lint.PageSections;

/**
 * What is to be told of a check besides its findings.
 *
 * @param summary a sentence or two on one line
 * @param markdown the whole page
 */
record CheckHelp(String summary, String markdown) {
    static CheckHelp of(CheckInfo check) {
        String page = LintPage.of(check);
        String first = PageSections.of(page, "What it flags").split("\n\n", 2)[0];
        return new CheckHelp(first.replace('\n', ' '), page);
    }
}
