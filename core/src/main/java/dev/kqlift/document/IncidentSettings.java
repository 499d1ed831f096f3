package dev.kqlift.document;

import dev.kqlift.source.Located;
import java.util.List;
import java.util.Optional;

/**
 * How alerts become incidents.
 *
 * @param createIncident whether they do
 * @param grouping how several alerts become one incident; empty where the rule has no such key
 */
public record IncidentSettings(Optional<Located<Boolean>> createIncident, Optional<Grouping> grouping) {
    /**
     * The keys of {@code groupingConfiguration}, as written.
     *
     * @param place its key
     */
    public record Grouping(
            Optional<Located<Boolean>> enabled,
            Optional<Located<Boolean>> reopenClosedIncident,
            Optional<Located<String>> lookbackDuration,
            Optional<Located<String>> matchingMethod,
            List<Located<String>> groupByEntities,
            List<Located<String>> groupByAlertDetails,
            List<Located<String>> groupByCustomDetails,
            Located<String> place) {
        public Grouping {
            groupByEntities = List.copyOf(groupByEntities);
            groupByAlertDetails = List.copyOf(groupByAlertDetails);
            groupByCustomDetails = List.copyOf(groupByCustomDetails);
        }
    }
}
