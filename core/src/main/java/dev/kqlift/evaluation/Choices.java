package dev.kqlift.evaluation;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.source.Origin;
import dev.kqlift.types.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The choices of one run that were the engine's to make: each is noted once, whatever the number of rows. */
final class Choices {
    private final ChoicePolicy policy;
    private final Set<Diagnostic> notes = new LinkedHashSet<>();

    Choices(ChoicePolicy policy) {
        this.policy = policy;
    }

    /** Whether the first candidate is taken where the run would else be refused. */
    boolean takesFirst() {
        return policy == ChoicePolicy.FIRST;
    }

    /**
     * The first candidate was taken.
     *
     * @param what what is not defined, as the beginning of a sentence
     */
    void note(String what, Origin origin) {
        notes.add(Diagnostic.of(
                DiagnosticCode.KR006, what + "; here it is the first in the order of the input", origin.span()));
    }

    /** Notes a choice, or refuses the run. */
    void demand(String what, Origin origin, Supplier<NotEvaluated> refusal) {
        if (!takesFirst()) {
            throw refusal.get();
        }
        note(what, origin);
    }

    List<Diagnostic> notes() {
        return List.copyOf(notes);
    }

    /** Whether some of the rows differ, so that it matters which is taken. */
    static boolean differ(List<List<Value>> rows) {
        return rows.size() > 1 && rows.stream().anyMatch(row -> differ(row, rows.getFirst()));
    }

    /** Whether two rows differ; what is not known of a value may differ. */
    static boolean differ(List<Value> left, List<Value> right) {
        try {
            return left != right && !RowKey.of(left).equals(RowKey.of(right));
        } catch (NotEvaluated uncertain) {
            return true;
        }
    }
}
