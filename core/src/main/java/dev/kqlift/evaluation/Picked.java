package dev.kqlift.evaluation;

import dev.kqlift.ir.Assignment;
import dev.kqlift.types.Value;
import java.util.List;
import java.util.OptionalInt;

/** The row of a group that an aggregate picks, and the rows that it might as well pick. */
final class Picked {
    private final RowPick pick;
    private final Group group;
    private final EvaluationContext context;
    private final OptionalInt row;
    private List<Integer> others;

    Picked(RowPick pick, Group group, EvaluationContext context) {
        this.pick = pick;
        this.group = group;
        this.context = context;
        this.row = pick.row(group);
        this.others = row.isPresent() ? pick.others(group, row.getAsInt()) : List.of();
    }

    /**
     * A column of the row; null where the group has no rows.
     *
     * @param own whether it is the column of the aggregate itself
     */
    Value value(Assignment column, boolean own) {
        if (row.isEmpty()) {
            return Nulls.of(column.column().type());
        }
        Value value = valueAt(column, own, row.getAsInt());
        for (int other : others) {
            if (Choices.differ(List.of(value), List.of(valueAt(column, own, other)))) {
                context.choices().note(pick.choice(), pick.origin());
                others = List.of();
                break;
            }
        }
        return value;
    }

    private Value valueAt(Assignment column, boolean own, int index) {
        return own ? pick.value(column.column(), group, index) : group.value(column.value(), index);
    }
}
