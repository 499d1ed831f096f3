package dev.kqlift.analysis;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The expressions that make the columns of some relations. */
final class Makings {
    /** How often a value is passed on under a new name before it is no longer followed. */
    private static final int MOST_HOPS = 64;

    private final Map<ColumnId, Scalar> values = new HashMap<>();

    private Makings() {}

    static Makings of(List<Relation> relations) {
        Makings makings = new Makings();
        for (Relation relation : relations) {
            for (Assignment assignment : assignments(relation)) {
                makings.values.putIfAbsent(assignment.column().id(), assignment.value());
            }
        }
        return makings;
    }

    /** The text that computes a column, also where the value is only passed on since; empty where none is known. */
    Optional<Span> expression(ColumnId column) {
        Scalar value = values.get(column);
        for (int i = 0; i < MOST_HOPS && value instanceof Scalar.ColumnRef reference; i++) {
            value = values.get(reference.column().id());
        }
        if (value == null || value instanceof Scalar.ColumnRef) {
            return Optional.empty();
        }
        Span span = value.origin().span();
        return span.length() == 0 ? Optional.empty() : Optional.of(span);
    }

    /** What a relation assigns. */
    static List<Assignment> assignments(Relation relation) {
        return switch (relation) {
            case Relation.Project project -> project.assignments();
            case Relation.Aggregate aggregate -> both(aggregate.keys(), aggregate.aggregates());
            case Relation.Expand expand -> expand.items();
            case Relation.Apply apply -> apply.items();
            case Relation.Join join -> join.rightColumns();
            case Relation.TableScan ignored -> List.of();
            case Relation.Rows ignored -> List.of();
            case Relation.Range ignored -> List.of();
            case Relation.External ignored -> List.of();
            case Relation.FunctionScan ignored -> List.of();
            case Relation.Filter ignored -> List.of();
            case Relation.Sort ignored -> List.of();
            case Relation.Take ignored -> List.of();
            case Relation.Union ignored -> List.of();
            case Relation.Parse ignored -> List.of();
            case Relation.Evaluate ignored -> List.of();
            case Relation.Other ignored -> List.of();
            case Relation.Marker ignored -> List.of();
            case Relation.Unresolved ignored -> List.of();
        };
    }

    private static List<Assignment> both(List<Assignment> first, List<Assignment> second) {
        List<Assignment> all = new ArrayList<>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return all;
    }
}
