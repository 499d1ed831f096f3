package dev.kqlift.cli;

import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.reports.inspect.CorpusCounts;

/** {@code --corpus PATH}: how common the values of a rule are elsewhere. */
final class CorpusOption {
    private CorpusOption() {}

    static CorpusCounts counts(String path, RuleCompiler compiler, Streams streams) {
        return (rule, indicator, value) -> 0;
    }
}
