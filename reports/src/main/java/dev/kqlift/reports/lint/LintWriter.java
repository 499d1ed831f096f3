package dev.kqlift.reports.lint;

import dev.kqlift.lint.LintSession.Linted;

/** Writes what came of the checks of rules, one rule after the other in the order of the files. */
public sealed interface LintWriter extends AutoCloseable permits LintGithub, LintJson, LintJunit, LintSarif, LintText {
    void write(Linted rule);

    @Override
    void close();
}
