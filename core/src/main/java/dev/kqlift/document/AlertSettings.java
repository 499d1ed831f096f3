package dev.kqlift.document;

import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What a rule says of the alerts that it makes, as written, each value with its place. Made when asked for: most of what
 * reads rules needs none of it.
 *
 * @param entityMappings the columns that name entities, in the order of the file; of a Defender rule those of its alert
 *     template, with the list's key as type
 * @param sentinelEntitiesMappings the columns that hold whole lists of entities
 * @param customDetails columns whose values an alert carries
 * @param alertDetails texts and columns that replace the alert's own details
 * @param aggregationKind {@code eventGroupingSettings.aggregationKind}
 * @param incident how alerts become incidents
 * @param suppressionEnabled whether the rule rests after an alert
 * @param suppressionDuration how long
 * @param requiredDataConnectors the connectors that bring the rule's data
 * @param tags words on the rule
 * @param status the rule's state in its life, {@code Available}
 * @param defender what only a custom detection of Defender XDR has; empty for other kinds
 * @param wrongShapes the values that are not of the shape that their key asks for, in the order in which they were read
 * @param unread template expressions whose value is not in the file; what they stand for is absent here
 */
public record AlertSettings(
        List<EntityMapping> entityMappings,
        List<Located<String>> sentinelEntitiesMappings,
        List<CustomDetail> customDetails,
        Optional<AlertDetails> alertDetails,
        Optional<Located<String>> aggregationKind,
        Optional<IncidentSettings> incident,
        Optional<Located<Boolean>> suppressionEnabled,
        Optional<Located<String>> suppressionDuration,
        List<DataConnector> requiredDataConnectors,
        List<Tag> tags,
        Optional<Located<String>> status,
        Optional<DefenderSettings> defender,
        List<WrongShape> wrongShapes,
        List<Located<String>> unread) {
    public AlertSettings {
        entityMappings = List.copyOf(entityMappings);
        sentinelEntitiesMappings = List.copyOf(sentinelEntitiesMappings);
        customDetails = List.copyOf(customDetails);
        requiredDataConnectors = List.copyOf(requiredDataConnectors);
        tags = List.copyOf(tags);
        wrongShapes = List.copyOf(wrongShapes);
        unread = List.copyOf(unread);
    }

    /** The settings of a rule; empty ones where its file has no keys. */
    public static AlertSettings read(RuleDocument document) {
        return AlertSettingsReader.read(document);
    }

    /**
     * One entity and the columns that name it.
     *
     * @param entityType the entity's type; empty where it is missing or not in the file
     * @param fieldMappings which column is which identifier
     * @param span the whole mapping
     * @param place its first key
     */
    public record EntityMapping(
            Optional<Located<String>> entityType, List<FieldMapping> fieldMappings, Span span, Span place) {
        public EntityMapping {
            fieldMappings = List.copyOf(fieldMappings);
        }
    }

    /**
     * One column that names an entity.
     *
     * @param identifier what of the entity it is; empty where it is missing or not in the file
     * @param columnName the column, likewise
     * @param span the whole mapping
     */
    public record FieldMapping(Optional<Located<String>> identifier, Optional<Located<String>> columnName, Span span) {}

    /**
     * A column whose values an alert carries.
     *
     * @param key the name that they have there
     * @param columnName the column; empty where it is missing or not in the file
     */
    public record CustomDetail(Located<String> key, Optional<Located<String>> columnName) {}

    /**
     * The keys of {@code alertDetailsOverride}.
     *
     * @param displayNameFormat the alert's name
     * @param descriptionFormat the alert's description
     * @param tacticsColumnName the column that holds the alert's tactics
     * @param severityColumnName the column that holds the alert's severity
     * @param dynamicProperties other properties that columns hold
     */
    public record AlertDetails(
            Optional<AlertFormat> displayNameFormat,
            Optional<AlertFormat> descriptionFormat,
            Optional<Located<String>> tacticsColumnName,
            Optional<Located<String>> severityColumnName,
            List<DynamicProperty> dynamicProperties) {
        public AlertDetails {
            dynamicProperties = List.copyOf(dynamicProperties);
        }
    }

    /**
     * A property of the alert that a column holds.
     *
     * @param alertProperty the property's name
     * @param columnName the column
     * @param place the first key
     */
    public record DynamicProperty(
            Optional<Located<String>> alertProperty, Optional<Located<String>> columnName, Span place) {}

    /**
     * A connector that brings data.
     *
     * @param connectorId its id
     * @param dataTypes the tables that it fills, as written
     * @param place the first key
     */
    public record DataConnector(Optional<Located<String>> connectorId, List<Located<String>> dataTypes, Span place) {
        public DataConnector {
            dataTypes = List.copyOf(dataTypes);
        }
    }

    /**
     * A word on the rule.
     *
     * @param name what the word tells, for tags that are pairs
     * @param value the word
     */
    public record Tag(Optional<Located<String>> name, Located<String> value) {}
}
