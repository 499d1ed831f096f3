package dev.kqlift.evaluation;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Relation;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;

/** Tables of the nodes and edges of graphs. */
final class GraphTables {
    private final RelationEvaluator evaluator;
    private final EvaluationContext context;
    private final Relation.Other other;

    GraphTables(Relation.Other other, RelationEvaluator evaluator) {
        this.other = other;
        this.evaluator = evaluator;
        this.context = evaluator.context();
    }

    private RowSet input(int place) {
        return evaluator.evaluate(other.inputs().get(place));
    }

    /** The nodes of a graph that is given edges alone. */
    RowSet ends(OperatorMeaning.EndNodes meaning) {
        List<List<Value>> rows = new ArrayList<>();
        for (Value id : GraphData.ends(meaning.source(), meaning.target(), input(0), context)) {
            rows.add(other.columns().isEmpty() ? List.of() : List.of(id));
        }
        return new RowSet(other.columns(), rows, false);
    }

    /** The nodes with the number of their component. */
    RowSet marked(OperatorMeaning.MarkComponents meaning) {
        RowSet nodes = input(0);
        List<Integer> components = GraphData.of(meaning.graph(), input(1), nodes, context, other.origin())
                .components();
        List<List<Value>> rows = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            List<Value> row = new ArrayList<>();
            for (Column column : other.columns()) {
                row.add(
                        column.equals(meaning.component())
                                ? new Value.Whole(components.get(i), KqlType.LONG)
                                : nodes.row(i).value(column.id()).orElseThrow());
            }
            rows.add(row);
        }
        return new RowSet(other.columns(), rows, false);
    }

    /** The nodes or edges, with the hashes of the nodes where they are asked for. */
    RowSet table(OperatorMeaning.GraphTable meaning) {
        RowSet rows = input(0);
        RowSet edges = meaning.edges() ? rows : input(1);
        RowSet nodes = meaning.edges() ? input(1) : rows;
        GraphData graph = GraphData.of(meaning.graph(), edges, nodes, context, other.origin());
        List<List<Value>> table = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            List<Value> row = new ArrayList<>();
            if (meaning.source().isPresent()) {
                row.add(hash(graph.ids().get(graph.sources().get(i))));
            }
            if (meaning.target().isPresent()) {
                row.add(hash(graph.ids().get(graph.targets().get(i))));
            }
            if (meaning.node().isPresent()) {
                row.add(hash(graph.ids().get(i)));
            }
            for (Column column :
                    other.columns().subList(row.size(), other.columns().size())) {
                row.add(rows.row(i).value(column.id()).orElseThrow());
            }
            table.add(row);
        }
        return new RowSet(other.columns(), table, false);
    }

    /** The engine identifies a node by the hash of its id. */
    private Value hash(Value id) {
        if (!(id instanceof Value.Text)) {
            throw Refusals.construct("the hash of a node whose id is no text is not evaluated", other.origin());
        }
        CallSite site = new CallSite("hash", KqlType.LONG, List.of(KqlType.STRING), other.origin(), context);
        return ScalarFunctions.find("hash").orElseThrow().apply(site, List.of(id));
    }
}
