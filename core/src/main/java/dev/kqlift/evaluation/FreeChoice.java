package dev.kqlift.evaluation;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.JoinKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Filters over a join that keeps one of several left rows. Directly over the join the engine filters the left rows before it
 * chooses. Where other operators stand between, it may or may not, so that the result depends on more than the query says:
 * such a filter is refused.
 */
final class FreeChoice {
    static final String ANY_LEFT_ROW =
            "which of several left rows of one key the join keeps is not defined (kind=inner keeps all)";

    private final RelationEvaluator evaluator;

    FreeChoice(RelationEvaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The rows that a filter is given; refuses where its result depends on which row was chosen. */
    RowSet input(Relation.Filter filter) {
        if (filter.input() instanceof Relation.Join join && join.kind() == JoinKind.INNER_UNIQUE) {
            return filtered(join, filter);
        }
        if (!evaluator.context().choices().takesFirst()) {
            demandNone(filter);
        }
        return evaluator.evaluate(filter.input());
    }

    /** The join of the left rows for which those conditions hold that read no other. */
    private RowSet filtered(Relation.Join join, Relation.Filter filter) {
        RowSet left = evaluator.evaluate(join.left());
        List<Scalar> conditions = conditions(filter.predicate()).stream()
                .filter(condition -> isOf(left, condition))
                .toList();
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            Row row = left.row(i);
            boolean holds = true;
            for (Scalar condition : conditions) {
                holds = holds && FilterTruth.holds(condition, row, evaluator.context());
            }
            if (holds) {
                rows.add(left.rows().get(i));
            }
        }
        return evaluator.joining().join(join, left.with(rows), evaluator.evaluate(join.right()));
    }

    private static boolean isOf(RowSet left, Scalar condition) {
        Set<Column> read = new LinkedHashSet<>();
        columns(condition, read);
        return !read.isEmpty() && read.stream().allMatch(column -> left.place(column) >= 0);
    }

    private void demandNone(Relation.Filter filter) {
        for (Scalar condition : conditions(filter.predicate())) {
            Set<Column> read = new LinkedHashSet<>();
            columns(condition, read);
            if (!read.isEmpty() && depends(filter.input(), read)) {
                throw Refusals.construct(
                        "which of several left rows the join keeps is not defined, and this filter depends on it; use kind=inner",
                        condition.origin());
            }
        }
    }

    private static List<Scalar> conditions(Scalar predicate) {
        return predicate instanceof Scalar.Logical(var conjunction, var operands, var origin) && conjunction
                ? operands
                : List.of(predicate);
    }

    private static void columns(Scalar scalar, Set<Column> into) {
        if (scalar instanceof Scalar.ColumnRef(var column, var origin)) {
            into.add(column);
        }
        Trees.forEachChild(scalar, child -> columns(child, into));
    }

    private boolean depends(Relation relation, Set<Column> read) {
        return switch (relation) {
            case Relation.Filter filter -> depends(filter.input(), read);
            case Relation.Sort sort -> depends(sort.input(), read);
            case Relation.Marker marker -> depends(marker.input(), read);
            case Relation.Project project -> depends(project.input(), before(project.assignments(), read));
            case Relation.Join join -> depends(join, read);
            default -> false;
        };
    }

    /** The columns that these are made of. */
    private static Set<Column> before(List<Assignment> assignments, Set<Column> read) {
        Set<Column> made = new LinkedHashSet<>();
        for (Column column : read) {
            Optional<Assignment> maker = assignments.stream()
                    .filter(assignment -> assignment.column().id().equals(column.id()))
                    .findFirst();
            if (maker.isPresent()) {
                columns(maker.get().value(), made);
            } else {
                made.add(column);
            }
        }
        return made;
    }

    private boolean depends(Relation.Join join, Set<Column> read) {
        RowSet left = evaluator.evaluate(join.left());
        if (read.stream().allMatch(column -> left.place(column) >= 0)) {
            return join.kind() == JoinKind.INNER_UNIQUE && differs(join, left, read) || depends(join.left(), read);
        }
        Set<Column> right = before(join.rightColumns(), read);
        RowSet rows = evaluator.evaluate(join.right());
        return right.stream().allMatch(column -> rows.place(column) >= 0) && depends(join.right(), right);
    }

    /** Whether left rows of one key differ in the columns that are read. */
    private boolean differs(Relation.Join join, RowSet left, Set<Column> read) {
        Map<RowKey, RowKey> first = new HashMap<>();
        for (int i = 0; i < left.size(); i++) {
            Row row = left.row(i);
            List<Value> keys = new ArrayList<>();
            for (Relation.JoinCondition condition : join.conditions()) {
                keys.add(ScalarEvaluator.evaluate(condition.left(), row, evaluator.context()));
            }
            List<Value> values = new ArrayList<>();
            read.forEach(column -> values.add(row.value(column.id()).orElseThrow()));
            RowKey seen = RowKey.of(values);
            RowKey known = first.putIfAbsent(RowKey.of(keys), seen);
            if (known != null && !known.equals(seen)) {
                return true;
            }
        }
        return false;
    }
}
