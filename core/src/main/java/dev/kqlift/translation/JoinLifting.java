package dev.kqlift.translation;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Carries the deviations of both sides through a join. */
final class JoinLifting {
    private static final String KEY_DIFFERS = "rows are joined by a value that may differ";

    private final RelationLifting relations;
    private final ScalarLifting scalars;

    JoinLifting(RelationLifting relations, ScalarLifting scalars) {
        this.relations = relations;
        this.scalars = scalars;
    }

    List<Deviation> join(Relation.Join join) {
        List<Deviation> result = new ArrayList<>();
        Set<ColumnId> leftKeys = new LinkedHashSet<>();
        Set<ColumnId> rightKeys = new LinkedHashSet<>();
        for (Relation.JoinCondition condition : join.conditions()) {
            leftKeys.addAll(ReferencedColumns.of(condition.left(), join.left().columns())
                    .columns());
            rightKeys.addAll(
                    ReferencedColumns.of(condition.right(), join.right().columns())
                            .columns());
            result.addAll(RelationLifting.deciding(scalars.value(condition.left()), KEY_DIFFERS));
            result.addAll(RelationLifting.deciding(scalars.value(condition.right()), KEY_DIFFERS));
        }
        for (Deviation deviation : relations.lift(join.left())) {
            result.add(side(join, true, deviation, leftKeys));
        }
        for (Deviation deviation : relations.lift(join.right())) {
            result.add(side(join, false, deviation, rightKeys));
        }
        return result;
    }

    private static Deviation side(Relation.Join join, boolean left, Deviation deviation, Set<ColumnId> keys) {
        Fidelity effect = RelationLifting.throughJoin(join.kind(), left, deviation.effect());
        Deviation lifted = effect == Fidelity.UNSUPPORTED
                ? deviation.lost("a match more or less changes other rows of the join")
                : deviation.withEffect(effect);
        if (lifted.touches(keys)) {
            lifted = lifted.deciding(KEY_DIFFERS);
        }
        Set<ColumnId> carriers = new LinkedHashSet<>();
        if (left) {
            carriers.addAll(deviation.carriers());
        } else {
            if (join.kind().rightColumnsOnly() || join.open()) {
                carriers.addAll(deviation.carriers());
            }
            for (Assignment column : join.rightColumns()) {
                if (deviation.touches(
                        ReferencedColumns.of(column.value(), join.right().columns())
                                .columns())) {
                    carriers.add(column.column().id());
                }
            }
        }
        Deviation result = lifted.withCarriers(carriers).ordering(false);
        if (join.open()) {
            return result;
        }
        Set<ColumnId> columns = RelationLifting.ids(join.columns());
        return result.keepingCarriers(columns::contains);
    }
}
