package dev.kqlift.evaluation;

import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph: nodes and edges are numbered in the order of their rows.
 *
 * @param sources for each edge the node that it leads from
 * @param targets for each edge the node that it leads to
 * @param ids what identifies each node
 */
record GraphData(RowSet edges, RowSet nodes, List<Integer> sources, List<Integer> targets, List<Value> ids) {
    /** The graph that a query makes of edges and nodes. Refuses nodes of which the query does not tell enough. */
    static GraphData of(
            OperatorMeaning.MakeGraph graph, RowSet edges, RowSet nodes, EvaluationContext context, Origin origin) {
        Map<RowKey, Integer> known = new LinkedHashMap<>();
        List<Value> ids = new ArrayList<>();
        if (graph.nodeId().isPresent()) {
            Scalar id = graph.nodeId().get();
            demandOneType(graph, id.type(), origin);
            for (int i = 0; i < nodes.size(); i++) {
                Value value = id(id, nodes.row(i), context);
                if (known.putIfAbsent(RowKey.of(List.of(value)), i) != null) {
                    throw Refusals.construct("two rows of the nodes have one id", id.origin());
                }
                ids.add(value);
            }
        } else {
            ids.addAll(ends(graph.source(), graph.target(), edges, context));
            for (int i = 0; i < ids.size(); i++) {
                known.put(RowKey.of(List.of(ids.get(i))), i);
            }
        }
        demandOneType(graph, graph.source().type(), origin);
        return new GraphData(
                edges,
                nodes,
                places(graph.source(), edges, known, context),
                places(graph.target(), edges, known, context),
                ids);
    }

    /** What edges lead from and to, each once, in the order in which the edges name them. */
    static List<Value> ends(Scalar source, Scalar target, RowSet edges, EvaluationContext context) {
        Map<RowKey, Value> ends = new LinkedHashMap<>();
        for (int i = 0; i < edges.size(); i++) {
            for (Scalar end : List.of(source, target)) {
                Value value = id(end, edges.row(i), context);
                ends.putIfAbsent(RowKey.of(List.of(value)), value);
            }
        }
        return List.copyOf(ends.values());
    }

    private static void demandOneType(OperatorMeaning.MakeGraph graph, KqlType type, Origin origin) {
        if (graph.source().type() != type || graph.target().type() != type) {
            throw Refusals.construct("the ids of nodes are of several types", origin);
        }
    }

    private static Value id(Scalar scalar, Row row, EvaluationContext context) {
        Value value = ScalarEvaluator.evaluate(scalar, row, context);
        if (Nulls.isNull(value) || value instanceof Value.Text(var text) && text.isEmpty()) {
            throw Refusals.construct("a node without an id is not evaluated", scalar.origin());
        }
        return value;
    }

    private static List<Integer> places(
            Scalar end, RowSet edges, Map<RowKey, Integer> known, EvaluationContext context) {
        List<Integer> places = new ArrayList<>(edges.size());
        for (int i = 0; i < edges.size(); i++) {
            Integer place = known.get(RowKey.of(List.of(id(end, edges.row(i), context))));
            if (place == null) {
                throw Refusals.construct("an edge leads to a node that has no row", end.origin());
            }
            places.add(place);
        }
        return places;
    }

    /** For each node the number of its component, in the order of the first node of each. */
    List<Integer> components() {
        int[] parents = new int[ids.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i;
        }
        for (int i = 0; i < sources.size(); i++) {
            int one = root(parents, sources.get(i));
            int other = root(parents, targets.get(i));
            parents[Math.max(one, other)] = Math.min(one, other);
        }
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        List<Integer> components = new ArrayList<>(parents.length);
        for (int i = 0; i < parents.length; i++) {
            int root = root(parents, i);
            numbers.putIfAbsent(root, numbers.size());
            components.add(numbers.get(root));
        }
        return components;
    }

    private static int root(int[] parents, int node) {
        int root = node;
        while (parents[root] != root) {
            root = parents[root];
        }
        return root;
    }
}
