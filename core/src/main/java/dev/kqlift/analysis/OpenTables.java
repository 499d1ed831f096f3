package dev.kqlift.analysis;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Tells from which tables a name comes that no schema states: it is first read, or passed on, by a relation whose input
 * is open. Where both sides of a join are open, the table stays unknown.
 */
final class OpenTables {
    private final Map<Relation, List<String>> tables = new IdentityHashMap<>();
    private final BiConsumer<Column, ColumnMaker> found;

    /**
     * @param found takes each column that a relation over open tables reads or states; the first maker of a column counts
     */
    OpenTables(BiConsumer<Column, ColumnMaker> found) {
        this.found = found;
    }

    /** Hands over the columns; inputs stand before the relations that read them. */
    void names(List<Relation> relations) {
        for (Relation relation : relations) {
            List<String> below = below(relation);
            tables.put(relation, relation.open() ? own(relation, below) : List.of());
            if (!below.isEmpty()) {
                Trees.forEachScalar(relation, scalar -> names(scalar, below));
                for (Column column : relation.columns()) {
                    name(column, below);
                }
            }
        }
    }

    private void names(Scalar scalar, List<String> below) {
        if (scalar instanceof Scalar.ColumnRef reference) {
            name(reference.column(), below);
        } else {
            Trees.forEachChild(scalar, child -> names(child, below));
        }
    }

    private void name(Column column, List<String> below) {
        found.accept(column, new ColumnMaker.OfOpenTables(below, column.name()));
    }

    private static List<String> own(Relation relation, List<String> below) {
        return relation instanceof Relation.TableScan scan ? List.of(scan.table()) : below;
    }

    /** The open tables whose further columns reach a relation. */
    private List<String> below(Relation relation) {
        return switch (relation) {
            case Relation.TableScan ignored -> List.of();
            case Relation.Rows ignored -> List.of();
            case Relation.Range ignored -> List.of();
            case Relation.External ignored -> List.of();
            case Relation.FunctionScan ignored -> List.of();
            case Relation.Unresolved ignored -> List.of();
            case Relation.Filter filter -> of(filter.input());
            case Relation.Project project -> of(project.input());
            case Relation.Aggregate aggregate -> of(aggregate.input());
            case Relation.Sort sort -> of(sort.input());
            case Relation.Take take -> of(take.input());
            case Relation.Join join -> {
                List<String> left = of(join.left());
                List<String> right = of(join.right());
                yield left.isEmpty() ? right : right.isEmpty() ? left : List.of();
            }
            case Relation.Union union -> {
                List<String> all = new ArrayList<>();
                for (Relation.UnionInput input : union.inputs()) {
                    for (String table : of(input.relation())) {
                        if (!all.contains(table)) {
                            all.add(table);
                        }
                    }
                }
                yield all;
            }
            case Relation.Expand expand -> of(expand.input());
            case Relation.Apply apply -> of(apply.input());
            case Relation.Parse parse -> of(parse.input());
            case Relation.Evaluate evaluate -> of(evaluate.input());
            case Relation.Other other ->
                other.inputs().size() == 1 ? of(other.inputs().getFirst()) : List.of();
            case Relation.Marker marker -> of(marker.input());
        };
    }

    private List<String> of(Relation relation) {
        return tables.getOrDefault(relation, List.of());
    }
}
