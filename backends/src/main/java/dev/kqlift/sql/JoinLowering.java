package dev.kqlift.sql;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.JoinKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.rendering.Fragment;
import dev.kqlift.translation.LocalNote;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Joins and lookups. In KQL null keys meet each other, and so do empty texts. */
final class JoinLowering {
    private final RelationLowering relations;
    private final SqlContext context;

    JoinLowering(RelationLowering relations) {
        this.relations = relations;
        this.context = relations.context();
    }

    Optional<SqlRelation> lower(Relation.Join join) {
        Optional<SqlRelation> left = relations.lower(join.left());
        Optional<SqlRelation> right = relations.lower(join.right());
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        if (join.open()) {
            context.refuse(join, "the columns are not all known");
            return Optional.empty();
        }
        if (join.conditions().isEmpty()) {
            context.refuse(join, "a join without a condition");
            return Optional.empty();
        }
        ScalarLowering leftScalars = relations.scalars(left.get().scope("l"));
        ScalarLowering rightScalars = relations.scalars(right.get().scope("r"));
        List<String> conditions = new ArrayList<>();
        List<Fragment> leftKeys = new ArrayList<>();
        for (Relation.JoinCondition condition : join.conditions()) {
            if (!SqlTypes.comparable(condition.left().type(), condition.right().type())
                    || condition.left().type() == KqlType.REAL
                    || condition.right().type() == KqlType.REAL) {
                context.refuse(
                        join,
                        "rows are joined by a " + condition.left().type().word() + " and a "
                                + condition.right().type().word());
                return Optional.empty();
            }
            Fragment l = leftScalars.value(condition.left());
            Fragment r = rightScalars.value(condition.right());
            leftKeys.add(relations.scalars(left.get().scope()).value(condition.left()));
            // A null key meets a null key, unlike in SQL.
            String equals = condition.left().type() == KqlType.STRING ? " = " : " IS NOT DISTINCT FROM ";
            conditions.add(l.in(SqlStrengths.OTHER) + equals + r.in(SqlStrengths.OTHER));
        }
        String on = String.join(" AND ", conditions);
        return Optional.of(
                switch (join.kind()) {
                    case LEFT_SEMI -> exists(join, left.get(), right.get(), "l", "r", on, false);
                    case LEFT_ANTI -> exists(join, left.get(), right.get(), "l", "r", on, true);
                    case RIGHT_SEMI -> exists(join, right.get(), left.get(), "r", "l", on, false);
                    case RIGHT_ANTI -> exists(join, right.get(), left.get(), "r", "l", on, true);
                    case INNER, LEFT_OUTER, RIGHT_OUTER, FULL_OUTER -> pairs(join, left.get(), right.get(), on);
                    case INNER_UNIQUE -> pairs(join, unique(join, left.get(), leftKeys), right.get(), on);
                });
    }

    /** One left row for each key. KQL does not say which. */
    private SqlRelation unique(Relation.Join join, SqlRelation left, List<Fragment> keys) {
        if (UniqueKeys.hold(join)) {
            return left;
        }
        List<ColumnId> open = new ArrayList<>();
        Set<ColumnId> keyColumns = new HashSet<>();
        for (Relation.JoinCondition condition : join.conditions()) {
            if (condition.left() instanceof Scalar.ColumnRef reference) {
                keyColumns.add(reference.column().id());
            }
        }
        for (Column column : join.left().columns()) {
            if (!keyColumns.contains(column.id())) {
                open.add(column.id());
            }
        }
        if (!open.isEmpty()) {
            context.notes()
                    .add(
                            join,
                            LocalNote.leftOpen(
                                    "`innerunique` keeps one left row for each key, and KQL leaves open which one",
                                    join.origin(),
                                    open));
        }
        String partition = String.join(", ", keys.stream().map(Fragment::text).toList());
        return relations.step(
                "unique",
                SqlPlan.Select.of(List.of(), left.source())
                        .qualified(SqlForms.primary("row_number() OVER (PARTITION BY " + partition + ") = 1")),
                left.names(),
                List.of());
    }

