package dev.kqlift.translation;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Works out what a translation promises from the notes at the nodes of its query. The only place that makes a fidelity.
 *
 * <p>A note that does not reach the result is dropped: a value that may differ in a column that nothing reads and that the
 * result does not have changes nothing. A note whose effect got worse on the way says why.
 */
public final class FidelityDerivation {
    private FidelityDerivation() {}

    /**
     * Derives the promise for a query.
     *
     * @param root the query's result
     * @param notes the notes at the nodes below it
     * @param text where the query stands in the file
     */
    public static DerivedFidelity derive(Relation root, LocalNotes notes, EmbeddedText text) {
        Set<ColumnId> output = RelationLifting.ids(root.columns());
        Map<Key, TranslationNote> result = new LinkedHashMap<>();
        for (Deviation deviation : new RelationLifting(notes).lift(root)) {
            boolean shows =
                    !deviation.approximate() || deviation.decidesRows() || root.open() || deviation.touches(output);
            if (shows) {
                TranslationNote note = note(deviation, text);
                result.merge(
                        new Key(deviation.note().code(), deviation.note().message(), note.span()),
                        note,
                        FidelityDerivation::worse);
            }
        }
        return of(List.copyOf(result.values()), text.toFile(root.origin().span()));
    }

    /** The promise of notes whose effects are already those on the result. */
    public static DerivedFidelity of(List<TranslationNote> notes, Span whole) {
        List<TranslationNote> result = new ArrayList<>(notes);
        Fidelity fidelity = Fidelity.EXACT;
        boolean refused = false;
        for (TranslationNote note : notes) {
            fidelity = EffectAlgebra.combine(fidelity, note.effect());
            refused |= note.effect() == Fidelity.UNSUPPORTED;
        }
        if (fidelity == Fidelity.UNSUPPORTED && !refused) {
            result.add(new TranslationNote(
                    DiagnosticCode.KX005,
                    Fidelity.UNSUPPORTED,
                    "some parts return more rows and others fewer, so that nothing can be promised of the whole",
                    whole));
        }
        result.sort(
                Comparator.comparingInt((TranslationNote note) -> note.span().start())
                        .thenComparingInt(note -> note.span().end())
                        .thenComparing(TranslationNote::code)
                        .thenComparing(TranslationNote::message));
        return new DerivedFidelity(fidelity, result);
    }

    private static TranslationNote note(Deviation deviation, EmbeddedText text) {
        LocalNote local = deviation.note();
        DiagnosticCode code = deviation.effect() == local.effect() ? local.code() : codeOf(deviation.effect());
        String message = local.message();
        if (!deviation.reason().isEmpty()) {
            message += "; nothing can be promised, because " + deviation.reason();
        } else if (deviation.decidesRows()) {
            message += "; rows are chosen by it, so that a row at the limit may come or go";
        } else if (deviation.effect() != local.effect()) {
            message += "; the effect on the result is the opposite, because it is negated";
        }
        return new TranslationNote(
                code, deviation.effect(), message, text.toFile(local.origin().span()));
    }

    private static DiagnosticCode codeOf(Fidelity effect) {
        return switch (effect) {
            case EXACT -> DiagnosticCode.KX006;
            case APPROXIMATE -> DiagnosticCode.KX004;
            case WIDER -> DiagnosticCode.KX002;
            case NARROWER -> DiagnosticCode.KX003;
            case UNSUPPORTED -> DiagnosticCode.KX005;
        };
    }

    /** A construct that reaches the result on two ways counts with both effects. */
    private static TranslationNote worse(TranslationNote first, TranslationNote second) {
        Fidelity both = EffectAlgebra.combine(first.effect(), second.effect());
        if (both == first.effect()) {
            return first;
        }
        if (both == second.effect()) {
            return second;
        }
        return new TranslationNote(
                codeOf(both),
                both,
                first.message() + "; nothing can be promised, because it reaches the result on two ways",
                first.span());
    }

    private record Key(DiagnosticCode code, String message, Span span) {}
}
