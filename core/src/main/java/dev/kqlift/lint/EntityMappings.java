package dev.kqlift.lint;

import dev.kqlift.catalog.EntityType;
import dev.kqlift.catalog.EntityTypes;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.ScalarForm;
import dev.kqlift.source.Located;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The entity mappings of a rule. */
final class EntityMappings {
    private EntityMappings() {}

    /** Those of a Sentinel rule, in the order of the file; what template expressions stand for is left out. */
    static List<AlertSettings.EntityMapping> of(RuleDocument document, RuleContext context) {
        if (RuleKeys.of(document, context).isEmpty()) {
            return List.of();
        }
        AlertSettings settings = AlertSettings.read(document);
        if (!settings.unread().isEmpty()) {
            context.notChecked("the settings of alerts have template expressions");
        }
        return settings.entityMappings();
    }

    /** The type of a mapping, where it has a known one. */
    static Optional<EntityType> type(AlertSettings.EntityMapping mapping) {
        return mapping.entityType().flatMap(type -> EntityTypes.builtIn().type(type.value()));
    }

    /** The identifiers of a mapping, in the order of the file. */
    static Set<String> identifiers(AlertSettings.EntityMapping mapping) {
        Set<String> identifiers = new LinkedHashSet<>();
        mapping.fieldMappings()
                .forEach(field -> field.identifier().ifPresent(identifier -> identifiers.add(identifier.value())));
        return identifiers;
    }

    /** The scalar of a value that was read, for edits. */
    static Datum.Scalar scalar(Located<String> value) {
        return new Datum.Scalar(value.value(), ScalarForm.PLAIN, value.span());
    }
}
