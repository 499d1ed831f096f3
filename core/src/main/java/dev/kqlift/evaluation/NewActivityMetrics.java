package dev.kqlift.evaluation;

import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** {@code new_activity_metrics}: the users first seen in a window, and how many of them are seen in each later one. */
final class NewActivityMetrics {
    private final Relation.Evaluate evaluate;
    private final RelationEvaluator evaluator;
    private final ActivityEvents events;
    private final long start;
    private final long end;
    private final long step;
    private final OptionalLong cohort;

    NewActivityMetrics(Relation.Evaluate evaluate, RelationEvaluator evaluator) {
        this.evaluate = evaluate;
        this.evaluator = evaluator;
        List<Scalar> arguments = evaluate.arguments();
        events = new ActivityEvents(evaluate, evaluator.context(), arguments.size());
        if (arguments.size() < 5
                || arguments.stream().skip(2).anyMatch(Scalar.ColumnRef.class::isInstance)
                || arguments.stream().skip(7).findAny().isPresent()) {
            throw events.refuse("this form of it is not evaluated");
        }
        start = events.place(2);
        end = events.place(3);
        step = events.size(4);
        cohort = arguments.size() > 5 && !(arguments.get(5) instanceof Scalar.RelationArgument)
                ? OptionalLong.of(events.place(5))
                : OptionalLong.empty();
        boolean aligned = cohort.isEmpty() || ActivityEvents.bin(cohort.getAsLong(), step, start) == cohort.getAsLong();
        if (ActivityEvents.bin(start, step, 0) != start || ActivityEvents.bin(end, step, start) == end || !aligned) {
            throw events.refuse("where windows begin is not certain for this analysis");
        }
    }

    Plugins.Result evaluate(RowSet input) {
        TreeMap<Long, Set<RowKey>> windows = new TreeMap<>();
        for (long bin = start; bin < end; bin += step) {
            evaluator.budget().spend(1, evaluate.origin());
            windows.put(bin, new HashSet<>());
        }
        for (ActivityEvents.Slice slice : events.slices(input)) {
            for (ActivityEvents.Event event : slice.events()) {
                if (event.at() >= start && event.at() < end) {
                    windows.computeIfAbsent(ActivityEvents.bin(event.at(), step, start), bin -> new HashSet<>())
                            .add(event.id());
                } else if (event.at() == end) {
                    throw events.refuse("whether events at the end of the analysis count is not known");
                }
            }
        }
        return events.result(rows(windows, lookback()));
    }

    /** The ids of the table of those who are not new; its columns are found by the names of the query's own. */
    private Set<RowKey> lookback() {
        Set<RowKey> known = new HashSet<>();
        if (evaluate.arguments().getLast() instanceof Scalar.RelationArgument(var table, var origin)) {
            RowSet rows = evaluator.evaluate(table);
            int place = -1;
            for (int i = 0; i < rows.columns().size(); i++) {
                boolean named = evaluate.arguments().getFirst() instanceof Scalar.ColumnRef(var id, var ignored)
                        && rows.columns().get(i).name().equals(id.name());
                place = named || rows.columns().size() == 1 ? i : place;
            }
            if (place < 0) {
                throw events.refuse("which column of the lookback holds ids is not known");
            }
            for (List<Value> row : rows.rows()) {
                known.add(RowKey.of(List.of(row.get(place))));
            }
        }
        return known;
    }

    private List<List<Value>> rows(NavigableMap<Long, Set<RowKey>> windows, Set<RowKey> lookback) {
        List<List<Value>> rows = new ArrayList<>();
        Set<RowKey> seen = new HashSet<>(lookback);
        for (var from : windows.entrySet()) {
            Set<RowKey> fresh = without(from.getValue(), seen);
            seen.addAll(from.getValue());
            if (cohort.isPresent() && cohort.getAsLong() != from.getKey()) {
                continue;
            }
            if (fresh.isEmpty()) {
                throw events.refuse("what is told of a window without new users is not known");
            }
            for (var to : windows.tailMap(from.getKey(), true).entrySet()) {
                boolean same = to.getKey().equals(from.getKey());
                long came = same ? fresh.size() : without(to.getValue(), seen).size();
                long lost = without(fresh, to.getValue()).size();
                rows.add(List.of(
                        events.placed(from.getKey()),
                        events.placed(to.getKey()),
                        Numbers.ofLong(came),
                        Numbers.ofLong(fresh.size() - lost),
                        Numbers.ofLong(lost),
                        Numbers.ofReal((double) (fresh.size() - lost) / fresh.size()),
                        Numbers.ofReal((double) lost / fresh.size())));
            }
        }
        return rows;
    }

    private static Set<RowKey> without(Set<RowKey> ids, Set<RowKey> others) {
        Set<RowKey> left = new HashSet<>(ids);
        left.removeAll(others);
        return left;
    }
}
