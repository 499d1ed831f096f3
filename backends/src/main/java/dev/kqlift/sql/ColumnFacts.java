package dev.kqlift.sql;

import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.mapping.FunctionMapping;
import dev.kqlift.mapping.FunctionTable;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the values of a query's columns come from: out of the query's own literals, or out of a table of the target. The
 * values of a table are known only where its rows are at hand.
 */
final class ColumnFacts {
    /** The mark of a row whose value is one of its arguments. */
    static final List<String> ONE_OF_THE_ARGUMENTS = List.of("arguments");

    private final FunctionTable functions;
    private final TableColumns tables;
    private final Map<DataAssumption, Boolean> standing = new EnumMap<>(DataAssumption.class);
    private final Map<ColumnId, List<Scalar>> definitions = new HashMap<>();
    private final List<Value> constants = new ArrayList<>();

    private ColumnFacts(FunctionTable functions, TableColumns tables) {
        this.functions = functions;
        this.tables = tables;
    }

    static ColumnFacts of(Relation root, FunctionTable functions, TableColumns tables) {
        ColumnFacts facts = new ColumnFacts(functions, tables);
        for (Relation relation : Trees.relations(List.of(root))) {
            facts.define(relation);
            Trees.forEachScalar(relation, facts::collect);
        }
        return facts;
    }

    private void collect(Scalar scalar) {
        if (scalar instanceof Scalar.Constant constant) {
            constants.add(constant.value());
        }
        Trees.forEachChild(scalar, this::collect);
    }

    /** Whether a condition holds for all constants of the query, and for what is known of the tables that it reads. */
    boolean holdsForAll(DataAssumption assumption) {
        return standing.computeIfAbsent(
                assumption,
                condition -> constants.stream().allMatch(condition::holds) && tables.allHold(condition::holds));
    }

    private void define(Relation relation) {
        switch (relation) {
            case Relation.Rows rows -> {
                for (int i = 0; i < rows.columns().size(); i++) {
                    List<Scalar> cells = new ArrayList<>();
                    for (List<Scalar> row : rows.rows()) {
                        cells.add(row.get(i));
                    }
                    definitions.put(rows.columns().get(i).id(), cells);
                }
            }
            case Relation.Range range -> definitions.put(range.column().id(), List.of(range.from(), range.to()));
            case Relation.Project project -> assign(project.assignments());
            case Relation.Aggregate aggregate -> {
                assign(aggregate.keys());
                assign(aggregate.aggregates());
            }
            case Relation.Join join -> assign(join.rightColumns());
            case Relation.Union union -> {
                for (int i = 0; i < union.columns().size(); i++) {
                    define(union, i);
                }
            }
            case Relation.TableScan ignored -> {}
            case Relation.External ignored -> {}
            case Relation.FunctionScan ignored -> {}
            case Relation.Filter ignored -> {}
            case Relation.Sort ignored -> {}
            case Relation.Take ignored -> {}
            case Relation.Expand ignored -> {}
            case Relation.Apply ignored -> {}
            case Relation.Parse ignored -> {}
            case Relation.Evaluate ignored -> {}
            case Relation.Other ignored -> {}
            case Relation.Marker ignored -> {}
            case Relation.Unresolved ignored -> {}
        }
    }

    private void assign(List<Assignment> assignments) {
        assignments.forEach(assignment -> definitions.put(assignment.column().id(), List.of(assignment.value())));
    }

    private void define(Relation.Union union, int place) {
        ColumnId made = union.columns().get(place).id();
        List<Scalar> sources = new ArrayList<>();
        for (Relation.UnionInput input : union.inputs()) {
            Optional<Column> source = input.columns().get(place);
            if (source.isPresent() && source.get().id().equals(made)) {
                return; // Passed on under its own id: what is known of it holds.
            }
            source.ifPresent(column -> sources.add(new Scalar.ColumnRef(column, union.origin())));
        }
        boolean names =
                union.sourceColumn().filter(column -> column.id().equals(made)).isPresent();
        if (!names) {
            definitions.put(made, sources);
        }
    }

    /** The scalars that give a column its values; empty where they stand in a table. */
    Optional<List<Scalar>> definitions(Column column) {
        return Optional.ofNullable(definitions.get(column.id())).or(() -> tables.values(column.id()));
    }

    /** The row of the table for a call. */
    Optional<FunctionMapping.Promise> promise(Scalar scalar) {
        return switch (scalar) {
            case Scalar.Call call -> promise(call.function().name(), call.arguments());
            case Scalar.AggregateCall call -> promise(call.function().name(), call.arguments());
            default -> Optional.empty();
        };
    }

    private Optional<FunctionMapping.Promise> promise(String name, List<Scalar> arguments) {
        return functions
                .mapping(name, arguments.stream().map(Scalar::type).toList())
                .flatMap(FunctionMapping::promised);
    }

