package dev.kqlift.ir;

import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must hold in every relation: names and ids of its columns are distinct, each scalar reads columns of the relation
 * that it is computed over, each column of the result is passed on or made, and nothing comes from outside the text.
 */
public final class IrInvariants {
    private static final String NO_TRUTH = "a predicate is a truth";
    private static final String STRAY_AGGREGATE = "aggregates stand in aggregations only";

    private static final int MOST_BREACHES = 50;
    private static final int LONGEST_DETAIL = 160;

    private final int textLength;
    private final List<String> breaches = new ArrayList<>();

    private IrInvariants(int textLength) {
        this.textLength = textLength;
    }

    /** What is broken in the relations below the roots, each as {@code rule: detail}; empty where all is well. */
    public static List<String> breaches(List<Relation> roots, int textLength) {
        IrInvariants invariants = new IrInvariants(textLength);
        for (Relation relation : Trees.relations(roots)) {
            if (invariants.breaches.size() < MOST_BREACHES) {
                invariants.check(relation);
            }
        }
        return invariants.breaches;
    }

    /** Whether a breach is what an error of the query leaves behind: it was reported, and the node kept. */
    public static boolean comesOfAnError(String breach) {
        return breach.startsWith(NO_TRUTH) || breach.startsWith(STRAY_AGGREGATE);
    }

    private void check(Relation relation) {
        distinct(relation);
        inText(relation, relation.origin());
        switch (relation) {
            case Relation.TableScan ignored -> {}
            case Relation.External ignored -> {}
            case Relation.Unresolved ignored -> {}
            case Relation.FunctionScan scan -> reads(relation, "argument", scan.arguments(), List.of());
            case Relation.Rows rows -> {
                for (List<Scalar> row : rows.rows()) {
                    if (row.size() != rows.columns().size()) {
                        breach("cells are as many as columns", relation, row.size() + " cells");
                    }
                    reads(relation, "cell", row, List.of());
                }
            }
            case Relation.Range range ->
                reads(relation, "bound", List.of(range.from(), range.to(), range.step()), List.of());
            case Relation.Filter filter -> {
                reads(relation, "predicate", filter.predicate(), filter.input().columns());
                truth(relation, filter.predicate());
            }
            case Relation.Project project -> {
                assigned(relation, project.assignments(), project.input().columns());
                comesFrom(relation, project.input().columns(), columns(project.assignments()));
            }
            case Relation.Aggregate aggregate -> aggregate(aggregate);
            case Relation.Sort sort -> {
                for (Relation.SortKey key : sort.keys()) {
                    reads(relation, "sort key", key.value(), sort.input().columns());
                }
            }
            case Relation.Take take -> reads(relation, "count", take.count(), List.of());
            case Relation.Join join -> join(join);
            case Relation.Union union -> union(union);
            case Relation.Expand expand -> {
                assigned(relation, expand.items(), expand.input().columns());
                // The column of with_itemindex is made by the operator, and no part of it states it.
                List<Column> made = columns(expand.items());
                made.addAll(unnamed(relation, expand.input().columns(), KqlType.LONG));
                comesFrom(relation, expand.input().columns(), made);
            }
            case Relation.Apply apply -> {
                assigned(relation, apply.items(), apply.input().columns());
                List<Column> made = columns(apply.items());
                made.addAll(apply.subquery().columns());
                comesFrom(relation, apply.input().columns(), made);
            }
            case Relation.Parse parse -> {
                reads(relation, "text", parse.text(), parse.input().columns());
                comesFrom(relation, parse.input().columns(), parse.captured());
                states(relation, parse.captured());
            }
            case Relation.Evaluate evaluate -> {
                List<Column> visible = new ArrayList<>(evaluate.input().columns());
                for (Scalar argument : evaluate.arguments()) {
                    Trees.subquery(argument).ifPresent(given -> visible.addAll(given.columns()));
                }
                aggregatesAllowed(relation, "argument", evaluate.arguments(), visible);
            }
            case Relation.Other other -> other(other);
            case Relation.Marker ignored -> {}
        }
    }

