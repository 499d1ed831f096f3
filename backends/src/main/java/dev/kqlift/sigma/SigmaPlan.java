package dev.kqlift.sigma;

import dev.kqlift.mapping.LogSource;
import java.util.List;
import java.util.Optional;

/**
 * A Sigma rule, and a correlation of what it finds where the query counts.
 *
 * @param definition what the log source does not say in its words; empty where it says all
 * @param fields the event's fields to show, in the order of the query's result
 */
public record SigmaPlan(
        SigmaHead head,
        LogSource logSource,
        Optional<String> definition,
        SigmaDetection detection,
        List<String> fields,
        Optional<Correlation> correlation) {
    public SigmaPlan {
        fields = List.copyOf(fields);
    }

    /**
     * A number of events, or of values of a field, in a span of time.
     *
     * @param field the field whose values are counted; empty where events are
     * @param operator Sigma's word for the comparison
     */
    public record Correlation(
            Optional<String> field, List<String> groupBy, String timespan, String operator, long threshold) {
        public Correlation {
            groupBy = List.copyOf(groupBy);
        }
    }
}
