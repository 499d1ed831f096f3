package dev.kqlift.corpus.scan;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.engine.AnalyzedRule;

/** What became of one rule, or of one file that has none. */
public sealed interface CorpusItem {
    /** The file, as {@link CorpusInput} names it. */
    String path();

    /** A rule that went through the steps, with or without errors. */
    record Compiled(AnalyzedRule rule) implements CorpusItem {
        @Override
        public String path() {
            return rule.document().file().path();
        }
    }

    /**
     * A file in a folder that holds no rule.
     *
     * @param reason a plain sentence for people
     */
    record PassedOver(String path, String reason) implements CorpusItem {}

    /** A file that could not be read, or that was named on the command line and holds no rule. */
    record Failed(String path, Diagnostic diagnostic) implements CorpusItem {}
}
