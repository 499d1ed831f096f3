package dev.kqlift.evaluation;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.source.Origin;

/** The refusals, by code. */
final class Refusals {
    private Refusals() {}

    /** A construct of the language that is not evaluated. */
    static NotEvaluated construct(String message, Origin origin) {
        return new NotEvaluated(DiagnosticCode.KR001, message, origin);
    }

    /** A function, or this use of it. */
    static NotEvaluated call(String message, Origin origin) {
        return new NotEvaluated(DiagnosticCode.KR002, message, origin);
    }

    /** What the engine itself ends with an error. */
    static NotEvaluated engineError(String message, Origin origin) {
        return new NotEvaluated(DiagnosticCode.KR003, message, origin);
    }

    /** A value that grows over a limit of the run. */
    static NotEvaluated limit(String message, Origin origin) {
        return new NotEvaluated(DiagnosticCode.KR004, message, origin);
    }
}
