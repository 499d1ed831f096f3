package dev.kqlift.evaluation;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns of the left side of a join the rest of a query reads, so that it matters which left row is taken. Where that
 * is not certain a column counts as read.
 */
final class ColumnUses {
    private final Optional<Relation> query;

    /**
     * @param query the relation that gives the result; where it is absent every column counts as read
     */
    ColumnUses(Optional<Relation> query) {
        this.query = query;
    }

    /** The columns of the left side that are read behind the join. */
    List<Column> ofLeft(Relation.Join join, List<Column> columns) {
        if (query.isEmpty()) {
            return columns;
        }
        Walk walk = new Walk(join);
        query.get().columns().forEach(column -> walk.read.add(column.id()));
        walk.relation(query.get());
        return walk.whole
                ? columns
                : columns.stream()
                        .filter(column -> walk.read.contains(column.id()))
                        .toList();
    }

    /** Goes over all of a query but the left side of a join. */
    private static final class Walk {
        private final Relation.Join join;
        private final Set<ColumnId> read = new HashSet<>();
        private final Set<Relation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        /** Whether something reads rows as a whole. */
        private boolean whole;

        Walk(Relation.Join join) {
            this.join = join;
        }

        void relation(Relation relation) {
            if (!seen.add(relation)) {
                return;
            }
            if (relation == join) {
                relation(join.right());
                return;
            }
            boolean readsRows = relation instanceof Relation.Union
                    || relation instanceof Relation.Evaluate
                    || relation instanceof Relation.Other;
            Trees.forEachInput(relation, input -> {
                if (readsRows) {
                    input.columns().forEach(column -> read.add(column.id()));
                }
                relation(input);
            });
            Trees.forEachScalar(relation, this::scalar);
        }

        private void scalar(Scalar scalar) {
            switch (scalar) {
                case Scalar.ColumnRef(var column, var origin) -> read.add(column.id());
                case Scalar.AnyColumn ignored -> whole = true;
                case Scalar.Call call -> whole |= RowCalls.readsRow(call);
                default -> {
                    // its operands say what it reads
                }
            }
            Trees.forEachChild(scalar, this::scalar);
            Trees.subquery(scalar).ifPresent(this::relation);
        }
    }
}
