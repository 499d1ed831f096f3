package dev.kqlift.sql;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.rendering.Fragment;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code union}: one list of columns for each input, so that names and types are not left to the target. */
final class UnionLowering {
    private final RelationLowering relations;
    private final SqlContext context;

    UnionLowering(RelationLowering relations) {
        this.relations = relations;
        this.context = relations.context();
    }

    Optional<SqlRelation> lower(Relation.Union union) {
        List<Optional<SqlRelation>> inputs = new ArrayList<>();
        union.inputs().forEach(input -> inputs.add(relations.lower(input.relation())));
        if (inputs.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        if (union.open() || inputs.isEmpty()) {
            context.refuse(union, "the columns are not all known");
            return Optional.empty();
        }
        if (union.fuzzy() && !context.dataAtHand()) {
            context.notes()
                    .add(
                            union,
                            LocalNote.assumption(
                                    "exact where all tables of the union exist in the target; KQL passes over those "
                                            + "that do not exist",
                                    union.origin()));
        }
        Map<ColumnId, String> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Column column : union.columns()) {
            boolean isSource = union.sourceColumn()
                    .map(Column::id)
                    .filter(column.id()::equals)
                    .isPresent();
            if (isSource || relations.required().needs(union, column)) {
                names.put(column.id(), SqlNames.free(column.name(), taken));
            }
        }
        List<SqlPlan.Select> parts = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Optional<List<SqlPlan.Item>> items =
                    items(union, union.inputs().get(i), inputs.get(i).orElseThrow(), names);
            if (items.isEmpty()) {
                return Optional.empty();
            }
            parts.add(SqlPlan.Select.of(
                    RelationLowering.atLeastOne(items.get()),
                    inputs.get(i).orElseThrow().source()));
        }
        return Optional.of(relations.step("union", new SqlPlan.UnionAll(parts), names, List.of()));
    }

    private Optional<List<SqlPlan.Item>> items(
            Relation.Union union, Relation.UnionInput input, SqlRelation lowered, Map<ColumnId, String> names) {
        List<SqlPlan.Item> items = new ArrayList<>();
        for (int i = 0; i < union.columns().size(); i++) {
            Column column = union.columns().get(i);
            String name = names.get(column.id());
            if (name == null) {
                continue; // Nothing reads it.
            }
            if (union.sourceColumn().map(Column::id).filter(column.id()::equals).isPresent()) {
                Optional<String> table = tableName(input.relation());
                if (table.isEmpty()) {
                    context.refuse(union, "the name of an input that is no plain table");
                    return Optional.empty();
                }
                items.add(new SqlPlan.Item(SqlForms.primary(SqlLiterals.text(table.get())), Optional.of(name)));
                continue;
            }
            Optional<Column> source = input.columns().get(i);
            if (source.isEmpty() && column.type() == KqlType.UNKNOWN) {
                context.refuse(union, "the column `" + column.name() + "` has no known type");
                return Optional.empty();
            }
            if (source.isPresent() && source.get().type() != column.type()) {
                context.refuse(union, "the column `" + column.name() + "` has several types");
                return Optional.empty();
            }
            Fragment value = SqlForms.primary(source.map(found -> SqlNames.quoted(lowered.name(found.id())))
                    .orElseGet(() -> SqlTypes.missing(column.type())));
            items.add(SqlPlan.Item.named(value, name));
        }
        return Optional.of(items);
    }

    private static Optional<String> tableName(Relation relation) {
        return relation instanceof Relation.TableScan scan ? Optional.of(scan.table()) : Optional.empty();
    }
}
