package dev.kqlift.semantic;

import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Relation;
import dev.kqlift.source.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A relation that is a graph. It has no columns of its own: its inputs are the edges and the nodes, and what reads it says
 * of which of them a column is.
 */
record Graph(Relation.Other relation) {
    /** The relation as a graph; empty for a table. */
    static Optional<Graph> of(Relation relation) {
        return switch (relation) {
            case Relation.Marker marker -> of(marker.input());
            case Relation.Other other
            when isGraphOperator(other.operator()) && other.inputs().size() == 2 -> Optional.of(new Graph(other));
            default -> Optional.empty();
        };
    }

    private static boolean isGraphOperator(String operator) {
        return switch (operator) {
            case "make-graph", "graph-where-nodes", "graph-where-edges", "graph-mark-components" -> true;
            default -> false;
        };
    }

    /** The graph that an operator makes of edges and nodes. */
    static Graph of(String operator, Relation edges, Relation nodes, OperatorMeaning meaning, Origin origin) {
        return new Graph(new Relation.Other(
                operator, List.of(edges, nodes), List.of(), List.of(), List.of(), false, meaning, origin));
    }

    /** How it was made, where that is spelt out. */
    OperatorMeaning meaning() {
        return relation.meaning();
    }

    Relation edges() {
        return relation.inputs().get(0);
    }

    Relation nodes() {
        return relation.inputs().get(1);
    }

    /** This graph with columns of its edges and nodes that were inferred from their use. */
    Graph knowing(RowScope edgeRow, RowScope nodeRow) {
        return of(
                relation.operator(),
                Inference.add(edges(), edgeRow.inferred()),
                Inference.add(nodes(), nodeRow.inferred()),
                relation.meaning(),
                relation.origin());
    }
}
