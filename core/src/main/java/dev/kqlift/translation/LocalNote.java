package dev.kqlift.translation;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.source.Origin;
import java.util.List;

/**
 * What the translation of one node changed, as seen at that node.
 *
 * <p>The effect of a condition is stated in the order false &lt; null &lt; true: it is {@code WIDER} when on every row the
 * emitted condition is at least as true as the KQL's, {@code NARROWER} when it is at most as true. An emitted condition
 * that is null where the KQL's is false is wider in this sense, although a filter could not tell: its negation could.
 * The effect of a relation is about its rows; {@code APPROXIMATE} is about values.
 *
 * @param code the code of the change
 * @param effect what it does at the node
 * @param cause why values differ; {@code TARGET} where none do
 * @param message one plain sentence
 * @param origin the construct, in the query
 * @param carriers the columns whose values may differ; empty at a relation means all of its columns
 */
public record LocalNote(
        DiagnosticCode code, Fidelity effect, Cause cause, String message, Origin origin, List<ColumnId> carriers) {
    public LocalNote {
        carriers = List.copyOf(carriers);
    }

    /** A field that has another name in the target. */
    public static LocalNote renamed(String message, Origin origin) {
        return of(DiagnosticCode.KX001, Fidelity.EXACT, message, origin);
    }

    /** A condition that is truer, or a relation that has more rows. */
    public static LocalNote wider(String message, Origin origin) {
        return of(DiagnosticCode.KX002, Fidelity.WIDER, message, origin);
    }

    /** A condition that is less true, or a relation that has fewer rows. */
    public static LocalNote narrower(String message, Origin origin) {
        return of(DiagnosticCode.KX003, Fidelity.NARROWER, message, origin);
    }

    /** A value that the target computes in another way. */
    public static LocalNote approximate(String message, Origin origin) {
        return of(DiagnosticCode.KX004, Fidelity.APPROXIMATE, message, origin);
    }

    /** A value that KQL itself leaves open. */
    public static LocalNote leftOpen(String message, Origin origin, List<ColumnId> carriers) {
        return new LocalNote(DiagnosticCode.KX004, Fidelity.APPROXIMATE, Cause.LEFT_OPEN, message, origin, carriers);
    }

    /** A construct that the target cannot say. */
    public static LocalNote unsupported(String message, Origin origin) {
        return of(DiagnosticCode.KX005, Fidelity.UNSUPPORTED, message, origin);
    }

    /** A condition on the target's data under which the translation is exact, and which its reader can check. */
    public static LocalNote assumption(String message, Origin origin) {
        return of(DiagnosticCode.KX006, Fidelity.EXACT, message, origin);
    }

    /** A construct that could not be read or bound. */
    public static LocalNote notUnderstood(String message, Origin origin) {
        return of(DiagnosticCode.KX007, Fidelity.UNSUPPORTED, message, origin);
    }

    /** A construct that changes no row and is left out. */
    public static LocalNote leftOut(String message, Origin origin) {
        return of(DiagnosticCode.KX008, Fidelity.EXACT, message, origin);
    }

    private static LocalNote of(DiagnosticCode code, Fidelity effect, String message, Origin origin) {
        return new LocalNote(code, effect, Cause.TARGET, message, origin, List.of());
    }
}