    private void aggregate(Relation.Aggregate aggregate) {
        List<Column> input = aggregate.input().columns();
        assigned(aggregate, aggregate.keys(), input);
        for (Assignment assignment : aggregate.aggregates()) {
            aggregatesAllowed(aggregate, "aggregate", List.of(assignment.value()), input);
            type(aggregate, assignment);
        }
        List<Column> made = columns(aggregate.keys());
        made.addAll(columns(aggregate.aggregates()));
        states(aggregate, made);
        comesFrom(aggregate, List.of(), made);
        if (aggregate.kind() == Relation.AggregateKind.DISTINCT
                && !aggregate.aggregates().isEmpty()) {
            breach("distinct has no aggregates", aggregate, "");
        }
    }

    private void join(Relation.Join join) {
        List<Column> left = join.left().columns();
        List<Column> right = join.right().columns();
        for (Relation.JoinCondition condition : join.conditions()) {
            reads(join, "left side of a condition", condition.left(), left);
            reads(join, "right side of a condition", condition.right(), right);
            inText(join, condition.origin());
        }
        assigned(join, join.rightColumns(), right);
        for (Assignment assignment : join.rightColumns()) {
            if (!(assignment.value() instanceof Scalar.ColumnRef)) {
                breach("right columns are plain", join, assignment.toString());
            }
        }
        states(join, columns(join.rightColumns()));
        comesFrom(join, left, columns(join.rightColumns()));
    }

    private void union(Relation.Union union) {
        for (Relation.UnionInput input : union.inputs()) {
            int most = union.columns().size();
            int least = most - (union.sourceColumn().isPresent() ? 1 : 0);
            if (input.columns().size() < least || input.columns().size() > most) {
                breach(
                        "an input states each column of the union",
                        union,
                        input.columns().size() + " of " + most);
            }
            Set<ColumnId> known = ids(input.relation().columns());
            for (Optional<Column> column : input.columns()) {
                if (column.isPresent() && !known.contains(column.get().id())) {
                    breach(
                            "an input gives a column of its own",
                            union,
                            column.get().toString());
                }
            }
        }
        union.sourceColumn().ifPresent(column -> states(union, List.of(column)));
    }

    private void other(Relation.Other other) {
        List<Column> visible = new ArrayList<>(other.made());
        for (Relation input : other.inputs()) {
            visible.addAll(input.columns());
            // What facet says of its rows is said of the rows before its sub-query.
            if ("facet".equals(other.operator())) {
                Trees.relations(List.of(input)).forEach(below -> visible.addAll(below.columns()));
            }
        }
        aggregatesAllowed(other, "scalar", other.scalars(), visible);
        comesFrom(other, visible, other.made());
    }

    // ---- columns

