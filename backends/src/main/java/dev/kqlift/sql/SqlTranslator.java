package dev.kqlift.sql;

import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.ir.Relation;
import dev.kqlift.mapping.BackendDefinition;
import dev.kqlift.rendering.QueryTranslator;
import dev.kqlift.rendering.RuleBody;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.translation.LocalNotes;
import java.util.Optional;

/** Bound IR to SQL of one dialect. */
public final class SqlTranslator implements QueryTranslator {
    private SqlTranslator() {}

    /** The translator of a dialect. */
    public static SqlTranslator of(BackendDefinition definition) {
        return new SqlTranslator();
    }

    @Override
    public Optional<RuleBody> translate(AnalyzedRule rule, Relation relation, LocalNotes notes) {
        notes.add(relation, LocalNote.unsupported("no operator is translated yet", relation.origin()));
        return Optional.empty();
    }
}
