package dev.kqlift.semantic;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.syntax.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns that an expression sees. Over an open relation a name that is not known becomes a column. */
final class RowScope {
    private static final int WORTH_AN_INDEX = 12;

    /** No rows: the scope of a {@code let} of a scalar. */
    static final RowScope NONE = new RowScope(List.of(), false);

    private final List<Column> columns;
    private final boolean open;
    private final List<Column> inferred = new ArrayList<>(0);
    private boolean wholeWorkspace;
    private @Nullable Map<String, Column> index;
    private Map<String, RowScope> sides = Map.of();
    private Function<String, Optional<Column>> further = name -> Optional.empty();
    private Function<Expression, Optional<RowScope>> elements = expression -> Optional.empty();

    RowScope(List<Column> columns, boolean open) {
        this.columns = columns;
        this.open = open;
    }

    static RowScope of(Relation relation) {
        RowScope scope = new RowScope(relation.columns(), relation.open());
        scope.wholeWorkspace = relation.open() && Inference.readsWholeWorkspace(relation);
        return scope;
    }

    /** Whether the rows are those of all tables, so that a column that is not listed may be of any of them. */
    boolean isWholeWorkspace() {
        return wholeWorkspace;
    }

    /** The scope of a join's condition: {@code $left} and {@code $right} name the sides. */
    static RowScope ofJoin(RowScope left, RowScope right) {
        RowScope scope = new RowScope(List.of(), false);
        scope.sides = Map.of("$left", left, "$right", right);
        return scope;
    }

    /** The scope of a step of {@code scan}: under the name of a step its last row. */
    static RowScope ofSteps(List<Column> columns, Map<String, RowScope> steps) {
        RowScope scope = new RowScope(columns, false);
        scope.sides = steps;
        return scope;
    }

    /**
     * The scope of a graph pattern: each of its elements is a side.
     *
     * @param elements for an expression that stands for several nodes or edges, the columns of one of them
     */
    static RowScope ofPattern(Map<String, RowScope> sides, Function<Expression, Optional<RowScope>> elements) {
        RowScope scope = new RowScope(List.of(), false);
        scope.sides = Map.copyOf(sides);
        scope.elements = elements;
        return scope;
    }

    /** A scope whose columns are made when they are named. */
    static RowScope ofNames(Function<String, Optional<Column>> columns) {
        RowScope scope = new RowScope(List.of(), false);
        scope.further = columns;
        return scope;
    }

    /** The columns of one of the nodes or edges that an expression stands for. */
    Optional<RowScope> elements(Expression expression) {
        return elements.apply(expression);
    }

    Optional<RowScope> side(String name) {
        return Optional.ofNullable(sides.get(name));
    }

    List<Column> columns() {
        return columns;
    }

    boolean isOpen() {
        return open;
    }

    Optional<Column> find(String name) {
        Column found = lookUp(name);
        if (found != null) {
            return Optional.of(found);
        }
        for (Column column : inferred) {
            if (column.name().equals(name)) {
                return Optional.of(column);
            }
        }
        return further.apply(name);
    }

    private @Nullable Column lookUp(String name) {
        if (columns.size() <= WORTH_AN_INDEX) {
            for (Column column : columns) {
                if (column.name().equals(name)) {
                    return column;
                }
            }
            return null;
        }
        Map<String, Column> byName = index;
        if (byName == null) {
            byName = HashMap.newHashMap(columns.size());
            for (Column column : columns) {
                byName.putIfAbsent(column.name(), column);
            }
            index = byName;
        }
        return byName.get(name);
    }

    void infer(Column column) {
        inferred.add(column);
    }

    /** The columns that were made up because the relation is open. */
    List<Column> inferred() {
        return inferred;
    }
}
