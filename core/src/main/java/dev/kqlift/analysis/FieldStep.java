package dev.kqlift.analysis;

import dev.kqlift.source.Span;
import java.util.Optional;

/**
 * One step on the way from a field back to its sources: the operator that made it, or the source that it comes from.
 *
 * @param depth how far below the field that was asked for, from 0; a step reads what stands one deeper behind it
 * @param kind what the step is
 * @param field the field's name there
 * @param operator the operator's name in KQL, {@code table} or {@code function} for sources
 * @param detail the name of the table, function or plugin; empty for other operators
 * @param span the place of the operator in the query
 * @param expression the text that makes the field there; empty where it is passed on
 * @param role how the step above reads it: the side of a join, the input of a union, a sub-query; mostly empty
 * @param definition the definition that the operator stands in, {@code let x} or {@code function f}; empty for none
 * @param stage the stage of the main pipeline that the operator is part of; 0 where it is part of none
 * @param hidden how many of the fields that it reads are left out below
 */
public record FieldStep(
        int depth,
        Kind kind,
        String field,
        String operator,
        String detail,
        Span span,
        Optional<Span> expression,
        String role,
        String definition,
        int stage,
        int hidden) {
    /** What a step is. */
    public enum Kind {
        /** An operator made the field of what it read. */
        MADE,
        /** An operator passed the field on, under a new name or from one of its sides. */
        PASSED,
        /** The end: a table or another source of rows. */
        SOURCE,
        /** The end: a column that no schema states, known from its use alone. */
        INFERRED,
        /** A field that a step further up made already, whose way back is shown there. */
        REPEATED
    }
}