    private void distinct(Relation relation) {
        Set<ColumnId> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Column column : relation.columns()) {
            if (!ids.add(column.id())) {
                breach("ids are distinct", relation, column.toString());
            }
            if (!names.add(column.name())) {
                breach("names are distinct", relation, column.toString());
            }
        }
    }

    /** Each column of a relation is passed on by its id, with its type, or is one that the relation makes. */
    private void comesFrom(Relation relation, List<Column> passed, List<Column> made) {
        Map<ColumnId, Column> known = byId(passed);
        known.putAll(byId(made));
        for (Column column : relation.columns()) {
            Column origin = known.get(column.id());
            if (origin == null) {
                breach("a column is passed on or made", relation, column.toString());
            } else if (origin.type() != column.type()) {
                breach("a column keeps its type", relation, column + " was " + origin);
            }
        }
    }

    /** The relation shows each column that it makes, unless a later one of that name took its place. */
    private void states(Relation relation, List<Column> made) {
        Set<ColumnId> shown = ids(relation.columns());
        Set<String> names = new HashSet<>();
        relation.columns().forEach(column -> names.add(column.name()));
        for (Column column : made) {
            if (!shown.contains(column.id()) && !names.contains(column.name())) {
                breach("a column that is made is shown", relation, column.toString());
            }
        }
    }

    private static List<Column> unnamed(Relation relation, List<Column> passed, KqlType type) {
        Set<ColumnId> known = ids(passed);
        List<Column> columns = relation.columns();
        if (columns.isEmpty()) {
            return List.of();
        }
        Column last = columns.getLast();
        return last.type() == type && !known.contains(last.id()) ? List.of(last) : List.of();
    }

    private void assigned(Relation relation, List<Assignment> assignments, List<Column> visible) {
        Set<ColumnId> known = ids(visible);
        for (Assignment assignment : assignments) {
            reads(relation, "value", assignment.value(), visible);
            type(relation, assignment);
            if (known.contains(assignment.column().id())) {
                breach("an assignment makes a new column", relation, assignment.toString());
            }
        }
    }

    private void type(Relation relation, Assignment assignment) {
        // An item of an array has its own type, and so has what a cast in the operator asks for; an aggregate of all
        // columns gives several, of which its assignment is the first.
        boolean own = relation instanceof Relation.Expand
                || relation instanceof Relation.Apply
                || (assignment.value() instanceof Scalar.AggregateCall call
                        && call.arguments().stream().anyMatch(argument -> argument instanceof Scalar.AnyColumn));
        if (!own && assignment.column().type() != assignment.value().type()) {
            breach("a column has the type of its value", relation, assignment.toString());
        }
    }

    // ---- scalars

    private void reads(Relation relation, String part, List<Scalar> scalars, List<Column> visible) {
        scalars.forEach(scalar -> reads(relation, part, scalar, visible));
    }

    private void reads(Relation relation, String part, Scalar scalar, List<Column> visible) {
        scalar(relation, part, scalar, byId(visible), false);
    }

    private void aggregatesAllowed(Relation relation, String part, List<Scalar> scalars, List<Column> visible) {
        Map<ColumnId, Column> known = byId(visible);
        scalars.forEach(scalar -> scalar(relation, part, scalar, known, true));
    }

    private void scalar(
            Relation relation, String part, Scalar scalar, Map<ColumnId, Column> visible, boolean aggregates) {
        inText(relation, scalar.origin());
        boolean inside = aggregates;
        if (scalar instanceof Scalar.ColumnRef(var column, var origin)) {
            @Nullable Column known = visible.get(column.id());
            if (known == null) {
                breach("a scalar reads columns of its input", relation, part + " reads " + column);
            } else if (known.type() != column.type()) {
                breach("a reference has the type of its column", relation, part + " reads " + column + " of " + known);
            }
        } else if (scalar instanceof Scalar.AggregateCall call) {
            if (!aggregates) {
                breach(
                        STRAY_AGGREGATE,
                        relation,
                        part + " calls " + call.function().name());
            }
            inside = false;
        } else if (scalar instanceof Scalar.Logical logical
                && logical.operands().size() < 2) {
            breach("a connective has two operands", relation, part);
        }
        boolean below = inside;
        Trees.forEachChild(scalar, child -> scalar(relation, part, child, visible, below));
    }

    private void truth(Relation relation, Scalar predicate) {
        switch (predicate.type()) {
            case BOOL, UNKNOWN -> {}
            case STRING, LONG, INT, REAL, DECIMAL, DATETIME, TIMESPAN, GUID, DYNAMIC ->
                breach(NO_TRUTH, relation, predicate.type().word());
        }
    }

    private void inText(Relation relation, Origin origin) {
        if (origin.end() > textLength) {
            breach("origins lie in the text", relation, origin.toString());
        }
    }

    private void breach(String rule, Relation relation, String detail) {
        String brief = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) + "…" : detail;
        breaches.add(rule + ": " + relation.getClass().getSimpleName() + " at " + relation.origin() + ": " + brief);
    }

    private static List<Column> columns(List<Assignment> assignments) {
        List<Column> columns = new ArrayList<>(assignments.size());
        assignments.forEach(assignment -> columns.add(assignment.column()));
        return columns;
    }

    private static Set<ColumnId> ids(List<Column> columns) {
        Set<ColumnId> ids = new HashSet<>();
        columns.forEach(column -> ids.add(column.id()));
        return ids;
    }

    private static Map<ColumnId, Column> byId(List<Column> columns) {
        Map<ColumnId, Column> byId = new HashMap<>();
        columns.forEach(column -> byId.put(column.id(), column));
        return byId;
    }
}
