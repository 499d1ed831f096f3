package dev.kqlift.ir;

import dev.kqlift.catalog.Function;
import dev.kqlift.source.Origin;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An expression that gives rows. Every relation states its columns, in the order in which the engine returns them, each
 * with the name that it has in this relation.
 */
public sealed interface Relation {
    /** The columns that are known, in order. */
    List<Column> columns();

    /** True when the relation may have further columns, because the schema of a table behind it is not known. */
    boolean open();

    Origin origin();

    /** The rows of a table. */
    record TableScan(String table, List<Column> columns, boolean open, Origin origin) implements Relation {
        public TableScan {
            columns = List.copyOf(columns);
        }
    }

    /** Literal rows: {@code datatable} and {@code print}. */
    record Rows(RowsKind kind, List<Column> columns, List<List<Scalar>> rows, Origin origin) implements Relation {
        public Rows {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public boolean open() {
            return false;
        }
    }

    enum RowsKind {
        DATATABLE,
        PRINT
    }

    /** {@code range x from a to b step c}. */
    record Range(Column column, Scalar from, Scalar to, Scalar step, Origin origin) implements Relation {
        @Override
        public List<Column> columns() {
            return List.of(column);
        }

        @Override
        public boolean open() {
            return false;
        }
    }

    /** {@code externaldata}: rows that stand outside of the workspace. */
    record External(List<Column> columns, List<String> locations, Origin origin) implements Relation {
        public External {
            columns = List.copyOf(columns);
            locations = List.copyOf(locations);
        }

        @Override
        public boolean open() {
            return false;
        }
    }

    /**
     * The rows that a function gives whose body is not known: a workspace function, a watchlist, an ASIM parser.
     *
     * @param argumentNames for each argument the name of the parameter, where the query states it
     */
    record FunctionScan(
            String function,
            List<Scalar> arguments,
            List<Optional<String>> argumentNames,
            List<Column> columns,
            boolean open,
            Origin origin)
            implements Relation {
        public FunctionScan {
            arguments = List.copyOf(arguments);
            argumentNames = List.copyOf(argumentNames);
            columns = List.copyOf(columns);
        }

        /** A call whose arguments stand in order. */
        public FunctionScan(
                String function, List<Scalar> arguments, List<Column> columns, boolean open, Origin origin) {
            this(function, arguments, Collections.nCopies(arguments.size(), Optional.empty()), columns, open, origin);
        }
    }

    /** {@code where}: the rows for which the predicate is true, not those for which it is null. */
    record Filter(Relation input, Scalar predicate, Origin origin) implements Relation {
        @Override
        public List<Column> columns() {
            return input.columns();
        }

        @Override
        public boolean open() {
            return input.open();
        }
    }

    /**
     * Every operator that gives each row new columns or leaves some out: {@code extend}, {@code project} and its family.
     * A column of the result that no assignment makes is a column of the input, passed on: found by its id in the input,
     * though its name may differ ({@code project-rename}).
     */
    record Project(
            Relation input,
            ProjectKind kind,
            List<Assignment> assignments,
            List<Column> columns,
            boolean open,
            Origin origin)
            implements Relation {
        public Project {
            assignments = List.copyOf(assignments);
            columns = List.copyOf(columns);
        }
    }

    enum ProjectKind {
        EXTEND,
        PROJECT,
        PROJECT_AWAY,
        PROJECT_KEEP,
        PROJECT_RENAME,
        PROJECT_REORDER,
        SERIALIZE
    }

    /**
     * {@code summarize} and {@code distinct}: one row for each combination of keys. The columns are the keys, then the
     * aggregates. {@code distinct} has no aggregates. Without keys there is one row, even over no input rows.
     *
     * @param keys the group keys; a plain column is an assignment of a {@link Scalar.ColumnRef} to a new column
     * @param aggregates scalars over {@link Scalar.AggregateCall}s; {@code arg_max(t, *)} gives several columns: its first
     *     assignment holds the call, the others hold the {@link Scalar.ColumnRef} of the input column that it returns;
     *     {@code take_any(*)} is a call of the first column that it returns, and of all
     */
    record Aggregate(
            Relation input,
            AggregateKind kind,
            List<Assignment> keys,
            List<Assignment> aggregates,
            List<Column> columns,
            boolean open,
            Origin origin)
            implements Relation {
        public Aggregate {
            keys = List.copyOf(keys);
            aggregates = List.copyOf(aggregates);
            columns = List.copyOf(columns);
        }
    }