    private SqlRelation exists(
            Relation.Join join,
            SqlRelation kept,
            SqlRelation other,
            String alias,
            String otherAlias,
            String on,
            boolean anti) {
        Map<ColumnId, String> names = new LinkedHashMap<>();
        List<SqlPlan.Item> items = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Column column : join.columns()) {
            ColumnId source = source(join, column);
            String before = kept.names().get(source);
            if (before == null) {
                continue; // Nothing reads it.
            }
            String name = SqlNames.free(column.name(), taken);
            names.put(column.id(), name);
            items.add(new SqlPlan.Item(SqlForms.primary(alias + "." + SqlNames.quoted(before)), Optional.of(name)));
        }
        Fragment test = SqlForms.primary((anti ? "NOT " : "") + "EXISTS (SELECT 1 FROM " + other.source() + " AS "
                + otherAlias + " WHERE " + on + ")");
        SqlPlan.Select select = SqlPlan.Select.of(RelationLowering.atLeastOne(items), kept.source() + " AS " + alias)
                .where(List.of(test));
        return relations.step("join", select, names, List.of());
    }

    /** The column of a side behind a column of the result. */
    private static ColumnId source(Relation.Join join, Column column) {
        for (Assignment assignment : join.rightColumns()) {
            if (assignment.column().id().equals(column.id())
                    && assignment.value() instanceof Scalar.ColumnRef reference) {
                return reference.column().id();
            }
        }
        return column.id();
    }

    private SqlRelation pairs(Relation.Join join, SqlRelation left, SqlRelation right, String on) {
        Map<ColumnId, Assignment> fromRight = new LinkedHashMap<>();
        join.rightColumns()
                .forEach(assignment -> fromRight.put(assignment.column().id(), assignment));
        boolean leftMayMiss = join.kind() == JoinKind.RIGHT_OUTER || join.kind() == JoinKind.FULL_OUTER;
        boolean rightMayMiss = join.kind() == JoinKind.LEFT_OUTER || join.kind() == JoinKind.FULL_OUTER;
        ScalarLowering rightScalars = relations.scalars(right.scope("r"));
        Map<ColumnId, String> names = new LinkedHashMap<>();
        List<SqlPlan.Item> items = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Column column : join.columns()) {
            Assignment assignment = fromRight.get(column.id());
            String before = left.names().get(column.id());
            boolean wanted = relations.required().needs(join, column);
            if (!wanted || assignment == null && before == null) {
                continue; // Nothing reads it.
            }
            Fragment value = assignment == null
                    ? SqlForms.primary("l." + SqlNames.quoted(Objects.requireNonNull(before)))
                    : rightScalars.value(assignment.value());
            boolean mayMiss = assignment == null ? leftMayMiss : rightMayMiss;
            if (mayMiss && column.type() == KqlType.STRING) {
                // Where no row is met, a text is empty.
                value = SqlForms.primary("coalesce(" + value.text() + ", '')");
            }
            String name = SqlNames.free(column.name(), taken);
            names.put(column.id(), name);
            items.add(new SqlPlan.Item(value, Optional.of(name)));
        }
        String keyword = switch (join.kind()) {
            case LEFT_OUTER -> " LEFT JOIN ";
            case RIGHT_OUTER -> " RIGHT JOIN ";
            case FULL_OUTER -> " FULL JOIN ";
            case INNER, INNER_UNIQUE, LEFT_SEMI, RIGHT_SEMI, LEFT_ANTI, RIGHT_ANTI -> " JOIN ";
        };
        String source = left.source() + " AS l" + keyword + right.source() + " AS r ON " + on;
        return relations.step("join", SqlPlan.Select.of(RelationLowering.atLeastOne(items), source), names, List.of());
    }
}
