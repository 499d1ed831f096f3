package dev.kqlift.lint;

import dev.kqlift.catalog.Nearest;
import dev.kqlift.document.Datum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which keys a Sentinel rule has at each level, and which keys of a rule are others. */
final class RuleShape {
    private static final Map<String, List<String>> LEVELS = levels();

    private final List<Unknown> unknown = new ArrayList<>();

    private RuleShape() {}

    /**
     * A key that is not known at its place.
     *
     * @param meant the key that it is a misspelling of, where that one is not there
     */
    record Unknown(Datum.Scalar key, Optional<String> meant) {}

    /** The keys of a rule that are not known, in the order of the file. */
    static List<Unknown> unknown(Datum.Mapping rule) {
        RuleShape shape = new RuleShape();
        shape.level("", rule);
        return List.copyOf(shape.unknown);
    }

    private void level(String level, Datum.Mapping mapping) {
        List<String> known = LEVELS.getOrDefault(level, List.of());
        for (Datum.Entry entry : mapping.entries()) {
            String name = entry.key().value();
            if (!known.contains(name)) {
                unknown.add(new Unknown(entry.key(), meant(name, known, mapping)));
            } else if (LEVELS.containsKey(name)) {
                below(name, entry.value());
            }
        }
    }

    private void below(String level, Datum value) {
        switch (value) {
            case Datum.Mapping mapping -> level(level, mapping);
            case Datum.Sequence sequence -> sequence.items().forEach(item -> below(level, item));
            case Datum.Scalar scalar -> {}
        }
    }

    /** A key that stands in the mapping as it should is not what another one was meant to be. */
    private static Optional<String> meant(String name, List<String> known, Datum.Mapping mapping) {
        List<String> absent = known.stream().filter(key -> !mapping.has(key)).toList();
        return absent.stream()
                .filter(key -> key.equalsIgnoreCase(name))
                .findFirst()
                .or(() -> Nearest.word(name, absent));
    }

    private static Map<String, List<String>> levels() {
        Map<String, List<String>> levels = new LinkedHashMap<>();
        levels.put("", top());
        levels.put("requiredDataConnectors", List.of("connectorId", "dataTypes"));
        levels.put("entityMappings", List.of("entityType", "fieldMappings"));
        levels.put("fieldMappings", List.of("identifier", "columnName"));
        levels.put("sentinelEntitiesMappings", List.of("columnName"));
        levels.put("eventGroupingSettings", List.of("aggregationKind"));
        levels.put(
                "alertDetailsOverride",
                List.of(
                        "alertDisplayNameFormat",
                        "alertDescriptionFormat",
                        "alertTacticsColumnName",
                        "alertSeverityColumnName",
                        "alertDynamicProperties"));
        levels.put("alertDynamicProperties", List.of("alertProperty", "value"));
        levels.put("incidentConfiguration", List.of("createIncident", "groupingConfiguration"));
        levels.put(
                "groupingConfiguration",
                List.of(
                        "enabled",
                        "reopenClosedIncident",
                        "lookbackDuration",
                        "matchingMethod",
                        "groupByEntities",
                        "groupByAlertDetails",
                        "groupByCustomDetails"));
        return levels;
    }

    private static List<String> top() {
        return List.of(
                "id",
                "name",
                "displayName",
                "description",
                "kind",
                "severity",
                "enabled",
                "query",
                "queryFrequency",
                "queryPeriod",
                "triggerOperator",
                "triggerThreshold",
                "suppressionDuration",
                "suppressionEnabled",
                "tactics",
                "relevantTechniques",
                "techniques",
                "subTechniques",
                "requiredDataConnectors",
                "entityMappings",
                "sentinelEntitiesMappings",
                "customDetails",
                "alertDetailsOverride",
                "eventGroupingSettings",
                "incidentConfiguration",
                "groupingConfiguration",
                "version",
                "templateVersion",
                "alertRuleTemplateName",
                "status",
                "tags",
                "metadata",
                "author",
                "references",
                "startTimeUtc",
                "lastModifiedUtc",
                "createdDateUTC",
                "lastUpdatedDateUTC",
                "alertRulesCreatedByTemplateCount",
                "category",
                "etag",
                "functionAlias",
                "functionParameters");
    }
}