    /** True for a call that returns one of its arguments as it is. */
    boolean passes(Scalar scalar) {
        return promise(scalar)
                .filter(promise -> promise.within().equals(ONE_OF_THE_ARGUMENTS))
                .isPresent();
    }

    /**
     * What is known of the values of an expression.
     *
     * @param literals the constants of the query that may become its value
     * @param complete true when it can have no other value
     * @param fromTable true when a table's value may be in it
     */
    record Known(List<Value> literals, boolean complete, boolean fromTable) {}

    Known known(Scalar scalar) {
        Collector collector = new Collector();
        collector.visit(scalar);
        return new Known(collector.literals, collector.complete, collector.fromTable);
    }

    private final class Collector {
        private final List<Value> literals = new ArrayList<>();
        private final Set<ColumnId> seen = new HashSet<>();
        private boolean complete = true;
        private boolean fromTable;

        void visit(Scalar scalar) {
            switch (scalar) {
                case Scalar.Constant constant -> literals.add(constant.value());
                case Scalar.ColumnRef reference -> column(reference.column());
                case Scalar.Member member -> step(member.target(), value -> member(value, member.name()));
                case Scalar.Element element -> step(element.target(), value -> element(value, element.index()));
                case Scalar.Subquery subquery ->
                    subquery.relation().columns().stream().limit(1).forEach(this::column);
                default -> {
                    if (passes(scalar)) {
                        // A condition among the arguments is no value.
                        Trees.children(scalar).stream()
                                .filter(child -> child.type() == scalar.type())
                                .forEach(this::visit);
                    } else {
                        complete = false;
                        fromTable |= readsTable(scalar, new HashSet<>(seen));
                    }
                }
            }
        }

        private void column(Column column) {
            Optional<List<Scalar>> sources = definitions(column);
            if (sources.isEmpty()) {
                complete = false;
                fromTable = true;
            } else if (seen.add(column.id())) {
                sources.get().forEach(this::visit);
            }
        }

        private void step(Scalar target, java.util.function.Function<Value, Optional<Value>> step) {
            Collector below = new Collector();
            below.seen.addAll(seen);
            below.visit(target);
            complete &= below.complete;
            fromTable |= below.fromTable;
            for (Value value : below.literals) {
                step.apply(value).ifPresentOrElse(literals::add, () -> complete &= !(value instanceof Value.Array));
            }
        }
    }

    private static Optional<Value> member(Value value, String name) {
        return value instanceof Value.Bag bag
                ? Optional.ofNullable(bag.entries().get(name))
                : Optional.empty();
    }

    private static Optional<Value> element(Value value, Scalar index) {
        if (SqlForms.text(index).isPresent()) {
            return member(value, SqlForms.text(index).get());
        }
        if (value instanceof Value.Array array && SqlForms.number(index).isPresent()) {
            long place = SqlForms.number(index).get();
            long from = place < 0 ? array.items().size() + place : place;
            return from >= 0 && from < array.items().size()
                    ? Optional.of(array.items().get((int) from))
                    : Optional.of(new Value.Null(dev.kqlift.types.KqlType.DYNAMIC));
        }
        return Optional.empty();
    }

    private boolean readsTable(Scalar scalar, Set<ColumnId> seen) {
        if (scalar instanceof Scalar.ColumnRef reference) {
            return readsTable(reference.column(), seen);
        }
        if (Trees.subquery(scalar).isPresent()) {
            Optional<Column> first =
                    Trees.subquery(scalar).get().columns().stream().findFirst();
            return first.isEmpty() || readsTable(first.get(), seen);
        }
        return Trees.children(scalar).stream().anyMatch(child -> readsTable(child, seen));
    }

    private boolean readsTable(Column column, Set<ColumnId> seen) {
        Optional<List<Scalar>> sources = definitions(column);
        return sources.isEmpty()
                || seen.add(column.id()) && sources.get().stream().anyMatch(source -> readsTable(source, seen));
    }

    /** True for an array whose order KQL leaves open. */
    boolean unordered(Scalar scalar) {
        return unordered(scalar, new HashSet<>());
    }

    private boolean unordered(Scalar scalar, Set<ColumnId> seen) {
        if (scalar instanceof Scalar.ColumnRef reference) {
            return seen.add(reference.column().id())
                    && definitions(reference.column()).orElse(List.of()).stream()
                            .anyMatch(source -> unordered(source, seen));
        }
        if (promise(scalar).filter(FunctionMapping.Promise::unordered).isPresent()) {
            return true;
        }
        if (Trees.subquery(scalar).isPresent()) {
            return Trees.subquery(scalar).get().columns().stream()
                    .limit(1)
                    .anyMatch(column -> unordered(new Scalar.ColumnRef(column, scalar.origin()), seen));
        }
        return scalar.type() == dev.kqlift.types.KqlType.DYNAMIC
                && Trees.children(scalar).stream().anyMatch(child -> unordered(child, seen));
    }
}
