package dev.kqlift.ir;

import java.util.List;
import java.util.Optional;

/** What an operator of {@link Relation.Other} does, where that is spelt out. */
public sealed interface OperatorMeaning {
    /** Not spelt out. */
    record Unstated() implements OperatorMeaning {}

    /**
     * {@code make-series}: arrays over a grid of steps, one row for each combination of keys.
     *
     * @param keys new columns
     * @param series new columns of arrays, each with the aggregate over one step and the value of a step without rows
     * @param axis the new column of the steps, and the value that is put on the grid
     * @param rangeEndIncluded whether {@code to} is itself a step, as in {@code in range(from, to, step)}
     */
    record MakeSeries(
            List<Assignment> keys,
            List<Series> series,
            Assignment axis,
            Optional<Scalar> from,
            Optional<Scalar> to,
            Optional<Scalar> step,
            boolean nonEmpty,
            boolean rangeEndIncluded)
            implements OperatorMeaning {
        public MakeSeries {
            keys = List.copyOf(keys);
            series = List.copyOf(series);
        }
    }

    /** A column of {@link MakeSeries}. */
    record Series(Assignment aggregate, Optional<Scalar> otherwise) {}

    /** {@code top-nested}: for each group of a level the values of the next that come first. */
    record TopNested(List<Level> levels) implements OperatorMeaning {
        public TopNested {
            levels = List.copyOf(levels);
        }
    }

    /**
     * A level of {@link TopNested}.
     *
     * @param count how many values; all where it is absent
     * @param others the value that stands for the rest, where the query gives one
     */
    record Level(Optional<Scalar> count, Assignment of, Optional<Scalar> others, Assignment by, boolean ascending) {}

    /** {@code top-hitters count of value [by weight]}. */
    record TopHitters(Scalar count, Assignment of, Column counted, Optional<Scalar> by) implements OperatorMeaning {}

    /** {@code sample-distinct count of value}. */
    record SampleDistinct(Scalar count, Assignment of) implements OperatorMeaning {}

    /**
     * {@code scan}: a machine of states that runs over ordered rows.
     *
     * @param order the order in which it runs; empty where the rows have one already
     * @param partition what rows have in common that one machine runs over
     * @param declared the columns that it adds, with their first values
     * @param matchId the column with the number of the match
     */
    record Scan(
            List<Relation.SortKey> order,
            List<Scalar> partition,
            List<Assignment> declared,
            List<Step> steps,
            Optional<Column> matchId)
            implements OperatorMeaning {
        public Scan {
            order = List.copyOf(order);
            partition = List.copyOf(partition);
            declared = List.copyOf(declared);
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step of {@link Scan}.
     *
     * @param output which of the rows that the step takes are part of the result: {@code all}, {@code last}, {@code none}
     * @param state the columns under which conditions read the last row of this step, each that of an input column or of a
     *     declared one
     * @param assignments values of declared columns; the column is the declared one
     */
    record Step(
            String name,
            boolean optional,
            String output,
            List<StateColumn> state,
            Scalar condition,
            List<Assignment> assignments) {
        public Step {
            state = List.copyOf(state);
            assignments = List.copyOf(assignments);
        }
    }

    /** A column of the last row of a step of {@link Scan}, and the column of the rows that it is. */
    record StateColumn(Column state, Column of) {}

    /**
     * {@code find}: the rows that the predicate takes of the tables that have one of its columns.
     *
     * @param table the new column with the name of the table
     * @param packed the new column with what the others do not hold
     */
    record Find(Column table, Optional<Column> packed) implements OperatorMeaning {}

    /** {@code search}: the rows that the predicate takes, with the name of their table before them. */
    record Search(Column table, boolean overPipe) implements OperatorMeaning {}

    /**
     * {@code make-graph}: inputs are the edges and the nodes.
     *
     * @param nodeId what identifies a row of the nodes; where it is absent they are what the edges lead from and to, in the
     *     order in which the edges name them
     */
    record MakeGraph(Scalar source, Scalar target, Optional<Scalar> nodeId) implements OperatorMeaning {}

    /** The nodes of a graph without a table of nodes: what the edges lead from and to, each once. */
    record EndNodes(Scalar source, Scalar target) implements OperatorMeaning {}

    /** {@code graph-mark-components}: inputs are the nodes and the edges, the result is the nodes. */
    record MarkComponents(MakeGraph graph, Column component) implements OperatorMeaning {}

    /**
     * {@code graph-to-table}: inputs are the rows that the result has and the other rows of the graph.
     *
     * @param source the new column with the hash of the node that an edge leads from
     * @param target the same of the node that it leads to
     * @param node the new column with the hash of a node
     */
    record GraphTable(
            MakeGraph graph, boolean edges, Optional<Column> source, Optional<Column> target, Optional<Column> node)
            implements OperatorMeaning {}

    /**
     * {@code graph-match} and {@code graph-shortest-paths}: inputs are the edges and the nodes.
     *
     * @param edges the edges of the pattern, those of one sequence after the other
     * @param columns what expressions name of the elements
     * @param repeats whether a path may run over an edge twice
     * @param shortest which of the paths between two nodes are taken
     */
    record GraphMatch(
            MakeGraph graph,
            List<PatternEdge> edges,
            List<PatternColumn> columns,
            boolean repeats,
            ShortestPaths shortest)
            implements OperatorMeaning {
        public GraphMatch {
            edges = List.copyOf(edges);
            columns = List.copyOf(columns);
        }
    }

    /** Which of the matches of {@link GraphMatch} are taken: all, or of each pair of nodes a shortest one or all of those. */
    enum ShortestPaths {
        NOT_ASKED,
        ANY,
        ALL
    }

    /**
     * An edge of {@link GraphMatch} with the nodes at its ends, from left to right.
     *
     * @param name the name that the query or the binder gives it
     * @param forward whether it may lead from left to right
     * @param backward whether it may lead from right to left
     * @param most how many edges it stands for at most
     */
    record PatternEdge(
            String name,
            String left,
            String right,
            boolean forward,
            boolean backward,
            boolean variableLength,
            int least,
            int most) {}

    /** A column of {@link GraphMatch}, and the column of the nodes or edges that it is. */
    record PatternColumn(Column column, Column of, String element, PatternPart part) {}

    /** What of an element a {@link PatternColumn} tells. */
    enum PatternPart {
        /** The one node or edge. */
        ONE,
        /** Each edge of a path, one after the other. */
        EACH_EDGE,
        /** Each node between the edges of a path, one after the other. */
        EACH_INNER_NODE,
        /** The path as a whole. */
        WHOLE
    }

    /**
     * {@code invoke} of a function whose body is not known: the input is its first argument, the scalars are the others.
     *
     * @param argumentNames for each scalar the name of the parameter, where the query states it
     */
    record Invocation(String function, List<Optional<String>> argumentNames) implements OperatorMeaning {
        public Invocation {
            argumentNames = List.copyOf(argumentNames);
        }
    }

    /** {@code getschema}. */
    record GetSchema() implements OperatorMeaning {}
}
