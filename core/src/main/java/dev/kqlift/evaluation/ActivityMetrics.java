package dev.kqlift.evaluation;

import dev.kqlift.ir.Relation;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code activity_metrics}: the users of each window beside those of the window before. */
final class ActivityMetrics {
    private final ActivityEvents events;
    private final long start;
    private final long end;
    private final long step;

    ActivityMetrics(Relation.Evaluate evaluate, EvaluationContext context) {
        events = new ActivityEvents(evaluate, context, 5);
        if (evaluate.arguments().size() > 5) {
            throw events.refuse("in which order the columns of dimensions stand is not certain");
        }
        start = events.place(2);
        end = events.place(3);
        step = events.size(4);
        if (ActivityEvents.bin(start, step, 0) != start) {
            throw events.refuse("where windows begin is not certain for this start");
        }
    }

    Plugins.Result evaluate(RowSet input) {
        List<List<Value>> rows = new ArrayList<>();
        for (ActivityEvents.Slice slice : events.slices(input)) {
            Set<RowKey> before = Set.of();
            for (var window : windows(slice).entrySet()) {
                rows.add(row(window.getKey(), window.getValue(), before, slice));
                before = window.getValue();
            }
        }
        return events.result(rows);
    }

    private List<Value> row(long bin, Set<RowKey> ids, Set<RowKey> before, ActivityEvents.Slice slice) {
        Set<RowKey> returned = new HashSet<>(ids);
        returned.retainAll(before);
        // In the first window there was nobody before: both rates are 0 / 0.
        return events.row(
                bin,
                slice,
                Numbers.ofLong(ids.size()),
                Numbers.ofLong(ids.size() - returned.size()),
                Numbers.ofReal((double) returned.size() / before.size()),
                Numbers.ofReal((double) (before.size() - returned.size()) / before.size()));
    }

    private Map<Long, Set<RowKey>> windows(ActivityEvents.Slice slice) {
        TreeMap<Long, Set<RowKey>> windows = new TreeMap<>();
        for (ActivityEvents.Event event : slice.events()) {
            if (event.at() == end || event.at() < start && event.at() >= start - step) {
                throw events.refuse("whether events at the ends of the analysis count is not known");
            }
            if (event.at() >= start && event.at() < end) {
                windows.computeIfAbsent(ActivityEvents.bin(event.at(), step, start), bin -> new HashSet<>())
                        .add(event.id());
            }
        }
        if (!windows.isEmpty() && (windows.lastKey() - start) / step + 1 != windows.size()) {
            throw events.refuse("whether a window without events has a row is not known");
        }
        return windows;
    }
}
