package dev.kqlift.document;

import dev.kqlift.document.AlertSettings.EntityMapping;
import dev.kqlift.document.AlertSettings.FieldMapping;
import dev.kqlift.document.DefenderSettings.ImpactedAsset;
import dev.kqlift.document.DefenderSettings.OrganizationalScope;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what only custom detections of Defender XDR have. */
final class DefenderSettingsReader {
    private static final Datum.Mapping NONE = new Datum.Mapping(List.of(), Span.at(0));

    private final Datum.Mapping action;
    private final Datum.Mapping template;
    private final Datum.Mapping schedule;
    private final ShapeReader shapes;

    DefenderSettingsReader(Datum.Mapping rule, ShapeReader shapes) {
        this.shapes = shapes;
        this.action = shapes.mapping(rule, "detectionAction").orElse(NONE);
        this.template = shapes.mapping(action, "alertTemplate").orElse(NONE);
        this.schedule = shapes.mapping(rule, "schedule").orElse(NONE);
    }

    /** The keys of the alert that the rule makes. */
    Datum.Mapping template() {
        return template;
    }

    DefenderSettings settings() {
        return new DefenderSettings(
                assets(),
                shapes.text(schedule, "period"),
                shapes.text(schedule, "frequency"),
                shapes.text(schedule, "lookback"),
                shapes.mapping(action, "organizationalScope")
                        .map(scope -> new OrganizationalScope(
                                shapes.text(scope, "scopeType"), shapes.texts(scope, "scopeNames"))));
    }

    private List<ImpactedAsset> assets() {
        List<ImpactedAsset> assets = new ArrayList<>();
        for (Datum.Mapping asset : shapes.mappings(template, "impactedAssets")) {
            assets.add(new ImpactedAsset(
                    shapes.text(asset, "@odata.type"), shapes.text(asset, "identifier"), FieldReader.place(asset)));
        }
        return assets;
    }

    /** Newer rules have a list for each type of entity, whose items name a column by each of their keys. */
    List<EntityMapping> entityMappings() {
        List<EntityMapping> mappings = new ArrayList<>();
        Datum.Mapping types = shapes.mapping(template, "entityMappings").orElse(NONE);
        for (Datum.Entry type : shapes.entries("entityMappings", types)) {
            if (type.value().isNull() || isAnnotation(type)) {
                continue;
            }
            for (Datum.Mapping entity : shapes.mappings(types, type.key().value())) {
                mappings.add(new EntityMapping(
                        Optional.of(ShapeReader.located(type.key())),
                        fields(entity),
                        entity.span(),
                        FieldReader.place(entity)));
            }
        }
        return mappings;
    }

    private List<FieldMapping> fields(Datum.Mapping entity) {
        List<FieldMapping> fields = new ArrayList<>();
        for (Datum.Entry field : shapes.entries("entityMappings", entity)) {
            if (!field.value().isNull() && !isAnnotation(field)) {
                Span span = field.key().span().union(field.value().span());
                fields.add(new FieldMapping(
                        Optional.of(ShapeReader.located(field.key())),
                        shapes.text(field.key().value(), field.value()),
                        span));
            }
        }
        return fields;
    }

    /** What the interface says of a value rather than the rule. */
    private static boolean isAnnotation(Datum.Entry entry) {
        return entry.key().value().contains("@odata.");
    }
}
