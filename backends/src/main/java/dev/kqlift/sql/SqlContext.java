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

/** What all parts of one lowering share. */
record SqlContext(LocalNotes notes, FunctionTable functions) {
    /** Stands where a note says that there is nothing to stand. */
    static final Fragment REFUSED = new Fragment("NULL", SqlStrengths.PRIMARY);

    Fragment refuse(Scalar node, String message) {
        notes.add(node, LocalNote.unsupported(message, node.origin()));
        return REFUSED;
    }

    void refuse(Relation node, String message) {
        notes.add(node, LocalNote.unsupported(message, node.origin()));
    }

    /** A row of the table that is not a function but a form of the family, such as {@code $contains}. */
    Fragment operator(String name, Fragment... arguments) {
        FunctionMapping mapping = functions
                .mapping(name, List.of(arguments).stream().map(argument -> KqlType.UNKNOWN).toList())
                .orElseThrow(() -> new IllegalStateException("the table has no row `" + name + "`"));
        return switch (mapping) {
            case FunctionMapping.Emit emit -> emit.pattern().fill(List.of(arguments));
            case FunctionMapping.Form form -> throw new IllegalStateException("`" + name + "` is a pattern");
            case FunctionMapping.Unsupported unsupported -> throw new IllegalStateException("`" + name + "` is a pattern");
        };
    }

    /** Notes what a row of the table says about itself. */
    void promise(Scalar node, FunctionMapping.Promise promise) {
        String why = promise.why().orElse("");
        switch (promise.fidelity()) {
            case EXACT -> {}
            case APPROXIMATE -> notes.add(
                    node,
                    promise.leftOpen()
                            ? LocalNote.leftOpen(why, node.origin(), List.<ColumnId>of())
                            : LocalNote.approximate(why, node.origin()));
            case WIDER -> notes.add(node, LocalNote.wider(why, node.origin()));
            case NARROWER -> notes.add(node, LocalNote.narrower(why, node.origin()));
            case UNSUPPORTED -> refuse(node, why);
        }
        promise.assumes().ifPresent(text -> notes.add(node, LocalNote.assumption("exact where " + text, node.origin())));
    }
}
