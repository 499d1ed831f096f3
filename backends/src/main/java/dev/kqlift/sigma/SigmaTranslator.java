package dev.kqlift.sigma;

import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.ir.Relation;
import dev.kqlift.mapping.BackendDefinition;
import dev.kqlift.mapping.FieldMap;
import dev.kqlift.rendering.QueryTranslator;
import dev.kqlift.rendering.RuleBody;
import dev.kqlift.translation.LocalNotes;
import java.util.Optional;

/** Bound IR to a Sigma rule. */
public final class SigmaTranslator implements QueryTranslator {
    private final FieldMap fields;

    private SigmaTranslator(FieldMap fields) {
        this.fields = fields;
    }

    /** The translator of a backend. */
    public static SigmaTranslator of(BackendDefinition definition) {
        return new SigmaTranslator(FieldMap.of(definition.id()));
    }

    @Override
    public Optional<RuleBody> translate(AnalyzedRule rule, Relation relation, LocalNotes notes) {
        return SigmaRelations.lower(rule.document(), relation, fields, notes).map(SigmaPrinter::print);
    }
}
