package dev.kqlift.pipe;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.mapping.FieldFit;
import dev.kqlift.mapping.FieldMap;
import dev.kqlift.mapping.MappedField;
import dev.kqlift.mapping.TableFields;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.translation.LocalNotes;
import dev.kqlift.types.KqlType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the columns of the query stand in the pipeline: in a field of the index, or under the name that a command gave
 * them. One for each translation; it grows with the pipeline.
 */
final class EsqlColumns {
    /** Where a column stands. */
    sealed interface Place {}

    /** In the index. */
    record Indexed(String table, Optional<TableFields> fields, String column) implements Place {}

    /** Made by a command. */
    record Made(String name) implements Place {}

    /**
     * A field as it is to be written.
     *
     * @param name the field
     * @param type the type in the words of the index; empty where it is not known
     * @param fit {@code LOWER} and {@code SLUG} where the index stores the value in lower case; else {@code PLAIN}
     */
    record Resolved(String name, Optional<String> type, FieldFit fit) {}

    private final FieldMap map;
    private final LocalNotes notes;
    private final Map<ColumnId, Place> places = new HashMap<>();
    private final Set<String> noted = new HashSet<>();
    private final Set<String> overwritten = new HashSet<>();

    EsqlColumns(FieldMap map, LocalNotes notes) {
        this.map = map;
        this.notes = notes;
    }

    /** The columns of a table come into reach. */
    void scan(Relation.TableScan scan) {
        Optional<TableFields> fields = map.table(scan.table());
        for (Column column : scan.columns()) {
            places.put(column.id(), new Indexed(scan.table(), fields, column.name()));
        }
    }

    /** True when the map knows nothing of a table. */
    boolean unknown(String table) {
        return map.table(table).isEmpty();
    }

    /** A command gave a column its value under a name, which a field of the index may have had before. */
    void make(Column column, String name) {
        places.put(column.id(), new Made(name));
        overwritten.add(name);
    }

    /** The name that a column was given by a command; empty for a field of the index. */
    Optional<String> made(Column column) {
        return places.get(column.id()) instanceof Made(String name) ? Optional.of(name) : Optional.empty();
    }

    /** Where a column stands now, without a note; empty for a column that no command made. */
    Optional<String> current(Column column) {
        return switch (places.get(column.id())) {
            case Made(String name) -> Optional.of(name);
            case Indexed indexed -> indexed(indexed, indexed.column()).map(Resolved::name);
            case null -> Optional.empty();
        };
    }

    /**
     * The field of a column or of a path below it.
     *
     * @param path what KQL writes after the column, with its dot: {@code .errorCode}; or nothing
     * @param node the node that reads it, which takes the notes
     * @return empty where the target cannot reach it; a note says so
     */
    Optional<Resolved> resolve(Column column, String path, Scalar node) {
        Place place = places.get(column.id());
        return switch (place) {
            case null -> {
                notes.add(node, LocalNote.unsupported("`" + column.name() + "` is not known here", node.origin()));
                yield Optional.empty();
            }
            case Made(String name) -> {
                if (!path.isEmpty()) {
                    notes.add(
                            node,
                            LocalNote.unsupported(
                                    "ES|QL of this version cannot look into a computed dynamic value", node.origin()));
                    yield Optional.empty();
                }
                yield Optional.of(new Resolved(name, Optional.empty(), FieldFit.PLAIN));
            }
            case Indexed indexed -> {
                String full = indexed.column() + path;
                Optional<Resolved> resolved = indexed(indexed, full);
                if (resolved.isPresent() && overwritten.contains(resolved.get().name())) {
                    notes.add(
                            node,
                            LocalNote.unsupported(
                                    "the field `" + resolved.get().name() + "` was given another value before",
                                    node.origin()));
                    yield Optional.empty();
                }
                note(indexed, full, resolved, node);
                yield resolved;
            }
        };
    }

    private static Optional<Resolved> indexed(Indexed indexed, String full) {
        Optional<MappedField> mapped = indexed.fields().flatMap(fields -> fields.field(full));
        if (mapped.isEmpty()) {
            // A path keeps the field of its column in front: the fields below it have their own names.
            return full.contains("[") ? Optional.empty() : Optional.of(own(indexed, full));
        }
        MappedField field = mapped.get();
        return switch (field.fit()) {
            case PLAIN, LOWER, SLUG -> Optional.of(new Resolved(field.field(), field.type(), field.fit()));
            case FLATTENED -> Optional.empty();
            case SHARED, CONDITION, VALUES, TAIL, SHAPE ->
                Optional.of(new Resolved(full, Optional.empty(), FieldFit.PLAIN));
        };
    }

