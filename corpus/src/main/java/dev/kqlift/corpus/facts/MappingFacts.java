package dev.kqlift.corpus.facts;

import dev.kqlift.analysis.OutputField;
import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.catalog.DefenderAssets;
import dev.kqlift.document.AlertFormat;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.DefenderSettings;
import dev.kqlift.source.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the columns that a rule's metadata names and asks whether the query returns them. */
final class MappingFacts {
    private final Set<String> returned = new HashSet<>();
    private final boolean complete;
    private final List<MappingFact> facts = new ArrayList<>();

    private MappingFacts(RuleAnalysis analysis, boolean parsed) {
        for (OutputField field : analysis.outputFields()) {
            returned.add(field.name());
        }
        complete = parsed && !analysis.open();
    }

    /**
     * The mappings in the order entities, custom details, alert details.
     *
     * @param parsed whether the query could be read at all
     */
    static List<MappingFact> of(AlertSettings settings, RuleAnalysis analysis, boolean parsed) {
        MappingFacts found = new MappingFacts(analysis, parsed);
        found.entities(settings);
        for (AlertSettings.CustomDetail detail : settings.customDetails()) {
            found.add(MappingFact.Use.CUSTOM_DETAIL, detail.key().value(), "", detail.columnName());
        }
        settings.alertDetails().ifPresent(found::alertDetails);
        settings.defender().ifPresent(found::assets);
        return List.copyOf(found.facts);
    }

    private void entities(AlertSettings settings) {
        for (AlertSettings.EntityMapping mapping : settings.entityMappings()) {
            String type = mapping.entityType().map(Located::value).orElse("");
            for (AlertSettings.FieldMapping field : mapping.fieldMappings()) {
                String identifier = field.identifier().map(Located::value).orElse("");
                add(MappingFact.Use.ENTITY, type, identifier, field.columnName());
            }
        }
        for (Located<String> column : settings.sentinelEntitiesMappings()) {
            add(MappingFact.Use.ENTITY, "sentinelEntitiesMappings", "", Optional.of(column));
        }
    }

    /** An asset is named by an identifier that stands for a column, or for any one of several. */
    private void assets(DefenderSettings settings) {
        for (DefenderSettings.ImpactedAsset asset : settings.impactedAssets()) {
            String type = asset.type().map(Located::value).orElse("");
            String identifier = asset.identifier().map(Located::value).orElse("");
            String ending = type.substring(type.lastIndexOf('.') + 1);
            List<String> columns = DefenderAssets.builtIn()
                    .asset(ending, identifier)
                    .map(DefenderAssets.Asset::columns)
                    .orElse(List.of());
            if (!columns.isEmpty() && asset.identifier().isPresent()) {
                String column =
                        columns.stream().filter(returned::contains).findFirst().orElse(columns.getFirst());
                add(
                        MappingFact.Use.ENTITY,
                        ending,
                        identifier,
                        Optional.of(
                                new Located<>(column, asset.identifier().get().span())));
            }
        }
    }

    private void alertDetails(AlertSettings.AlertDetails details) {
        details.displayNameFormat().ifPresent(format -> placeholders("alertDisplayNameFormat", format));
        details.descriptionFormat().ifPresent(format -> placeholders("alertDescriptionFormat", format));
        add(MappingFact.Use.ALERT_DETAIL, "alertTacticsColumnName", "", details.tacticsColumnName());
        add(MappingFact.Use.ALERT_DETAIL, "alertSeverityColumnName", "", details.severityColumnName());
        for (AlertSettings.DynamicProperty property : details.dynamicProperties()) {
            String name = property.alertProperty().map(Located::value).orElse("alertDynamicProperties");
            add(MappingFact.Use.ALERT_DETAIL, name, "", property.columnName());
        }
    }

    private void placeholders(String key, AlertFormat format) {
        for (AlertFormat.Placeholder placeholder : format.placeholders()) {
            Located<String> written = placeholder.column();
            add(
                    MappingFact.Use.ALERT_DETAIL,
                    key,
                    "",
                    Optional.of(new Located<>(written.value().strip(), written.span())));
        }
    }

    private void add(MappingFact.Use use, String group, String name, Optional<Located<String>> column) {
        if (column.isPresent()) {
            String written = column.get().value();
            facts.add(new MappingFact(
                    use, group, name, written, holds(written), column.get().span()));
        }
    }

    private MappingFact.Holds holds(String column) {
        if (returned.contains(column)) {
            return MappingFact.Holds.YES;
        }
        return complete ? MappingFact.Holds.NO : MappingFact.Holds.NOT_CHECKED;
    }
}
