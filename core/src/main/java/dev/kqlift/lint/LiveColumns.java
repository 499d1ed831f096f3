package dev.kqlift.lint;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a query that something reads: its result, a filter, a key, an aggregate, another operator, or a column that
 * is read itself. What the walk does not understand counts as reading everything below it.
 */
final class LiveColumns {
    private final Set<ColumnId> live = new HashSet<>();
    private final Map<ColumnId, List<Scalar>> computed = new HashMap<>();
    private final Map<ColumnId, List<ColumnId>> passed = new HashMap<>();
    private final Deque<ColumnId> open = new ArrayDeque<>();

    private LiveColumns() {}

    static LiveColumns of(BoundQuery query) {
        LiveColumns columns = new LiveColumns();
        List<Relation> relations = QueryRelationList.of(query);
        relations.forEach(columns::add);
        query.relation().ifPresent(columns::allOf);
        query.unusedRelations().forEach(columns::allOf);
        query.scalar().ifPresent(columns::reads);
        columns.spread();
        return columns;
    }

    boolean contains(ColumnId column) {
        return live.contains(column);
    }

    private void add(Relation relation) {
        switch (relation) {
            case Relation.Project project -> {
                boolean computes = project.kind() == Relation.ProjectKind.EXTEND;
                for (Assignment assignment : project.assignments()) {
                    if (computes) {
                        computed.computeIfAbsent(assignment.column().id(), id -> new ArrayList<>())
                                .add(assignment.value());
                        subqueries(assignment.value());
                    } else {
                        reads(assignment.value());
                    }
                }
            }
            case Relation.Join join -> {
                for (Relation.JoinCondition condition : join.conditions()) {
                    reads(condition.left());
                    reads(condition.right());
                }
                for (Assignment assignment : join.rightColumns()) {
                    computed.computeIfAbsent(assignment.column().id(), id -> new ArrayList<>())
                            .add(assignment.value());
                }
            }
            case Relation.Union union -> {
                for (Relation.UnionInput input : union.inputs()) {
                    for (int i = 0; i < union.columns().size(); i++) {
                        ColumnId target = union.columns().get(i).id();
                        input.columns()
                                .get(i)
                                .ifPresent(source -> passed.computeIfAbsent(target, id -> new ArrayList<>())
                                        .add(source.id()));
                    }
                }
            }
            case Relation.Evaluate evaluate -> everything(evaluate);
            case Relation.Apply apply -> everything(apply);
            case Relation.Other other -> everything(other);
            case Relation.Filter filter -> reads(filter.predicate());
            case Relation.Aggregate aggregate -> Trees.forEachScalar(aggregate, this::reads);
            case Relation.Sort sort -> Trees.forEachScalar(sort, this::reads);
            case Relation.Take take -> reads(take.count());
            case Relation.Expand expand -> Trees.forEachScalar(expand, this::reads);
            case Relation.Parse parse -> reads(parse.text());
            case Relation.FunctionScan scan -> Trees.forEachScalar(scan, this::reads);
            case Relation.Range range -> Trees.forEachScalar(range, this::reads);
            case Relation.TableScan ignored -> {}
            case Relation.Rows ignored -> {}
            case Relation.External ignored -> {}
            case Relation.Marker ignored -> {}
            case Relation.Unresolved ignored -> {}
        }
    }

    private void everything(Relation relation) {
        Trees.forEachInput(relation, this::allOf);
        Trees.forEachScalar(relation, this::reads);
        allOf(relation);
    }

    private void allOf(Relation relation) {
        relation.columns().forEach(column -> mark(column.id()));
    }

    private void reads(Scalar scalar) {
        ScalarParts.columns(scalar).forEach(this::mark);
        subqueries(scalar);
    }

    private void subqueries(Scalar scalar) {
        for (Scalar part : ScalarParts.of(scalar)) {
            Trees.subquery(part).ifPresent(this::allOf);
        }
    }

    private void mark(ColumnId column) {
        if (live.add(column)) {
            open.push(column);
        }
    }

    private void spread() {
        while (!open.isEmpty()) {
            ColumnId column = open.pop();
            computed.getOrDefault(column, List.of())
                    .forEach(value -> ScalarParts.columns(value).forEach(this::mark));
            passed.getOrDefault(column, List.of()).forEach(this::mark);
        }
    }
}
