package dev.kqlift.evaluation;

import dev.kqlift.ir.Relation;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code session_count}: for each bin how many sessions begin in it. A session begins where its user was not seen within
 * the window before; one seen exactly a window before is not within it.
 */
final class SessionCounts {
    private final ActivityEvents events;
    private final long start;
    private final long end;
    private final long step;
    private final long window;

    SessionCounts(Relation.Evaluate evaluate, EvaluationContext context) {
        events = new ActivityEvents(evaluate, context, 6);
        start = events.place(2);
        end = events.place(3);
        step = events.size(4);
        window = events.size(5);
    }

    Plugins.Result evaluate(RowSet input) {
        List<List<Value>> rows = new ArrayList<>();
        for (ActivityEvents.Slice slice : events.slices(input)) {
            counts(slice).forEach((bin, count) -> {
                if (count == 0) {
                    throw events.refuse("whether a bin in which no session begins has a row is not known");
                }
                rows.add(events.row(bin, slice, Numbers.ofLong(count)));
            });
        }
        return events.result(rows);
    }

    private Map<Long, Long> counts(ActivityEvents.Slice slice) {
        List<ActivityEvents.Event> sorted = new ArrayList<>(slice.events());
        sorted.sort((left, right) -> Long.compare(left.at(), right.at()));
        Map<RowKey, Long> last = new HashMap<>();
        TreeMap<Long, Long> counts = new TreeMap<>();
        for (ActivityEvents.Event event : sorted) {
            Long before = last.put(event.id(), event.at());
            boolean begins = before == null || event.at() - before >= window;
            if (event.at() >= start && event.at() <= end) {
                if (event.at() == end || before != null && before < start && !begins) {
                    throw events.refuse("whether events at the ends of the analysis count is not known");
                }
                counts.merge(ActivityEvents.bin(event.at(), step, 0), begins ? 1L : 0L, Long::sum);
            }
        }
        if (!counts.isEmpty() && (counts.lastKey() - counts.firstKey()) / step + 1 != counts.size()) {
            throw events.refuse("whether a bin without events has a row is not known");
        }
        return counts;
    }
}
