package dev.kqlift.evaluation;

import dev.kqlift.ir.Relation;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code sliding_window_counts}: for each bin the events and the users of the bins that end with it. Each event is counted
 * for the bins whose windows it is in, so that a bin whose window is empty has no row.
 */
final class SlidingCounts {
    private final ActivityEvents events;
    private final long start;
    private final long end;
    private final long step;
    private final long bins;

    SlidingCounts(Relation.Evaluate evaluate, EvaluationContext context) {
        events = new ActivityEvents(evaluate, context, 6);
        start = events.place(2);
        end = events.place(3);
        step = events.size(5);
        // A window that is no multiple of the bin is rounded down to one.
        bins = events.size(4) / step;
        if (bins < 1) {
            throw events.refuse("the window is smaller than a bin");
        }
    }

    private static final class Window {
        private final Set<RowKey> ids = new HashSet<>();
        private long count;
    }

    Plugins.Result evaluate(RowSet input) {
        List<List<Value>> rows = new ArrayList<>();
        for (ActivityEvents.Slice slice : events.slices(input)) {
            windows(slice)
                    .forEach((bin, window) -> rows.add(
                            events.row(bin, slice, Numbers.ofLong(window.count), Numbers.ofLong(window.ids.size()))));
        }
        return events.result(rows);
    }

    private Map<Long, Window> windows(ActivityEvents.Slice slice) {
        TreeMap<Long, Window> windows = new TreeMap<>();
        for (ActivityEvents.Event event : slice.events()) {
            long own = ActivityEvents.bin(event.at(), step, start);
            if (event.at() >= end && own <= end) {
                throw events.refuse("whether events at the end of the analysis count is not known");
            }
            for (long i = 0; i < bins && own + i * step <= end; i++) {
                if (own + i * step >= start) {
                    Window window = windows.computeIfAbsent(own + i * step, bin -> new Window());
                    window.count++;
                    window.ids.add(event.id());
                }
            }
        }
        return windows;
    }
}
