package dev.kqlift.evaluation;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.JoinKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** {@code join} and {@code lookup}. */
final class Joining {
    private final EvaluationContext context;
    private final Budget budget;
    private final ColumnUses uses;

    Joining(EvaluationContext context, Budget budget, ColumnUses uses) {
        this.context = context;
        this.budget = budget;
        this.uses = uses;
    }

    /** A side of a join: its rows, and for each its keys. */
    private record Side(RowSet rows, List<RowKey> keys) {
        int size() {
            return rows.size();
        }
    }

    RowSet join(Relation.Join join, RowSet left, RowSet right) {
        if (join.conditions().isEmpty()) {
            throw Refusals.construct("a join without a condition is not evaluated", join.origin());
        }
        Side leftSide = side(left, join, Relation.JoinCondition::left);
        Side rightSide = side(right, join, Relation.JoinCondition::right);
        if (join.kind() == JoinKind.INNER_UNIQUE) {
            leftSide = unique(leftSide, rightSide, join);
        }
        List<List<Value>> rows = new ArrayList<>();
        switch (join.kind()) {
            case LEFT_SEMI, LEFT_ANTI -> keep(leftSide, rightSide, join.kind() == JoinKind.LEFT_SEMI, rows, List.of());
            case RIGHT_SEMI, RIGHT_ANTI ->
                keep(rightSide, leftSide, join.kind() == JoinKind.RIGHT_SEMI, rows, places(join, right));
            case INNER, INNER_UNIQUE, LEFT_OUTER, RIGHT_OUTER, FULL_OUTER -> pairs(join, leftSide, rightSide, rows);
        }
        return new RowSet(join.columns(), rows, false);
    }

    private Side side(RowSet rows, Relation.Join join, Function<Relation.JoinCondition, Scalar> end) {
        List<RowKey> keys = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            List<Value> values = new ArrayList<>(join.conditions().size());
            for (Relation.JoinCondition condition : join.conditions()) {
                Value value = ScalarEvaluator.evaluate(end.apply(condition), rows.row(i), context);
                if (Numbers.isNumber(value) && Numbers.isNaN(value)) {
                    throw Refusals.construct("whether a NaN meets a NaN in a join is not known", condition.origin());
                }
                values.add(value);
            }
            keys.add(RowKey.of(values));
        }
        return new Side(rows, keys);
    }

    /** Of the rows of each key the first; noted where another would give another result. */
    private Side unique(Side side, Side other, Relation.Join join) {
        Map<RowKey, List<Value>> first = new LinkedHashMap<>();
        List<RowKey> doubtful = new ArrayList<>();
        for (int i = 0; i < side.size(); i++) {
            if (first.putIfAbsent(side.keys().get(i), side.rows().rows().get(i)) != null) {
                doubtful.add(side.keys().get(i));
            }
        }
        doubtful.retainAll(new HashSet<>(other.keys()));
        if (!doubtful.isEmpty() && differ(side, new HashSet<>(doubtful), first, join)) {
            context.choices().note(FreeChoice.ANY_LEFT_ROW, join.origin());
        }
        return new Side(side.rows().with(List.copyOf(first.values())), List.copyOf(first.keySet()));
    }

    /** Whether left rows of one key differ in what the query reads of them. */
    private boolean differ(Side side, Set<RowKey> keys, Map<RowKey, List<Value>> first, Relation.Join join) {
        List<Integer> places = uses.ofLeft(join, side.rows().columns()).stream()
                .map(side.rows()::place)
                .toList();
        for (int i = 0; i < side.size(); i++) {
            RowKey key = side.keys().get(i);
            List<Value> row = side.rows().rows().get(i);
            List<Value> taken = first.getOrDefault(key, row);
            if (keys.contains(key)
                    && Choices.differ(
                            places.stream().map(row::get).toList(),
                            places.stream().map(taken::get).toList())) {
                return true;
            }
        }
        return false;
    }

    /** The rows of one side that meet a row of the other, or that meet none. */
    private static void keep(Side side, Side other, boolean meeting, List<List<Value>> into, List<Integer> places) {
        Set<RowKey> keys = new HashSet<>(other.keys());
        for (int i = 0; i < side.size(); i++) {
            if (keys.contains(side.keys().get(i)) == meeting) {
                List<Value> row = side.rows().rows().get(i);
                into.add(places.isEmpty() ? row : places.stream().map(row::get).toList());
            }
        }
    }

    /** Where the columns that the result has of the right side stand in its rows. */
    private static List<Integer> places(Relation.Join join, RowSet right) {
        List<Integer> places = new ArrayList<>(join.rightColumns().size());
        for (Assignment assignment : join.rightColumns()) {
            if (!(assignment.value() instanceof Scalar.ColumnRef(var column, var origin))) {
                throw new IllegalStateException("a column of the right side is a reference");
            }
            places.add(right.place(column));
        }
        return places;
    }

    private void pairs(Relation.Join join, Side left, Side right, List<List<Value>> into) {
        Map<RowKey, List<Integer>> byKey = new HashMap<>();
        for (int i = 0; i < right.size(); i++) {
            byKey.computeIfAbsent(right.keys().get(i), key -> new ArrayList<>()).add(i);
        }
        List<Integer> places = places(join, right.rows());
        boolean[] met = new boolean[right.size()];
        boolean outerLeft = join.kind() == JoinKind.LEFT_OUTER || join.kind() == JoinKind.FULL_OUTER;
        for (int i = 0; i < left.size(); i++) {
            List<Integer> matches = byKey.getOrDefault(left.keys().get(i), List.of());
            List<Value> row = left.rows().rows().get(i);
            for (int match : matches) {
                met[match] = true;
                List<Value> values = new ArrayList<>(row);
                List<Value> other = right.rows().rows().get(match);
                places.forEach(place -> values.add(other.get(place)));
                into.add(values);
            }
            if (matches.isEmpty() && outerLeft) {
                List<Value> values = new ArrayList<>(row);
                join.rightColumns()
                        .forEach(assignment ->
                                values.add(Nulls.of(assignment.column().type())));
                into.add(values);
            }
            budget.spend(matches.size(), join.origin());
        }
        if (join.kind() == JoinKind.RIGHT_OUTER || join.kind() == JoinKind.FULL_OUTER) {
            unmet(left, right, met, places, into);
        }
    }

    private static void unmet(Side left, Side right, boolean[] met, List<Integer> places, List<List<Value>> into) {
        for (int i = 0; i < met.length; i++) {
            if (!met[i]) {
                List<Value> values = new ArrayList<>();
                for (Column column : left.rows().columns()) {
                    values.add(Nulls.of(column.type()));
                }
                List<Value> row = right.rows().rows().get(i);
                places.forEach(place -> values.add(row.get(place)));
                into.add(values);
            }
        }
    }
}
