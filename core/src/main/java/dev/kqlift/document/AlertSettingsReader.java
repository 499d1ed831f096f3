package dev.kqlift.document;

import dev.kqlift.document.AlertSettings.AlertDetails;
import dev.kqlift.document.AlertSettings.CustomDetail;
import dev.kqlift.document.AlertSettings.DataConnector;
import dev.kqlift.document.AlertSettings.DynamicProperty;
import dev.kqlift.document.AlertSettings.EntityMapping;
import dev.kqlift.document.AlertSettings.FieldMapping;
import dev.kqlift.document.AlertSettings.Tag;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@link AlertSettings} from the keys of a rule, which YAML rules and templates share. */
final class AlertSettingsReader {
    private static final Datum.Mapping NONE = new Datum.Mapping(List.of(), Span.at(0));

    private final RuleDocument document;
    private final Datum.Mapping rule;
    private final ShapeReader shapes;

    private AlertSettingsReader(RuleDocument document) {
        this.document = document;
        this.rule = document.fields().orElse(NONE);
        this.shapes = new ShapeReader(document.kind());
    }

    static AlertSettings read(RuleDocument document) {
        AlertSettingsReader reader = new AlertSettingsReader(document);
        return switch (document.kind()) {
            case DEFENDER -> reader.defender();
            case SCHEDULED, NRT, HUNTING, ARM, QUERY -> reader.sentinel();
        };
    }

    private AlertSettings sentinel() {
        return new AlertSettings(
                entityMappings(),
                sentinelEntities(),
                customDetails(rule),
                shapes.mapping(rule, "alertDetailsOverride").map(this::alertDetails),
                shapes.mapping(rule, "eventGroupingSettings")
                        .flatMap(settings -> shapes.text(settings, "aggregationKind")),
                incident(),
                shapes.flag(rule, "suppressionEnabled"),
                shapes.text(rule, "suppressionDuration"),
                connectors(),
                tags(),
                shapes.text(rule, "status"),
                Optional.empty(),
                shapes.wrongShapes(),
                shapes.unread());
    }

