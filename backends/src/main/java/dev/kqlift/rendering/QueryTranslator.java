package dev.kqlift.rendering;

import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.evaluation.TableSource;
import dev.kqlift.ir.Relation;
import dev.kqlift.translation.LocalNotes;
import java.util.Optional;

/** What a family of backends does: lowers and prints. It records notes; what they amount to is not its concern. */
@FunctionalInterface
public interface QueryTranslator {
    /**
     * Translates a query.
     *
     * @param rule the rule, without errors
     * @param relation the rows that it returns
     * @param notes takes what the translation changes, at the nodes where it does
     * @return the query; empty only if a note says that something is unsupported
     */
    Optional<RuleBody> translate(AnalyzedRule rule, Relation relation, LocalNotes notes);

    /** The translator for a target that holds these rows; the same one for a family that does not look at them. */
    default QueryTranslator over(TableSource data) {
        return this;
    }
}
