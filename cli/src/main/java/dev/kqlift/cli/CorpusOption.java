package dev.kqlift.cli;

import dev.kqlift.corpus.overlap.OverlapIndex;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.reports.inspect.CorpusCounts;
import java.util.List;

/** {@code --corpus PATH}: how common the values of a rule are elsewhere. */
final class CorpusOption {
    private CorpusOption() {}

    /** Reads the corpus whole. */
    static CorpusCounts counts(String path, RuleCompiler compiler, Streams streams) {
        OverlapIndex index = new OverlapIndex();
        RuleRun run = new RuleRun(List.of(path), false, streams);
        run.each(compiler, index::add);
        if (run.exitCode() != ExitCode.DONE) {
            throw new UsageException("the corpus " + path + " cannot be read");
        }
        return (rule, indicator, value) -> index.countOthers(rule, indicator.field(), indicator.kind(), value);
    }
}
