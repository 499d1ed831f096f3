package dev.kqlift.semantic;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds columns that were inferred from their use to the open relation that they must come from. */
final class Inference {
    private Inference() {}

    /** Whether an open relation takes its rows from every table: {@code union *}, {@code search}. */
    static boolean readsWholeWorkspace(Relation relation) {
        Relation source = relation;
        while (true) {
            switch (source) {
                case Relation.Unresolved(var text, var columns, var origin) -> {
                    return TableBinder.EVERY_TABLE.equals(text);
                }
                case Relation.Filter filter -> source = filter.input();
                case Relation.Sort sort -> source = sort.input();
                case Relation.Take take -> source = take.input();
                case Relation.Marker marker -> source = marker.input();
                case Relation.Project project -> source = project.input();
                case Relation.Union union
                when union.inputs().size() == 1 ->
                    source = union.inputs().get(0).relation();
                case Relation.Other other
                when "search".equals(other.operator()) ->
                    source = other.inputs().get(0);
                default -> {
                    return false;
                }
            }
        }
    }

    /** The relation with these columns behind its own; the relation itself where there are none. */
    static Relation add(Relation relation, List<Column> inferred) {
        if (inferred.isEmpty()) {
            return relation;
        }
        List<Column> columns = new ArrayList<>(relation.columns());
        columns.addAll(inferred);
        return switch (relation) {
            case Relation.TableScan scan -> new Relation.TableScan(scan.table(), columns, scan.open(), scan.origin());
            case Relation.FunctionScan scan ->
                new Relation.FunctionScan(
                        scan.function(), scan.arguments(), scan.argumentNames(), columns, scan.open(), scan.origin());
            case Relation.Unresolved(var text, var old, var origin) -> new Relation.Unresolved(text, columns, origin);
            case Relation.Filter(var input, var predicate, var origin) ->
                new Relation.Filter(add(input, inferred), predicate, origin);
            case Relation.Sort(var input, var keys, var origin) ->
                new Relation.Sort(add(input, inferred), keys, origin);
            case Relation.Take(var input, var kind, var count, var origin) ->
                new Relation.Take(add(input, inferred), kind, count, origin);
            case Relation.Marker(var input, var operator, var origin) ->
                new Relation.Marker(add(input, inferred), operator, origin);
            case Relation.Project(var input, var kind, var assignments, var old, var open, var origin)
            when input.open() -> new Relation.Project(add(input, inferred), kind, assignments, columns, open, origin);
            case Relation.Expand(var input, var items, var rule, var old, var open, var origin)
            when input.open() -> new Relation.Expand(add(input, inferred), items, rule, columns, open, origin);
            case Relation.Parse(
                    var input,
                    var operator,
                    var text,
                    var pattern,
                    var captured,
                    var old,
                    var open,
                    var origin)
            when input.open() ->
                new Relation.Parse(add(input, inferred), operator, text, pattern, captured, columns, open, origin);
            case Relation.Join join
            when join.left().open() && !join.kind().rightColumnsOnly() ->
                new Relation.Join(
                        join.kind(),
                        join.lookup(),
                        add(join.left(), inferred),
                        join.right(),
                        join.conditions(),
                        join.rightColumns(),
                        columns,
                        join.open(),
                        join.origin());
            case Relation.Union union -> {
                List<Relation.UnionInput> inputs =
                        new ArrayList<>(union.inputs().size());
                for (Relation.UnionInput input : union.inputs()) {
                    List<Optional<Column>> given = new ArrayList<>(input.columns());
                    inferred.forEach(column -> given.add(Optional.empty()));
                    inputs.add(new Relation.UnionInput(input.relation(), given, input.name()));
                }
                yield new Relation.Union(
                        inputs, union.fuzzy(), union.sourceColumn(), columns, union.open(), union.origin());
            }
            case Relation.Project ignored -> other(relation, inferred, columns);
            case Relation.Expand ignored -> other(relation, inferred, columns);
            case Relation.Parse ignored -> other(relation, inferred, columns);
            case Relation.Join ignored -> other(relation, inferred, columns);
            case Relation.Rows ignored -> other(relation, inferred, columns);
            case Relation.Range ignored -> other(relation, inferred, columns);
            case Relation.External ignored -> other(relation, inferred, columns);
            case Relation.Aggregate ignored -> other(relation, inferred, columns);
            case Relation.Apply ignored -> other(relation, inferred, columns);
            case Relation.Evaluate ignored -> other(relation, inferred, columns);
            case Relation.Other ignored -> other(relation, inferred, columns);
        };
    }

    private static Relation other(Relation relation, List<Column> inferred, List<Column> columns) {
        return new Relation.Other("open", List.of(relation), List.of(), inferred, columns, true, relation.origin());
    }
}
