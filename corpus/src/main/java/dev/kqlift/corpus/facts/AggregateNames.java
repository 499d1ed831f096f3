package dev.kqlift.corpus.facts;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of the columns of a query that aggregate functions make, or that are computed of such. */
final class AggregateNames {
    private final Set<String> names = new HashSet<>();

    private AggregateNames() {}

    static Set<String> of(BoundQuery query) {
        List<Relation> roots = new ArrayList<>();
        query.relation().ifPresent(roots::add);
        query.scalar().ifPresent(scalar -> roots.addAll(Trees.relations(scalar)));
        roots.addAll(query.unusedRelations());
        AggregateNames found = new AggregateNames();
        // Inputs come before what reads them, so that one pass follows a column all the way.
        for (Relation relation : Trees.relations(roots)) {
            found.add(relation);
        }
        return found.names;
    }

    private void add(Relation relation) {
        switch (relation) {
            case Relation.Aggregate aggregate -> assigned(aggregate.aggregates());
            case Relation.Project project -> assigned(project.assignments());
            case Relation.Join join -> assigned(join.rightColumns());
            case Relation.Expand expand -> assigned(expand.items());
            case Relation.Apply apply -> assigned(apply.items());
            case Relation.TableScan ignored -> {}
            case Relation.Rows ignored -> {}
            case Relation.Range ignored -> {}
            case Relation.External ignored -> {}
            case Relation.FunctionScan ignored -> {}
            case Relation.Filter ignored -> {}
            case Relation.Sort ignored -> {}
            case Relation.Take ignored -> {}
            case Relation.Union ignored -> {}
            case Relation.Parse ignored -> {}
            case Relation.Evaluate ignored -> {}
            case Relation.Other ignored -> {}
            case Relation.Marker ignored -> {}
            case Relation.Unresolved ignored -> {}
        }
    }

    private void assigned(List<Assignment> assignments) {
        for (Assignment assignment : assignments) {
            if (isAggregated(assignment.value())) {
                names.add(assignment.column().name());
            }
        }
    }

    private boolean isAggregated(Scalar scalar) {
        if (scalar instanceof Scalar.AggregateCall) {
            return true;
        }
        if (scalar instanceof Scalar.ColumnRef reference) {
            return names.contains(reference.column().name());
        }
        for (Scalar child : Trees.children(scalar)) {
            if (isAggregated(child)) {
                return true;
            }
        }
        return false;
    }
}
