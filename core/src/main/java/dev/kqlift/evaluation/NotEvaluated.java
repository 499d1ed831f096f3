package dev.kqlift.evaluation;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.source.Origin;

/**
 * The evaluator does not know what the engine would answer. Thrown anywhere below the public entry, which alone catches it
 * and turns it into a refusal.
 */
public final class NotEvaluated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DiagnosticCode code;
    private final transient Origin origin;

    /**
     * @param code why, as a stable code
     * @param message what is not known, in one plain sentence
     * @param origin the text of the query that asks for it
     */
    public NotEvaluated(DiagnosticCode code, String message, Origin origin) {
        super(message, null, false, false);
        this.code = code;
        this.origin = origin;
    }

    public DiagnosticCode code() {
        return code;
    }

    public Origin origin() {
        return origin;
    }

    /** The same, said of another place: of the call where a function knows its arguments only as values. */
    NotEvaluated at(Origin place) {
        return new NotEvaluated(code, String.valueOf(getMessage()), place);
    }
}
