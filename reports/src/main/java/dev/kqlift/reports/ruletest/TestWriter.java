package dev.kqlift.reports.ruletest;

import dev.kqlift.ruletest.TestedFile;

/** Writes what came of test files, one after the other; closing writes the summary. */
public sealed interface TestWriter extends AutoCloseable permits TestText, TestJson, TestJunit {
    void write(TestedFile file);

    @Override
    void close();
}
