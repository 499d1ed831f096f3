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

    /** {@code search}: the rows that the predicate takes, with the name of their table before them. */
    record Search(Column table, boolean overPipe) implements OperatorMeaning {}

    /** {@code getschema}. */
    record GetSchema() implements OperatorMeaning {}
}
