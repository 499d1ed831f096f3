package dev.kqlift.sigma;

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
import dev.kqlift.types.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields behind the values that conditions test: through renames and through functions that keep the value. */
final class SigmaFields {
    /** What a function did to the case of a text on its way. */
    enum Folding {
        NONE,
        LOWER,
        UPPER
    }

    /**
     * A field.
     *
     * @param name in the rule
     * @param tail true when the field is a path and the value its last part
     * @param own the name that the value keeps where the path cannot stand for it
     */
    record Subject(String name, boolean tail, String own, Folding folding, KqlType type) {
        Subject folded(Folding other) {
            return new Subject(name, tail, own, other, type);
        }
    }

    private record Indexed(String table, Optional<TableFields> fields, String column) {}

    private final FieldMap map;
    private final LocalNotes notes;
    private final Map<ColumnId, Indexed> indexed = new HashMap<>();
    private final Map<ColumnId, Scalar> computed = new HashMap<>();
    private final Set<String> noted = new HashSet<>();

    SigmaFields(FieldMap map, LocalNotes notes) {
        this.map = map;
        this.notes = notes;
    }

    Optional<TableFields> table(String table) {
        return map.table(table);
    }

    void scan(Relation.TableScan scan) {
        Optional<TableFields> fields = map.table(scan.table());
        for (Column column : scan.columns()) {
            indexed.put(column.id(), new Indexed(scan.table(), fields, column.name()));
        }
    }

    void compute(Column column, Scalar value) {
        computed.put(column.id(), value);
    }

    /** What a column was computed from; empty for a column of the table. */
    Optional<Scalar> computation(Column column) {
        return Optional.ofNullable(computed.get(column.id()));
    }

    /** The field that an output column shows, without a note; empty for a computed one. */
    Optional<String> shown(Column column) {
        Scalar value = computed.get(column.id());
        if (value instanceof Scalar.ColumnRef reference) {
            return shown(reference.column());
        }
        return Optional.ofNullable(indexed.get(column.id()))
                .map(place -> place.fields()
                        .flatMap(fields -> fields.field(place.column()))
                        .filter(field -> field.fit() == FieldFit.PLAIN)
                        .map(MappedField::field)
                        .orElse(place.column()));
    }

    /** The field behind a value; empty where there is none: a note says so. */
    Optional<Subject> subject(Scalar scalar, Scalar node) {
        return switch (scalar) {
            case Scalar.ColumnRef reference -> column(reference, node);
            case Scalar.Member member -> path(member, node);
            case Scalar.Element element -> path(element, node);
            case Scalar.Call call
            when keepsValue(call) -> subject(call.arguments().getFirst(), node);
            case Scalar.Call call
            when call.function().name().equals("tolower") ->
                subject(call.arguments().getFirst(), node).map(inner -> inner.folded(Folding.LOWER));
            case Scalar.Call call
            when call.function().name().equals("toupper") ->
                subject(call.arguments().getFirst(), node).map(inner -> inner.folded(Folding.UPPER));
            case Scalar other -> refuse(node, "Sigma tests fields of the event, not computed values");
        };
    }

    private Optional<Subject> refuse(Scalar node, String why) {
        notes.add(node, LocalNote.unsupported(why, node.origin()));
        return Optional.empty();
    }

    /** Conversions to text of what is text in an event anyway. */
    private static boolean keepsValue(Scalar.Call call) {
        KqlType type = call.arguments().isEmpty()
                ? KqlType.UNKNOWN
                : call.arguments().getFirst().type();
        return switch (call.function().name()) {
            case "tostring" ->
                type == KqlType.STRING
                        || type == KqlType.GUID
                        || type == KqlType.DYNAMIC
                        || type.isInteger()
                        || type == KqlType.UNKNOWN;
            case "tolong", "toint" -> type.isInteger();
            default -> false;
        };
    }

    private Optional<Subject> column(Scalar.ColumnRef reference, Scalar node) {
        Scalar value = computed.get(reference.column().id());
        if (value != null) {
            return subject(value, node);
        }
        if (reference.column().type() == KqlType.DYNAMIC) {
            return refuse(
                    node,
                    "`" + reference.column().name() + "` is a dynamic value, which is no single field of an event");
        }
        return resolve(reference.column(), "", reference.type(), node);
    }

    private Optional<Subject> path(Scalar scalar, Scalar node) {
        StringBuilder path = new StringBuilder();
        Scalar at = scalar;
        while (true) {
            switch (at) {
                case Scalar.Member member -> {
                    path.insert(0, "." + member.name());
                    at = member.target();
                }
                case Scalar.Element element
                when element.index() instanceof Scalar.Constant(Value.Text(String name), var origin) -> {
                    path.insert(0, "." + name);
                    at = element.target();
                }
                case Scalar.ColumnRef reference
                when computed.containsKey(reference.column().id()) ->
                    at = computed.get(reference.column().id());
                case Scalar.ColumnRef reference -> {
                    notes.add(
                            node,
                            LocalNote.assumption(
                                    "`" + reference.column().name() + path
                                            + "` holds one plain value of the type that it is compared with",
                                    node.origin()));
                    return resolve(reference.column(), path.toString(), KqlType.DYNAMIC, node);
                }
                case Scalar other -> {
                    return refuse(node, "Sigma tests fields of the event, not items of a list or computed values");
                }
            }
        }
    }

    private Optional<Subject> resolve(Column column, String path, KqlType type, Scalar node) {
        Indexed place = indexed.get(column.id());
        if (place == null) {
            return refuse(node, "`" + column.name() + "` is computed, and Sigma tests fields of the event");
        }
        String full = place.column() + path;
        Optional<MappedField> mapped = place.fields().flatMap(fields -> fields.field(full));
        boolean plain = mapped.isPresent() && mapped.get().fit() == FieldFit.PLAIN;
        boolean tail = mapped.isPresent() && mapped.get().fit() == FieldFit.TAIL;
        String name = plain || tail ? mapped.get().field() : full;
        if (!tail && noted.add(full)) {
            note(full, name, mapped, place.fields().isPresent(), node);
        }
        return Optional.of(new Subject(name, tail, full, Folding.NONE, type));
    }

    private void note(String full, String name, Optional<MappedField> mapped, boolean known, Scalar node) {
        if (mapped.isPresent() && name.equals(mapped.get().field())) {
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
        } else if (known) {
            notes.add(
                    node,
                    LocalNote.assumption(
                            "Sigma has no agreed field for `" + full + "`, so that it keeps its name", node.origin()));
        }
    }

    /** A value that is the last part of a path keeps its own field where the path cannot stand for it. */
    String ownName(Subject subject, Scalar node) {
        if (subject.tail() && noted.add(subject.own())) {
            notes.add(
                    node,
                    LocalNote.assumption(
                            "`" + subject.own() + "` keeps its name, because `" + subject.name()
                                    + "` holds a whole path",
                            node.origin()));
        }
        return subject.tail() ? subject.own() : subject.name();
    }

    /** The path stands for its last part. */
    String pathName(Subject subject, Scalar node) {
        notes.add(
                node,
                LocalNote.assumption(
                        "`" + subject.name() + "` holds the path whose last part is `" + subject.own()
                                + "`, with backslashes",
                        node.origin()));
        return subject.name();
    }
}
