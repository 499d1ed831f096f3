package dev.kqlift.lint;

import dev.kqlift.document.AlertFormat;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.source.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A column of the query's result that a rule names outside of the query.
 *
 * @param use what for
 * @param column the name and its place
 */
record NamedColumn(Use use, Located<String> column) {
    /** What a column is named for. */
    enum Use {
        ENTITY("an entity mapping"),
        CUSTOM_DETAIL("a custom detail"),
        PLACEHOLDER("a placeholder"),
        ALERT_DETAIL("an alert detail");

        private final String words;

        Use(String words) {
            this.words = words;
        }

        /** The use with its article. */
        String words() {
            return words;
        }
    }

    /** All columns that a rule names, in the order of their places. */
    static List<NamedColumn> of(AlertSettings settings) {
        List<NamedColumn> named = new ArrayList<>();
        settings.entityMappings()
                .forEach(mapping ->
                        mapping.fieldMappings().forEach(field -> add(Use.ENTITY, field.columnName(), named)));
        settings.sentinelEntitiesMappings().forEach(column -> named.add(new NamedColumn(Use.ENTITY, column)));
        settings.customDetails().forEach(detail -> add(Use.CUSTOM_DETAIL, detail.columnName(), named));
        settings.alertDetails().ifPresent(details -> {
            details.displayNameFormat().ifPresent(format -> placeholders(format, named));
            details.descriptionFormat().ifPresent(format -> placeholders(format, named));
            add(Use.ALERT_DETAIL, details.tacticsColumnName(), named);
            add(Use.ALERT_DETAIL, details.severityColumnName(), named);
            details.dynamicProperties().forEach(property -> add(Use.ALERT_DETAIL, property.columnName(), named));
        });
        named.removeIf(one -> one.column().value().isBlank());
        named.sort(Comparator.comparingInt(one -> one.column().span().start()));
        return List.copyOf(named);
    }

    private static void placeholders(AlertFormat format, List<NamedColumn> named) {
        for (AlertFormat.Placeholder placeholder : format.placeholders()) {
            Located<String> column = placeholder.column();
            named.add(new NamedColumn(
                    Use.PLACEHOLDER, new Located<>(column.value().strip(), column.span())));
        }
    }

    private static void add(Use use, Optional<Located<String>> column, List<NamedColumn> named) {
        column.ifPresent(present -> named.add(new NamedColumn(use, present)));
    }
}
