package dev.kqlift.reports.inspect;

import dev.kqlift.engine.AnalyzedRule;

/** Writes analysed rules one after the other, each as soon as it comes. */
public sealed interface InspectWriter extends AutoCloseable permits ExplainText, InspectJson, InspectText {
    void write(AnalyzedRule rule);

    @Override
    void close();
}
