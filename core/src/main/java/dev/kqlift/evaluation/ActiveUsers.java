package dev.kqlift.evaluation;

import dev.kqlift.ir.Relation;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code active_users_count}: who was seen in enough periods of the time before. The documentation leaves open where
 * periods begin and whether the ends of windows count, so that an answer is given where all readings give it.
 */
final class ActiveUsers {
    private final ActivityEvents events;
    private final long start;
    private final long end;
    private final long lookback;
    private final long period;
    private final long least;
    private final long step;

    ActiveUsers(Relation.Evaluate evaluate, EvaluationContext context) {
        events = new ActivityEvents(evaluate, context, 8);
        start = events.place(2);
        end = events.place(3);
        lookback = events.size(4);
        period = events.size(5);
        least = events.size(6);
        step = events.size(7);
    }

    /**
     * One way to read the documentation.
     *
     * @param from where periods begin
     * @param window how far a window reaches back; its far end is outside
     * @param byPeriod whether a window counts whole periods
     * @param withEnd whether an event at the very end counts
     */
    private record Reading(long from, long window, boolean byPeriod, boolean withEnd) {}

    Plugins.Result evaluate(RowSet input) {
        List<List<Value>> rows = new ArrayList<>();
        for (ActivityEvents.Slice slice : events.slices(input)) {
            Map<Long, Set<RowKey>> active = active(slice);
            active.forEach((bin, ids) -> rows.add(events.row(bin, slice, Numbers.ofLong(ids.size()))));
        }
        return events.result(rows);
    }

    private Map<Long, Set<RowKey>> active(ActivityEvents.Slice slice) {
        Map<RowKey, List<Long>> seen = new LinkedHashMap<>();
        for (ActivityEvents.Event event : slice.events()) {
            seen.computeIfAbsent(event.id(), id -> new ArrayList<>()).add(event.at());
        }
        Set<Map<Long, Set<RowKey>>> answers = new HashSet<>();
        for (long from : new long[] {0, start}) {
            for (long window : new long[] {lookback, lookback - period}) {
                for (boolean byPeriod : new boolean[] {false, true}) {
                    for (boolean withEnd : new boolean[] {false, true}) {
                        answers.add(active(seen, new Reading(from, window, byPeriod, withEnd)));
                    }
                }
            }
        }
        if (answers.size() > 1) {
            throw events.refuse("where its windows begin and end is not documented, and the counts depend on it");
        }
        return answers.iterator().next();
    }

    private Map<Long, Set<RowKey>> active(Map<RowKey, List<Long>> seen, Reading reading) {
        Map<Long, Set<RowKey>> active = new TreeMap<>();
        seen.forEach((id, places) -> {
            for (long at : places) {
                boolean inside = at >= start && (at < end || reading.withEnd() && at == end);
                if (inside && periods(at, places, reading) >= least) {
                    active.computeIfAbsent(ActivityEvents.bin(at, step, start), bin -> new HashSet<>())
                            .add(id);
                }
            }
        });
        return active;
    }

    /** In how many periods of the window before a place a user was seen. */
    private int periods(long at, List<Long> places, Reading reading) {
        Set<Long> periods = new HashSet<>();
        for (long other : places) {
            long bin = ActivityEvents.bin(other, period, reading.from());
            long distance = reading.byPeriod() ? ActivityEvents.bin(at, period, reading.from()) - bin : at - other;
            if (distance >= 0 && distance < reading.window()) {
                periods.add(bin);
            }
        }
        return periods.size();
    }
}
