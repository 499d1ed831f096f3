package dev.kqlift.evaluation;

import dev.kqlift.catalog.FileProfile;
import dev.kqlift.catalog.WorkspaceFunctions;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What a whole query reads: which of its sources are no tables, and which columns its answer may depend on. */
final class QueryReads {
    private final Set<String> sources = new HashSet<>();
    private final Set<ColumnId> columns = new HashSet<>();
    private final Set<Scalar> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean everyColumn;

    private QueryReads() {}

    static QueryReads of(BoundQuery query) {
        QueryReads reads = new QueryReads();
        List<Relation> roots = new ArrayList<>(query.unusedRelations());
        query.relation().ifPresent(roots::add);
        query.scalar().ifPresent(scalar -> {
            reads.read(scalar);
            roots.addAll(Trees.relations(scalar));
        });
        roots.forEach(root -> reads.readAll(root.columns()));
        Trees.relations(roots).forEach(reads::read);
        return reads;
    }

    /** Whether data of a name are not those of a table, so that no pattern over the names of tables means them. */
    boolean isNoTable(String name) {
        return sources.contains(name)
                || FileProfile.FUNCTION.equals(name)
                || WorkspaceFunctions.builtIn().find(name).isPresent();
    }

    /** Whether the answer may depend on the values of a column. */
    boolean reads(Column column) {
        return everyColumn || columns.contains(column.id());
    }

    private void read(Relation relation) {
        if (!(relation instanceof Relation.Rows)) {
            Trees.forEachScalar(relation, this::read);
        }
        switch (relation) {
            case Relation.FunctionScan scan -> sources.add(RelationEvaluator.dataName(scan));
            case Relation.External external -> sources.addAll(external.locations());
            case Relation.Union union ->
                union.inputs().forEach(input -> input.columns().forEach(column -> column.ifPresent(this::read)));
            // What these read of their input, their arguments need not tell.
            case Relation.Evaluate evaluate -> readAll(evaluate.input().columns());
            case Relation.Other other -> {
                if (!(other.meaning() instanceof OperatorMeaning.Invocation)) {
                    other.inputs().forEach(input -> readAll(input.columns()));
                }
            }
            case Relation.TableScan ignored -> {}
            case Relation.Rows ignored -> {}
            case Relation.Range ignored -> {}
            case Relation.Unresolved ignored -> {}
            case Relation.Filter ignored -> {}
            case Relation.Project ignored -> {}
            case Relation.Aggregate ignored -> {}
            case Relation.Sort ignored -> {}
            case Relation.Take ignored -> {}
            case Relation.Join ignored -> {}
            case Relation.Expand ignored -> {}
            case Relation.Apply apply -> apply.key().ifPresent(this::read);
            case Relation.Parse ignored -> {}
            case Relation.Marker ignored -> {}
        }
    }

    private void read(Column column) {
        columns.add(column.id());
    }

    private void readAll(List<Column> all) {
        all.forEach(this::read);
    }

    private void read(Scalar scalar) {
        if (!seen.add(scalar)) {
            return;
        }
        if (scalar instanceof Scalar.ColumnRef(var column, var origin)) {
            read(column);
        } else if (scalar instanceof Scalar.AnyColumn) {
            everyColumn = true;
        }
        // The rows of a sub-query are read through its columns, which nothing names.
        Trees.subquery(scalar).ifPresent(relation -> readAll(relation.columns()));
        Trees.forEachChild(scalar, this::read);
    }
}
