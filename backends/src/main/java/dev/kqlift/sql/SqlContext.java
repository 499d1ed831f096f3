package dev.kqlift.sql;

import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.mapping.FunctionMapping;
import dev.kqlift.mapping.FunctionTable;
import dev.kqlift.rendering.Fragment;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.translation.LocalNotes;
import dev.kqlift.types.KqlType;
import java.util.List;
import java.util.Optional;

/**
 * What all parts of one lowering share.
 *
 * @param facts where the values of columns come from
 * @param ranges between which numbers expressions lie
 * @param dataAtHand true where the query runs over rows that are at hand, and over no others
 */
record SqlContext(
        LocalNotes notes, FunctionTable functions, ColumnFacts facts, WholeRanges ranges, boolean dataAtHand) {
    /** Stands where a note says that there is nothing to stand. */
    static final Fragment REFUSED = new Fragment("NULL", SqlStrengths.PRIMARY);

    Fragment refuse(Scalar node, String message) {
        notes.add(node, LocalNote.unsupported(message, node.origin()));
        return REFUSED;
    }

    void refuse(Relation node, String message) {
        notes.add(node, LocalNote.unsupported(message, node.origin()));
    }

    /** The dynamic value of which a call gives the text. */
    Optional<Scalar> printed(Scalar scalar) {
        return scalar instanceof Scalar.Call call
                        && call.arguments().size() == 1
                        && functions
                                .mapping(
                                        call.function().name(),
                                        List.of(call.arguments().getFirst().type()))
                                .filter(mapping -> mapping instanceof FunctionMapping.Form form
                                        && form.name().equals("json-path"))
                                .isPresent()
                ? Optional.of(call.arguments().getFirst())
                : Optional.empty();
    }

    /** A row of the table that is not a function but a form of the family, such as {@code $contains}. */
    Fragment operator(String name, Fragment... arguments) {
        FunctionMapping mapping = functions
                .mapping(
                        name,
                        List.of(arguments).stream()
                                .map(argument -> KqlType.UNKNOWN)
                                .toList())
                .orElseThrow(() -> new IllegalStateException("the table has no row `" + name + "`"));
        return switch (mapping) {
            case FunctionMapping.Emit emit -> emit.pattern().fill(List.of(arguments));
            case FunctionMapping.Form form -> throw new IllegalStateException("`" + name + "` is a pattern");
            case FunctionMapping.Unsupported unsupported ->
                throw new IllegalStateException("`" + name + "` is a pattern");
        };
    }

    /** Notes what a row of the table says about itself. */
    void promise(Scalar node, FunctionMapping.Promise promise) {
        String why = promise.why().orElse("");
        switch (promise.fidelity()) {
            case EXACT -> {}
            case APPROXIMATE ->
                notes.add(
                        node,
                        promise.leftOpen()
                                ? LocalNote.leftOpen(why, node.origin(), List.<ColumnId>of())
                                : LocalNote.approximate(why, node.origin()));
            case WIDER -> notes.add(node, LocalNote.wider(why, node.origin()));
            case NARROWER -> notes.add(node, LocalNote.narrower(why, node.origin()));
            case UNSUPPORTED -> refuse(node, why);
        }
    }

    /** Notes what a row of the table says about itself, and the condition that it puts on the first argument. */
    void promise(Scalar node, FunctionMapping.Promise promise, List<Scalar> arguments) {
        promise(node, promise);
        promise.assumes()
                .flatMap(DataAssumption::ofWord)
                .ifPresent(assumption -> assume(node, assumption, arguments.getFirst()));
    }

    /**
     * Relies on a condition on the values of an expression. Values that the query carries are checked; of a table's values
     * the reader is told.
     */
    void assume(Scalar node, DataAssumption assumption, Scalar value) {
        if (assumption.standing()) {
            if (!facts.holdsForAll(assumption)) {
                refuse(
                        node,
                        "it is exact only where " + assumption.condition()
                                + ", and a constant of the query"
                                + (dataAtHand ? " or a value of its tables" : "") + " may break that");
            }
        } else if (check(node, assumption, value)) {
            notes.add(node, LocalNote.assumption(assumption.sentence(), node.origin()));
        }
    }

    /** True where the condition is on values that are not known. */
    private boolean check(Scalar node, DataAssumption assumption, Scalar value) {
        ColumnFacts.Known known = facts.known(value);
        if (!known.literals().stream().allMatch(assumption::holds)) {
            refuse(
                    node,
                    "it is exact only where " + assumption.condition() + ", and "
                            + (dataAtHand ? "the data" : "the query's own data") + " may break that");
            return false;
        }
        if (!known.complete() && !known.fromTable()) {
            refuse(
                    node,
                    "it is exact only where " + assumption.condition()
                            + ", and this is computed from "
                            + (dataAtHand ? "the data" : "the query's own data") + ", which is not followed so far");
            return false;
        }
        return !known.complete();
    }
}