    enum AggregateKind {
        SUMMARIZE,
        DISTINCT,
        COUNT
    }

    /** {@code sort}. */
    record Sort(Relation input, List<SortKey> keys, Origin origin) implements Relation {
        public Sort {
            keys = List.copyOf(keys);
        }

        @Override
        public List<Column> columns() {
            return input.columns();
        }

        @Override
        public boolean open() {
            return input.open();
        }
    }

    /**
     * @param ascending the direction; KQL's default is descending
     * @param nullsFirst where nulls stand; by default first when ascending, last when descending
     */
    record SortKey(Scalar value, boolean ascending, boolean nullsFirst) {}

    /** {@code take}, {@code top} after its sort, {@code sample}: at most so many rows. */
    record Take(Relation input, TakeKind kind, Scalar count, Origin origin) implements Relation {
        @Override
        public List<Column> columns() {
            return input.columns();
        }

        @Override
        public boolean open() {
            return input.open();
        }
    }

    enum TakeKind {
        TAKE,
        TOP,
        SAMPLE
    }

    /**
     * {@code join} and {@code lookup}. The columns of the right side that the result keeps have assignments of their own,
     * each a {@link Scalar.ColumnRef} to a column of the right input; those of the left side are passed on.
     *
     * @param conditions all of them must hold; {@code left} is over the left input, {@code right} over the right one
     * @param rightColumns the result's columns that come from the right side
     */
    record Join(
            JoinKind kind,
            boolean lookup,
            Relation left,
            Relation right,
            List<JoinCondition> conditions,
            List<Assignment> rightColumns,
            List<Column> columns,
            boolean open,
            Origin origin)
            implements Relation {
        public Join {
            conditions = List.copyOf(conditions);
            rightColumns = List.copyOf(rightColumns);
            columns = List.copyOf(columns);
        }
    }

    /** {@code left == right}: equality with case. Unlike under {@code where}, a null key meets a null key. */
    record JoinCondition(Scalar left, Scalar right, Origin origin) {}

    /**
     * {@code union}: all rows of all inputs.
     *
     * @param inputs each with what it gives to each column of the result
     * @param sourceColumn the column of {@code withsource=}, filled with the name of the input
     */
    record Union(
            List<UnionInput> inputs,
            boolean fuzzy,
            Optional<Column> sourceColumn,
            List<Column> columns,
            boolean open,
            Origin origin)
            implements Relation {
        public Union {
            inputs = List.copyOf(inputs);
            columns = List.copyOf(columns);
        }
    }

    /**
     * One input of a union.
     *
     * @param columns for each column of the union, in its order, the column of this relation that fills it; where it has
     *     none, the value is null (an empty string for text)
     * @param name the name that the query gives to the input, where that is a view
     */
    record UnionInput(Relation relation, List<Optional<Column>> columns, Optional<String> name) {
        public UnionInput {
            columns = List.copyOf(columns);
        }

        /** An input without a name of its own. */
        public UnionInput(Relation relation, List<Optional<Column>> columns) {
            this(relation, columns, Optional.empty());
        }
    }

    /** {@code mv-expand}: one row for each item of the arrays. */
    record Expand(
            Relation input, List<Assignment> items, ExpandRule rule, List<Column> columns, boolean open, Origin origin)
            implements Relation {
        public Expand {
            items = List.copyOf(items);
            columns = List.copyOf(columns);
        }

        /** An expansion without parameters. */
        public Expand(Relation input, List<Assignment> items, List<Column> columns, boolean open, Origin origin) {
            this(input, items, ExpandRule.PLAIN, columns, open, origin);
        }
    }

