package dev.kqlift.backend;

import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.evaluation.TableSource;
import dev.kqlift.translation.Translation;

/** A target language. Immutable and safe for threads. */
public interface Backend {
    /** The word of the command line. */
    String id();

    /** One line on what is emitted. */
    String description();

    /** Translates a rule. Never fails: a rule that cannot be translated gives an unsupported translation with reasons. */
    Translation translate(AnalyzedRule rule);

    /**
     * The backend for a target that holds these rows and no others. What a translation would only be under a condition on
     * the data is checked against them: it is exact, or it is refused.
     */
    Backend over(TableSource data);
}