    private AlertSettings defender() {
        DefenderSettingsReader reader = new DefenderSettingsReader(rule, shapes);
        DefenderSettings settings = reader.settings();
        return new AlertSettings(
                reader.entityMappings(),
                List.of(),
                customDetails(reader.template()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                shapes.text(rule, "status"),
                Optional.of(settings),
                shapes.wrongShapes(),
                shapes.unread());
    }

    private List<EntityMapping> entityMappings() {
        List<EntityMapping> mappings = new ArrayList<>();
        for (Datum.Mapping mapping : shapes.mappings(rule, "entityMappings")) {
            List<FieldMapping> fields = new ArrayList<>();
            for (Datum.Mapping field : shapes.mappings(mapping, "fieldMappings")) {
                fields.add(new FieldMapping(
                        shapes.text(field, "identifier"), shapes.text(field, "columnName"), field.span()));
            }
            mappings.add(new EntityMapping(
                    shapes.text(mapping, "entityType"), fields, mapping.span(), FieldReader.place(mapping)));
        }
        return mappings;
    }

    private List<Located<String>> sentinelEntities() {
        List<Located<String>> columns = new ArrayList<>();
        for (Datum.Mapping mapping : shapes.mappings(rule, "sentinelEntitiesMappings")) {
            shapes.text(mapping, "columnName").ifPresent(columns::add);
        }
        return columns;
    }

    /** A list of maps in place of the map is noted and read. */
    private List<CustomDetail> customDetails(Datum.Mapping owner) {
        List<CustomDetail> details = new ArrayList<>();
        Optional<Datum> value = owner.get("customDetails");
        if (value.isPresent() && value.get() instanceof Datum.Sequence list) {
            shapes.wrong("customDetails", "a map", list);
            for (Datum item : shapes.items(owner, "customDetails", "a map")) {
                if (item instanceof Datum.Mapping mapping) {
                    addDetails(mapping, details);
                }
            }
        } else {
            shapes.mapping(owner, "customDetails").ifPresent(mapping -> addDetails(mapping, details));
        }
        return details;
    }

    private void addDetails(Datum.Mapping mapping, List<CustomDetail> details) {
        for (Datum.Entry entry : shapes.entries("customDetails", mapping)) {
            Located<String> key = ShapeReader.located(entry.key());
            details.add(new CustomDetail(key, shapes.text(key.value(), entry.value())));
        }
    }

    private AlertDetails alertDetails(Datum.Mapping override) {
        List<DynamicProperty> properties = new ArrayList<>();
        for (Datum.Mapping property : shapes.mappings(override, "alertDynamicProperties")) {
            properties.add(new DynamicProperty(
                    shapes.text(property, "alertProperty"),
                    shapes.text(property, "value"),
                    FieldReader.place(property)));
        }
        return new AlertDetails(
                format(override, "alertDisplayNameFormat"),
                format(override, "alertDescriptionFormat"),
                shapes.text(override, "alertTacticsColumnName"),
                shapes.text(override, "alertSeverityColumnName"),
                properties);
    }

    private Optional<AlertFormat> format(Datum.Mapping override, String key) {
        return shapes.scalar(override, key).map(scalar -> {
            EmbeddedText text = ScalarText.of(document.file().text().text(), scalar);
            boolean escaped = document.kind() == RuleKind.ARM && ArmExpressions.isEscaped(scalar.value());
            return AlertFormat.of(escaped ? text.slice(1, text.text().length()) : text);
        });
    }

    /** {@code groupingConfiguration} stands inside {@code incidentConfiguration}; in older files beside it. */
    private Optional<IncidentSettings> incident() {
        Optional<Datum.Mapping> incident = shapes.mapping(rule, "incidentConfiguration");
        Optional<IncidentSettings.Grouping> grouping =
                incident.flatMap(this::grouping).or(() -> grouping(rule));
        if (incident.isEmpty() && grouping.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new IncidentSettings(incident.flatMap(mapping -> shapes.flag(mapping, "createIncident")), grouping));
    }

    private Optional<IncidentSettings.Grouping> grouping(Datum.Mapping owner) {
        String key = "groupingConfiguration";
        return shapes.mapping(owner, key)
                .map(mapping -> new IncidentSettings.Grouping(
                        shapes.flag(mapping, "enabled"),
                        shapes.flag(mapping, "reopenClosedIncident"),
                        shapes.text(mapping, "lookbackDuration"),
                        shapes.text(mapping, "matchingMethod"),
                        shapes.texts(mapping, "groupByEntities"),
                        shapes.texts(mapping, "groupByAlertDetails"),
                        shapes.texts(mapping, "groupByCustomDetails"),
                        owner.entry(key)
                                .map(entry -> ShapeReader.located(entry.key()))
                                .orElseGet(() -> new Located<>(key, mapping.span()))));
    }

    private List<DataConnector> connectors() {
        List<DataConnector> connectors = new ArrayList<>();
        for (Datum.Mapping connector : shapes.mappings(rule, "requiredDataConnectors")) {
            connectors.add(new DataConnector(
                    shapes.text(connector, "connectorId"),
                    shapes.texts(connector, "dataTypes"),
                    FieldReader.place(connector)));
        }
        return connectors;
    }

    private List<Tag> tags() {
        List<Tag> tags = new ArrayList<>();
        for (Datum item : shapes.items(rule, "tags", "a list")) {
            switch (item) {
                case Datum.Mapping mapping -> addPairs(mapping, tags);
                case Datum.Scalar scalar ->
                    shapes.text("tags", scalar).ifPresent(text -> tags.add(new Tag(Optional.empty(), text)));
                case Datum.Sequence list -> shapes.wrong("tags", "a text or a map", list);
            }
        }
        return tags;
    }

    /** The resources of templates write a pair with the keys {@code name} and {@code value}; rules write it as a map. */
    private void addPairs(Datum.Mapping mapping, List<Tag> tags) {
        if (mapping.has("name") && mapping.has("value")) {
            Optional<Located<String>> name = shapes.text(mapping, "name");
            shapes.text(mapping, "value").ifPresent(value -> tags.add(new Tag(name, value)));
            return;
        }
        for (Datum.Entry entry : shapes.entries("tags", mapping)) {
            Located<String> name = ShapeReader.located(entry.key());
            shapes.text(name.value(), entry.value()).ifPresent(value -> tags.add(new Tag(Optional.of(name), value)));
        }
    }
}
