package dev.kqlift.analysis;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a scalar reads: columns of its input, and relations that it asks for a value. Parts that are shared count once. */
final class ColumnReads {
    private final Set<Column> columns = new LinkedHashSet<>();
    private final List<Relation> relations = new ArrayList<>(0);

    private ColumnReads() {}

    static ColumnReads of(Scalar scalar) {
        ColumnReads reads = new ColumnReads();
        if (scalar instanceof Scalar.ColumnRef reference) {
            reads.columns.add(reference.column());
        } else {
            reads.collect(scalar);
        }
        return reads;
    }

    private void collect(Scalar root) {
        Set<Scalar> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Scalar> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Scalar scalar = open.pop();
            if (!seen.add(scalar)) {
                continue;
            }
            if (scalar instanceof Scalar.ColumnRef reference) {
                columns.add(reference.column());
            }
            Trees.subquery(scalar).ifPresent(relations::add);
            // The stack turns the order round, which is that of the text.
            List<Scalar> children = Trees.children(scalar);
            for (int i = children.size() - 1; i >= 0; i--) {
                open.push(children.get(i));
            }
        }
    }

    /** The columns, in the order of the text. */
    Set<Column> columns() {
        return columns;
    }

    /** The relations, in the order of the text. */
    List<Relation> relations() {
        return relations;
    }
}
