package dev.kqlift.backend;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.evaluation.TableSource;
import dev.kqlift.ir.Relation;
import dev.kqlift.mapping.BackendDefinition;
import dev.kqlift.rendering.QueryTranslator;
import dev.kqlift.rendering.RuleBody;
import dev.kqlift.rendering.RuleHeader;
import dev.kqlift.rendering.RuleView;
import dev.kqlift.rendering.TemplateEngine;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Span;
import dev.kqlift.translation.DerivedFidelity;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.FidelityDerivation;
import dev.kqlift.translation.LocalNotes;
import dev.kqlift.translation.Translation;
import dev.kqlift.translation.TranslationNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A backend made of its folder and its family's translator. */
final class DefinedBackend implements Backend {
    private final BackendDefinition definition;
    private final QueryTranslator translator;
    private final TemplateEngine template;

    DefinedBackend(BackendDefinition definition, QueryTranslator translator, TemplateEngine template) {
        this.definition = definition;
        this.translator = translator;
        this.template = template;
    }

    @Override
    public String id() {
        return definition.id();
    }

    @Override
    public String description() {
        return definition.description();
    }

    @Override
    public Backend over(TableSource data) {
        return new DefinedBackend(definition, translator.over(data), template);
    }

    @Override
    public Translation translate(AnalyzedRule rule) {
        Optional<EmbeddedText> text = rule.document().query();
        Optional<Relation> relation = rule.bound().flatMap(BoundQuery::relation);
        Span whole = text.map(EmbeddedText::whole).orElse(Span.at(0));
        List<TranslationNote> obstacles = obstacles(rule, relation.isPresent(), whole);
        if (!obstacles.isEmpty() || text.isEmpty() || relation.isEmpty()) {
            return refusal(FidelityDerivation.of(obstacles, whole));
        }
        LocalNotes notes = new LocalNotes();
        Optional<RuleBody> body = translator.translate(rule, relation.get(), notes);
        DerivedFidelity derived =
                withUnused(rule, FidelityDerivation.derive(relation.get(), notes, text.get()), text.get());
        if (derived.fidelity() == Fidelity.UNSUPPORTED) {
            return refusal(derived);
        }
        RuleBody emitted = body.orElseThrow(() -> new IllegalStateException(
                id() + " emits nothing for " + rule.document().file().path() + " and does not say why"));
        String file = template.render(new RuleView(RuleHeader.lines(rule.document(), derived), emitted));
        return new Translation(id(), derived.fidelity(), derived.notes(), Optional.of(file), definition.extension());
    }

    private Translation refusal(DerivedFidelity derived) {
        return new Translation(id(), Fidelity.UNSUPPORTED, derived.notes(), Optional.empty(), definition.extension());
    }

    private static List<TranslationNote> obstacles(AnalyzedRule rule, boolean hasRelation, Span whole) {
        List<TranslationNote> notes = new ArrayList<>();
        for (Diagnostic diagnostic : rule.diagnostics()) {
            if (diagnostic.severity() == Severity.ERROR) {
                notes.add(notUnderstood(diagnostic.code() + ": " + diagnostic.message(), diagnostic.span()));
            }
        }
        if (!hasRelation && notes.isEmpty()) {
            notes.add(notUnderstood("the rule has no query that returns rows", whole));
        }
        return notes;
    }

    private static TranslationNote notUnderstood(String message, Span span) {
        return new TranslationNote(DiagnosticCode.KX007, Fidelity.UNSUPPORTED, message, span);
    }

    private static DerivedFidelity withUnused(AnalyzedRule rule, DerivedFidelity derived, EmbeddedText text) {
        List<TranslationNote> notes = new ArrayList<>(derived.notes());
        rule.bound()
                .ifPresent(bound -> bound.unusedRelations()
                        .forEach(unused -> notes.add(new TranslationNote(
                                DiagnosticCode.KX008,
                                Fidelity.EXACT,
                                "the result does not read this table, so it is left out",
                                text.toFile(unused.origin().span())))));
        return FidelityDerivation.of(notes, text.whole());
    }
}
