package dev.kqlift.lint;

import dev.kqlift.document.Datum;
import dev.kqlift.document.ScalarForm;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The data types that a rule's required connectors list. */
final class DataTypes {
    private final Datum.Entry key;
    private final List<Datum.Scalar> types;

    private DataTypes(Datum.Entry key, List<Datum.Scalar> types) {
        this.key = key;
        this.types = List.copyOf(types);
    }

    static DataTypes of(RuleKeys keys) {
        List<Datum.Scalar> types = new ArrayList<>();
        for (Datum item : keys.items(keys.mapping(), "requiredDataConnectors")) {
            if (item instanceof Datum.Mapping connector) {
                for (Datum type : keys.items(connector, "dataTypes")) {
                    if (type instanceof Datum.Scalar scalar && !scalar.isNull()) {
                        types.add(scalar);
                    }
                }
            }
        }
        Datum.Scalar none = new Datum.Scalar("", ScalarForm.NULL, keys.place());
        Datum.Entry entry = keys.mapping().entry("requiredDataConnectors").orElseGet(() -> new Datum.Entry(none, none));
        return new DataTypes(entry, types);
    }

    boolean isEmpty() {
        return types.isEmpty();
    }

    /** The key that the connectors stand under. */
    Span place() {
        return key.key().span();
    }

    List<Datum.Scalar> all() {
        return types;
    }

    /** The data type of a table. */
    Optional<Datum.Scalar> of(String table) {
        return types.stream()
                .filter(type -> table(type).equalsIgnoreCase(table))
                .findFirst();
    }

    /** The table of a data type: {@code SecurityAlert (ASC)} is a part of {@code SecurityAlert}. */
    static String table(Datum.Scalar type) {
        String text = type.value();
        int bracket = text.indexOf('(');
        return (bracket < 0 ? text : text.substring(0, bracket)).strip();
    }
}