    private static Resolved own(Indexed indexed, String full) {
        int dot = full.indexOf('.');
        Optional<MappedField> base =
                dot < 0 ? Optional.empty() : indexed.fields().flatMap(fields -> fields.field(full.substring(0, dot)));
        boolean under = base.isPresent() && base.get().fit() == FieldFit.PLAIN;
        return new Resolved(under ? base.get().field() + full.substring(dot) : full, Optional.empty(), FieldFit.PLAIN);
    }

    private void note(Indexed indexed, String full, Optional<Resolved> resolved, Scalar node) {
        Optional<MappedField> mapped = indexed.fields().flatMap(fields -> fields.field(full));
        if (resolved.isEmpty()) {
            String why = mapped.map(
                            field -> "`" + field.field() + "`: " + field.fit().reason())
                    .orElse("no field is known for it");
            notes.add(node, LocalNote.unsupported("`" + full + "` is out of reach of ES|QL, " + why, node.origin()));
            return;
        }
        String name = resolved.get().name();
        if (!noted.add(full + '\n' + name)) {
            return;
        }
        if (resolved.get().fit() == FieldFit.SLUG) {
            notes.add(
                    node,
                    LocalNote.assumption(
                            "`" + full + "` is `" + name
                                    + "`, which holds its value in lower case with hyphens for spaces; no two"
                                    + " values differ in that alone",
                            node.origin()));
        } else if (resolved.get().fit() == FieldFit.LOWER) {
            notes.add(
                    node,
                    LocalNote.assumption(
                            "`" + full + "` is `" + name + "`, which holds its value in lower case", node.origin()));
        } else if (mapped.isPresent() && name.equals(mapped.get().field())) {
            if (!name.equals(full)) {
                notes.add(node, LocalNote.renamed("`" + full + "` is `" + name + "`", node.origin()));
            }
        } else if (mapped.isPresent()) {
            notes.add(
                    node,
                    LocalNote.assumption(
                            "`" + full + "` keeps its name, because `"
                                    + mapped.get().field() + "` cannot take its place: "
                                    + mapped.get().fit().reason(),
                            node.origin()));
        } else if (indexed.fields().isPresent()) {
            notes.add(
                    node,
                    LocalNote.assumption(
                            "no field is known for `" + full + "`; `" + name + "` is taken to hold the same value",
                            node.origin()));
        }
    }

    /** How the index writes the column's values. */
    FieldFit fit(Column column) {
        return places.get(column.id()) instanceof Indexed indexed
                ? indexed(indexed, indexed.column()).map(Resolved::fit).orElse(FieldFit.PLAIN)
                : FieldFit.PLAIN;
    }

    /** A name that no column uses, for a value that waits for its own. */
    static String waiting(int index) {
        return "kqlift_new_" + index;
    }

    /** The type that is text in the index, however it is searched. */
    static boolean textual(String type) {
        return switch (type) {
            case "keyword", "text", "match_only_text", "wildcard", "constant_keyword" -> true;
            default -> false;
        };
    }

    /** The field as a value of the KQL type; empty where the index has another shape there. */
    static Optional<PipeExpression> typed(Resolved field, KqlType type) {
        PipeExpression plain = new PipeExpression.Field(field.name());
        if (field.type().isEmpty()) {
            return Optional.of(plain);
        }
        String stored = field.type().get();
        return switch (stored) {
            case "flattened", "nested", "object", "geo_point", "geo_shape" -> Optional.empty();
            default -> Optional.of(converted(plain, stored, type));
        };
    }

    private static PipeExpression converted(PipeExpression plain, String stored, KqlType type) {
        boolean textual = textual(stored);
        String function = switch (type) {
            case STRING, GUID -> textual ? "" : "TO_STRING";
            case INT, LONG -> textual || stored.equals("scaled_float") ? "TO_LONG" : "";
            case REAL -> stored.equals("double") ? "" : "TO_DOUBLE";
            case DATETIME -> stored.equals("date") ? "" : "TO_DATETIME";
            case BOOL -> stored.equals("boolean") ? "" : "TO_BOOLEAN";
            case DECIMAL, TIMESPAN, DYNAMIC, UNKNOWN -> "";
        };
        return function.isEmpty() ? plain : new PipeExpression.Invocation(function, List.of(plain));
    }
}