    /**
     * {@code mv-apply} and {@code partition}: a sub-query over each item or each group.
     *
     * @param key what the rows of a group of {@code partition} have in common
     * @param source the relation below {@code subquery} that stands for the rows of one item or group
     */
    record Apply(
            Relation input,
            String operator,
            List<Assignment> items,
            Optional<Scalar> key,
            Relation source,
            Relation subquery,
            List<Column> columns,
            boolean open,
            Origin origin)
            implements Relation {
        public Apply {
            items = List.copyOf(items);
            columns = List.copyOf(columns);
        }
    }

    /** {@code parse}, {@code parse-where}, {@code parse-kv}: columns cut out of a text. */
    record Parse(
            Relation input,
            String operator,
            Scalar text,
            CapturePattern pattern,
            List<Column> captured,
            List<Column> columns,
            boolean open,
            Origin origin)
            implements Relation {
        public Parse {
            captured = List.copyOf(captured);
            columns = List.copyOf(columns);
        }

        /** Columns of which it is not told how they are cut out. */
        public Parse(
                Relation input,
                String operator,
                Scalar text,
                List<Column> captured,
                List<Column> columns,
                boolean open,
                Origin origin) {
            this(input, operator, text, new CapturePattern.Unstated(), captured, columns, open, origin);
        }
    }

    /**
     * {@code evaluate}: a plugin.
     *
     * @param argumentNames for each argument the name of the parameter, where the query states it
     */
    record Evaluate(
            Relation input,
            Optional<Function> plugin,
            String name,
            List<Scalar> arguments,
            List<Optional<String>> argumentNames,
            List<Column> columns,
            boolean open,
            Origin origin)
            implements Relation {
        public Evaluate {
            arguments = List.copyOf(arguments);
            argumentNames = List.copyOf(argumentNames);
            columns = List.copyOf(columns);
        }

        /** A call whose arguments stand in order. */
        public Evaluate(
                Relation input,
                Optional<Function> plugin,
                String name,
                List<Scalar> arguments,
                List<Column> columns,
                boolean open,
                Origin origin) {
            this(
                    input,
                    plugin,
                    name,
                    arguments,
                    Collections.nCopies(arguments.size(), Optional.empty()),
                    columns,
                    open,
                    origin);
        }
    }

    /**
     * Any other operator: its inputs and scalars are bound and its columns known.
     *
     * @param operator its name in KQL
     * @param made the columns that the operator itself makes
     * @param meaning what it does, as far as that is spelt out
     */
    record Other(
            String operator,
            List<Relation> inputs,
            List<Scalar> scalars,
            List<Column> made,
            List<Column> columns,
            boolean open,
            OperatorMeaning meaning,
            Origin origin)
            implements Relation {
        public Other {
            inputs = List.copyOf(inputs);
            scalars = List.copyOf(scalars);
            made = List.copyOf(made);
            columns = List.copyOf(columns);
        }

        /** An operator whose meaning is not spelt out. */
        public Other(
                String operator,
                List<Relation> inputs,
                List<Scalar> scalars,
                List<Column> made,
                List<Column> columns,
                boolean open,
                Origin origin) {
            this(operator, inputs, scalars, made, columns, open, new OperatorMeaning.Unstated(), origin);
        }

        /** The same operator with its meaning. */
        public Other meaning(OperatorMeaning stated) {
            return new Other(operator, inputs, scalars, made, columns, open, stated, origin);
        }
    }

    /** An operator that changes no row: {@code as}, {@code render}, {@code serialize} without columns, {@code consume}. */
    record Marker(Relation input, String operator, Origin origin) implements Relation {
        @Override
        public List<Column> columns() {
            return input.columns();
        }

        @Override
        public boolean open() {
            return input.open();
        }
    }

    /** A source that could not be bound; a diagnostic says why. Its columns are inferred from use. */
    record Unresolved(String text, List<Column> columns, Origin origin) implements Relation {
        public Unresolved {
            columns = List.copyOf(columns);
        }

        @Override
        public boolean open() {
            return true;
        }
    }
}
