package dev.kqlift.pipe;

import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.ir.Relation;
import dev.kqlift.mapping.BackendDefinition;
import dev.kqlift.mapping.FieldMap;
import dev.kqlift.mapping.FunctionTable;
import dev.kqlift.rendering.QueryTranslator;
import dev.kqlift.rendering.RuleBody;
import dev.kqlift.translation.LocalNotes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bound IR to a query of piped commands. */
public final class PipeTranslator implements QueryTranslator {
    private final IndexPatterns indices;
    private final FieldMap fields;
    private final FunctionTable functions;

    private PipeTranslator(IndexPatterns indices, FieldMap fields, FunctionTable functions) {
        this.indices = indices;
        this.fields = fields;
        this.functions = functions;
    }

    /** The translator of a backend. */
    public static PipeTranslator of(BackendDefinition definition) {
        Set<String> forms = new HashSet<>(EsqlForms.SCALARS);
        forms.addAll(EsqlForms.AGGREGATES);
        FunctionTable functions = FunctionTable.parse(
                definition.source().path("functions.yaml"),
                definition.source().required("functions.yaml"),
                Optional.empty(),
                PipePrinter.STRENGTHS,
                forms);
        return new PipeTranslator(IndexPatterns.of(definition.source()), FieldMap.of("ecs"), functions);
    }

    /** What the functions of KQL become. */
    public FunctionTable functions() {
        return functions;
    }

    @Override
    public Optional<RuleBody> translate(AnalyzedRule rule, Relation relation, LocalNotes notes) {
        return EsqlRelations.lower(relation, indices, fields, functions, notes).map(PipeTranslator::body);
    }

    private static RuleBody body(PipePlan plan) {
        List<RuleBody.Part> parts = new ArrayList<>();
        List<String> commands = PipePrinter.print(plan);
        for (String command : commands.subList(1, commands.size())) {
            parts.add(new RuleBody.Part("", command));
        }
        return new RuleBody(parts, commands.getFirst(), Map.of());
    }
}
