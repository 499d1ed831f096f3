package dev.kqlift.evaluation;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Relation;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * {@code graph-match}: every way to lay the pattern over the graph. Of a path a column holds the array of the values along
 * it, which {@link PathCalls} takes apart. Behind the columns that expressions name stand the {@link #HIDDEN} ones and the
 * length of each edge of the pattern.
 */
final class GraphMatching {
    /** Whether the engine's rules on cycles decide about a match, which they do not tell for all patterns. */
    static final Column DOUBTFUL = new Column(new ColumnId(-2), "", KqlType.BOOL);

    static final Column FIRST_NODE = new Column(new ColumnId(-3), "", KqlType.LONG);
    static final Column LAST_NODE = new Column(new ColumnId(-4), "", KqlType.LONG);

    private static final List<Column> HIDDEN = List.of(DOUBTFUL, FIRST_NODE, LAST_NODE);

    private final OperatorMeaning.GraphMatch match;
    private final Relation.Other other;
    private final GraphData graph;
    private final Budget budget;
    private final Map<String, Integer> nodes = new HashMap<>();
    private final Map<String, Path> paths = new LinkedHashMap<>();
    private final List<List<Value>> rows = new ArrayList<>();

    /** Edges one after the other and the nodes between them. */
    private record Path(List<Integer> edges, List<Integer> inner) {}

    GraphMatching(OperatorMeaning.GraphMatch match, Relation.Other other, RelationEvaluator evaluator) {
        this.match = match;
        this.other = other;
        this.budget = evaluator.budget();
        this.graph = GraphData.of(
                match.graph(),
                evaluator.evaluate(other.inputs().get(0)),
                evaluator.evaluate(other.inputs().get(1)),
                evaluator.context(),
                other.origin());
    }

    /** The hidden column with the length of an edge of the pattern. */
    static Column length(int edge) {
        return new Column(new ColumnId(-5 - edge), "", KqlType.LONG);
    }

    RowSet evaluate() {
        extend(0);
        List<Column> columns = new ArrayList<>(other.columns());
        columns.addAll(HIDDEN);
        for (int i = 0; i < match.edges().size(); i++) {
            columns.add(length(i));
        }
        return new RowSet(columns, rows, false);
    }

    /** Lays this edge of the pattern and those behind it. */
    private void extend(int place) {
        if (place == match.edges().size()) {
            emit();
            return;
        }
        OperatorMeaning.PatternEdge edge = match.edges().get(place);
        Integer bound = nodes.get(edge.left());
        for (int node = 0; node < graph.ids().size(); node++) {
            if (bound == null || bound == node) {
                nodes.put(edge.left(), node);
                walk(place, node, new ArrayList<>(), new ArrayList<>());
            }
        }
        if (bound == null) {
            nodes.remove(edge.left());
        }
    }

    private void walk(int place, int node, List<Integer> edges, List<Integer> inner) {
        OperatorMeaning.PatternEdge pattern = match.edges().get(place);
        budget.spend(1, other.origin());
        if (edges.size() >= pattern.least()) {
            arrive(place, node, edges, inner);
        }
        if (edges.size() == pattern.most()) {
            return;
        }
        if (!edges.isEmpty()) {
            inner.add(node);
        }
        for (int edge = 0; edge < graph.sources().size(); edge++) {
            if (match.repeats() || !edges.contains(edge)) {
                boolean forward = pattern.forward() && graph.sources().get(edge) == node;
                boolean backward = pattern.backward() && graph.targets().get(edge) == node;
                edges.add(edge);
                if (forward) {
                    walk(place, graph.targets().get(edge), edges, inner);
                }
                if (backward
                        && !(forward
                                && graph.targets()
                                        .get(edge)
                                        .equals(graph.sources().get(edge)))) {
                    walk(place, graph.sources().get(edge), edges, inner);
                }
                edges.removeLast();
            }
        }
        if (!edges.isEmpty()) {
            inner.removeLast();
        }
    }

    private void arrive(int place, int node, List<Integer> edges, List<Integer> inner) {
        OperatorMeaning.PatternEdge pattern = match.edges().get(place);
        Integer bound = nodes.get(pattern.right());
        if (bound != null && bound != node) {
            return;
        }
        nodes.put(pattern.right(), node);
        paths.put(pattern.name(), new Path(List.copyOf(edges), List.copyOf(inner)));
        extend(place + 1);
        paths.remove(pattern.name());
        if (bound == null) {
            nodes.remove(pattern.right());
        }
    }

    // ---- a match as a row

    /** The node that stands for a name of the pattern; each has one when a match is whole. */
    private int node(String name) {
        return Objects.requireNonNull(nodes.get(name), name);
    }

    private void emit() {
        budget.spend(1, other.origin());
        List<Value> row = new ArrayList<>();
        for (OperatorMeaning.PatternColumn column : match.columns()) {
            row.add(value(column));
        }
        row.add(Logic.of(doubtful()));
        row.add(whole(node(match.edges().getFirst().left())));
        row.add(whole(node(match.edges().getLast().right())));
        for (OperatorMeaning.PatternEdge edge : match.edges()) {
            row.add(whole(path(edge.name()).edges().size()));
        }
        rows.add(row);
    }

    private static Value whole(long number) {
        return new Value.Whole(number, KqlType.LONG);
    }

    private Path path(String edge) {
        Path path = paths.get(edge);
        return path == null ? new Path(List.of(), List.of()) : path;
    }

    private Value value(OperatorMeaning.PatternColumn column) {
        return switch (column.part()) {
            case ONE -> {
                Integer node = nodes.get(column.element());
                yield node != null
                        ? value(graph.nodes(), node, column.of())
                        : value(graph.edges(), path(column.element()).edges().getFirst(), column.of());
            }
            case EACH_EDGE -> values(graph.edges(), path(column.element()).edges(), column.of());
            case EACH_INNER_NODE -> values(graph.nodes(), path(column.element()).inner(), column.of());
            case WHOLE -> throw Refusals.construct("a path is no value", other.origin());
        };
    }

    private static Value value(RowSet rows, int place, Column column) {
        return rows.row(place).value(column.id()).orElseThrow();
    }

    private static Value values(RowSet rows, List<Integer> places, Column column) {
        List<Value> values = new ArrayList<>(places.size());
        places.forEach(place -> values.add(value(rows, place, column)));
        return new Value.Array(values);
    }

    /** An edge that stands at two places, a loop that has no direction, or a shortest path that meets a node twice. */
    private boolean doubtful() {
        Set<Integer> seen = new HashSet<>();
        boolean doubtful = false;
        for (OperatorMeaning.PatternEdge pattern : match.edges()) {
            for (int edge : path(pattern.name()).edges()) {
                boolean loop = graph.sources().get(edge).equals(graph.targets().get(edge));
                doubtful |= !seen.add(edge) && !match.repeats() || loop && pattern.forward() && pattern.backward();
            }
        }
        return doubtful || match.shortest() != OperatorMeaning.ShortestPaths.NOT_ASKED && meetsNodeTwice();
    }

    private boolean meetsNodeTwice() {
        OperatorMeaning.PatternEdge pattern = match.edges().getFirst();
        Set<Integer> met = new HashSet<>(path(pattern.name()).inner());
        int ends = (met.add(nodes.getOrDefault(pattern.left(), -1)) ? 1 : 0)
                + (met.add(nodes.getOrDefault(pattern.right(), -1)) ? 1 : 0);
        return met.size() - ends != path(pattern.name()).inner().size() || ends < 2;
    }
}
