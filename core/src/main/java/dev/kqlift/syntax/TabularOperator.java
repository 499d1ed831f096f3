package dev.kqlift.syntax;

import dev.kqlift.source.Origin;
import java.util.List;
import java.util.Optional;

/** An operator of a pipeline. */
public sealed interface TabularOperator {
    Origin origin();

    /** The operator's name as the current documentation spells it. */
    String keyword();

    /**
     * {@code where}.
     *
     * @param names what stands before {@code =} in {@code where x = …}: allowed by the grammar, and means nothing
     */
    record Where(Expression predicate, List<Parameter> parameters, List<Name> names, Origin origin)
            implements TabularOperator {
        public Where {
            parameters = List.copyOf(parameters);
            names = List.copyOf(names);
        }

        @Override
        public String keyword() {
            return "where";
        }
    }

    record Extend(List<NamedExpression> items, Origin origin) implements TabularOperator {
        public Extend {
            items = List.copyOf(items);
        }

        @Override
        public String keyword() {
            return "extend";
        }
    }

    record Project(List<NamedExpression> items, Origin origin) implements TabularOperator {
        public Project {
            items = List.copyOf(items);
        }

        @Override
        public String keyword() {
            return "project";
        }
    }

    /** {@code project-away}, {@code project-keep}, {@code project-by-names}. */
    record ProjectNames(NamesKind kind, List<NamePattern> names, Origin origin) implements TabularOperator {
        public ProjectNames {
            names = List.copyOf(names);
        }

        @Override
        public String keyword() {
            return kind.keyword();
        }
    }

    enum NamesKind {
        AWAY("project-away"),
        KEEP("project-keep"),
        BY_NAMES("project-by-names");

        private final String keyword;

        NamesKind(String keyword) {
            this.keyword = keyword;
        }

        public String keyword() {
            return keyword;
        }
    }

    record ProjectRename(List<NamedExpression> items, Origin origin) implements TabularOperator {
        public ProjectRename {
            items = List.copyOf(items);
        }

        @Override
        public String keyword() {
            return "project-rename";
        }
    }

    record ProjectReorder(List<ReorderItem> items, Origin origin) implements TabularOperator {
        public ProjectReorder {
            items = List.copyOf(items);
        }

        @Override
        public String keyword() {
            return "project-reorder";
        }
    }

    record ReorderItem(NamePattern name, Optional<Direction> direction) {}

    /** The directions of an ordering; the granny ones compare runs of digits as numbers. */
    enum Direction {
        ASCENDING("asc"),
        DESCENDING("desc"),
        GRANNY_ASCENDING("granny-asc"),
        GRANNY_DESCENDING("granny-desc");

        private final String text;

        Direction(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        public boolean ascending() {
            return this == ASCENDING || this == GRANNY_ASCENDING;
        }
    }

    record Summarize(
            List<Parameter> parameters,
            List<NamedExpression> aggregates,
            List<NamedExpression> keys,
            Optional<Expression> bin,
            Origin origin)
            implements TabularOperator {
        public Summarize {
            parameters = List.copyOf(parameters);
            aggregates = List.copyOf(aggregates);
            keys = List.copyOf(keys);
        }

        @Override
        public String keyword() {
            return "summarize";
        }
    }

    record Distinct(List<NamedExpression> items, List<Parameter> parameters, Origin origin) implements TabularOperator {
        public Distinct {
            items = List.copyOf(items);
            parameters = List.copyOf(parameters);
        }

        @Override
        public String keyword() {
            return "distinct";
        }
    }

    record Take(Expression count, List<Parameter> parameters, Origin origin) implements TabularOperator {
        public Take {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String keyword() {
            return "take";
        }
    }

    record Sample(Expression count, List<Parameter> parameters, Origin origin) implements TabularOperator {
        public Sample {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String keyword() {
            return "sample";
        }
    }

    record SampleDistinct(Expression count, Expression column, List<Parameter> parameters, Origin origin)
            implements TabularOperator {
        public SampleDistinct {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String keyword() {
            return "sample-distinct";
        }
    }

    record Sort(List<OrderItem> items, List<Parameter> parameters, Origin origin) implements TabularOperator {
        public Sort {
            items = List.copyOf(items);
            parameters = List.copyOf(parameters);
        }

        @Override
        public String keyword() {
            return "sort";
        }
    }

    record OrderItem(
            NamedExpression value, Optional<Direction> direction, Optional<Boolean> nullsFirst, Origin origin) {}

    record Top(Expression count, OrderItem by, List<Parameter> parameters, Origin origin) implements TabularOperator {
        public Top {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String keyword() {
            return "top";
        }
    }

    record TopNested(List<TopNestedClause> clauses, Origin origin) implements TabularOperator {
        public TopNested {
            clauses = List.copyOf(clauses);
        }

        @Override
        public String keyword() {
            return "top-nested";
        }
    }

    record TopNestedClause(
            Optional<Expression> count,
            NamedExpression of,
            Optional<Expression> others,
            NamedExpression by,
            Optional<Direction> direction) {}

    record TopHitters(Expression count, NamedExpression of, Optional<NamedExpression> by, Origin origin)
            implements TabularOperator {
        @Override
        public String keyword() {
            return "top-hitters";
        }
    }

    record Count(Optional<Name> name, Origin origin) implements TabularOperator {
        @Override
        public String keyword() {
            return "count";
        }
    }

    /** {@code join} and {@code lookup}. */
    record Join(
            boolean lookup,
            List<Parameter> parameters,
            Expression right,
            List<Expression> on,
            Optional<Expression> where,
            Origin origin)
            implements TabularOperator {
        public Join {
            parameters = List.copyOf(parameters);
            on = List.copyOf(on);
        }

        @Override
        public String keyword() {
            return lookup ? "lookup" : "join";
        }
    }

    record Union(List<Parameter> parameters, List<NamePattern> sources, Origin origin) implements TabularOperator {
        public Union {
            parameters = List.copyOf(parameters);
            sources = List.copyOf(sources);
        }

        @Override
        public String keyword() {
            return "union";
        }
    }

    record MvExpand(List<Parameter> parameters, List<MvItem> items, Optional<Expression> limit, Origin origin)
            implements TabularOperator {
        public MvExpand {
            parameters = List.copyOf(parameters);
            items = List.copyOf(items);
        }

        @Override
        public String keyword() {
            return "mv-expand";
        }
    }

    record MvItem(NamedExpression value, Optional<String> type) {}

    record MvApply(
            List<Parameter> parameters,
            List<MvItem> items,
            Optional<Expression> limit,
            List<TabularOperator> subquery,
            Origin origin)
            implements TabularOperator {
        public MvApply {
            parameters = List.copyOf(parameters);
            items = List.copyOf(items);
            subquery = List.copyOf(subquery);
        }

        @Override
        public String keyword() {
            return "mv-apply";
        }
    }

    /** {@code parse} and {@code parse-where}. */
    record Parse(boolean where, List<Parameter> parameters, Expression text, List<ParsePart> parts, Origin origin)
            implements TabularOperator {
        public Parse {
            parameters = List.copyOf(parameters);
            parts = List.copyOf(parts);
        }

        @Override
        public String keyword() {
            return where ? "parse-where" : "parse";
        }
    }

    /** A part of a pattern of {@code parse}. */
    sealed interface ParsePart {
        /** Any text. */
        record Skip() implements ParsePart {}

        /** This text, or in {@code kind=regex} a text that this pattern matches. */
        record Text(String value, boolean hidden) implements ParsePart {}

        /** A column that takes the text up to the next part. */
        record Capture(Name name, Optional<String> type) implements ParsePart {}
    }

    record ParseKv(Expression text, RowSchema schema, List<Parameter> properties, Origin origin)
            implements TabularOperator {
        public ParseKv {
            properties = List.copyOf(properties);
        }

        @Override
        public String keyword() {
            return "parse-kv";
        }
    }

    record Evaluate(
            List<Parameter> parameters,
            Name plugin,
            List<Expression.Argument> arguments,
            Optional<RowSchema> schema,
            Origin origin)
            implements TabularOperator {
        public Evaluate {
            parameters = List.copyOf(parameters);
            arguments = List.copyOf(arguments);
        }

        @Override
        public String keyword() {
            return "evaluate";
        }
    }

    /**
     * {@code invoke}.
     *
     * @param qualifiers the names before the function's: of {@code a.b.f()} they are {@code a} and {@code b}
     */
    record Invoke(Name function, List<Expression.Argument> arguments, List<Name> qualifiers, Origin origin)
            implements TabularOperator {
        public Invoke {
            arguments = List.copyOf(arguments);
            qualifiers = List.copyOf(qualifiers);
        }

        @Override
        public String keyword() {
            return "invoke";
        }
    }

    record As(Name name, List<Parameter> parameters, Origin origin) implements TabularOperator {
        public As {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String keyword() {
            return "as";
        }
    }

    /**
     * {@code render}.
     *
     * @param chart the kind of chart; empty where none is named
     * @param properties those of the old form, without {@code with}
     * @param by the columns of the old form
     * @param with what stands in {@code with (…)}
     */
    record Render(
            String chart, List<Parameter> properties, List<Expression> by, List<RenderProperty> with, Origin origin)
            implements TabularOperator {
        public Render {
            properties = List.copyOf(properties);
            by = List.copyOf(by);
            with = List.copyOf(with);
        }

        @Override
        public String keyword() {
            return "render";
        }
    }

    /** A property of {@code render}; some forms give a value without a name. */
    record RenderProperty(Optional<String> name, Expression value) {}

    record Serialize(List<NamedExpression> items, List<Parameter> parameters, Origin origin)
            implements TabularOperator {
        public Serialize {
            items = List.copyOf(items);
            parameters = List.copyOf(parameters);
        }

        @Override
        public String keyword() {
            return "serialize";
        }
    }

    /**
     * {@code make-series}.
     *
     * @param inRange written {@code in range(from, to, step)}, whose end is part of the series; the end after {@code to} is not
     */
    record MakeSeries(
            List<Parameter> parameters,
            List<SeriesItem> items,
            NamedExpression on,
            Optional<Expression> from,
            Optional<Expression> to,
            Optional<Expression> step,
            List<NamedExpression> keys,
            boolean inRange,
            Origin origin)
            implements TabularOperator {
        public MakeSeries {
            parameters = List.copyOf(parameters);
            items = List.copyOf(items);
            keys = List.copyOf(keys);
        }

        @Override
        public String keyword() {
            return "make-series";
        }
    }

    record SeriesItem(NamedExpression value, Optional<Expression> defaultValue) {}

    /**
     * {@code partition}.
     *
     * @param subquery the operators over the rows of a group; empty where {@code whole} is the sub-query
     * @param whole the sub-query of the form in braces, which names its own source
     */
    record Partition(
            Expression by,
            List<TabularOperator> subquery,
            Optional<Expression> whole,
            List<Parameter> parameters,
            Origin origin)
            implements TabularOperator {
        public Partition {
            parameters = List.copyOf(parameters);
            subquery = List.copyOf(subquery);
        }

        @Override
        public String keyword() {
            return "partition";
        }
    }

    record Fork(List<ForkBranch> branches, Origin origin) implements TabularOperator {
        public Fork {
            branches = List.copyOf(branches);
        }

        @Override
        public String keyword() {
            return "fork";
        }
    }

    record ForkBranch(Optional<Name> name, List<TabularOperator> operators) {
        public ForkBranch {
            operators = List.copyOf(operators);
        }
    }

    record Facet(List<Expression> by, List<TabularOperator> subquery, Origin origin) implements TabularOperator {
        public Facet {
            by = List.copyOf(by);
            subquery = List.copyOf(subquery);
        }

        @Override
        public String keyword() {
            return "facet";
        }
    }

    record Reduce(List<Parameter> parameters, NamedExpression by, List<Parameter> properties, Origin origin)
            implements TabularOperator {
        public Reduce {
            parameters = List.copyOf(parameters);
            properties = List.copyOf(properties);
        }

        @Override
        public String keyword() {
            return "reduce";
        }
    }

    record Scan(
            List<Parameter> parameters,
            List<OrderItem> order,
            List<Expression> partition,
            List<Statement.FunctionParameter> declared,
            List<ScanStep> steps,
            Origin origin)
            implements TabularOperator {
        public Scan {
            parameters = List.copyOf(parameters);
            order = List.copyOf(order);
            partition = List.copyOf(partition);
            declared = List.copyOf(declared);
            steps = List.copyOf(steps);
        }

        @Override
        public String keyword() {
            return "scan";
        }
    }

    record ScanStep(
            Name name,
            boolean optional,
            Optional<String> output,
            Expression condition,
            List<NamedExpression> assignments) {
        public ScanStep {
            assignments = List.copyOf(assignments);
        }
    }

    record Search(List<Parameter> parameters, List<NamePattern> tables, Expression predicate, Origin origin)
            implements TabularOperator {
        public Search {
            parameters = List.copyOf(parameters);
            tables = List.copyOf(tables);
        }

        @Override
        public String keyword() {
            return "search";
        }
    }

    /**
     * {@code find}.
     *
     * @param columns the columns asked for; empty for all that the predicate names
     */
    record Find(
            List<Parameter> parameters,
            List<NamePattern> tables,
            Expression predicate,
            boolean smart,
            List<FindColumn> columns,
            Origin origin)
            implements TabularOperator {
        public Find {
            parameters = List.copyOf(parameters);
            tables = List.copyOf(tables);
            columns = List.copyOf(columns);
        }

        @Override
        public String keyword() {
            return "find";
        }
    }

    /** A column of {@code find}; without a name it is {@code pack(*)}. */
    record FindColumn(Optional<Name> name, Optional<String> type) {}

    record GetSchema(List<Parameter> parameters, Origin origin) implements TabularOperator {
        public GetSchema {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String keyword() {
            return "getschema";
        }
    }

    record Consume(List<Parameter> parameters, Origin origin) implements TabularOperator {
        public Consume {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String keyword() {
            return "consume";
        }
    }

    record AssertSchema(RowSchema schema, Origin origin) implements TabularOperator {
        @Override
        public String keyword() {
            return "assert-schema";
        }
    }

    record Print(List<NamedExpression> items, Origin origin) implements TabularOperator {
        public Print {
            items = List.copyOf(items);
        }

        @Override
        public String keyword() {
            return "print";
        }
    }

    record Range(Name name, Expression from, Expression to, Expression step, Origin origin) implements TabularOperator {
        @Override
        public String keyword() {
            return "range";
        }
    }

    /**
     * {@code macro-expand}.
     *
     * @param group the entity group; empty where it is spelled out in place
     * @param entities those of the group spelled out in place
     */
    record MacroExpand(
            Optional<Expression> group,
            List<Expression> entities,
            Name alias,
            List<Statement> body,
            List<Parameter> parameters,
            Origin origin)
            implements TabularOperator {
        public MacroExpand {
            entities = List.copyOf(entities);
            body = List.copyOf(body);
            parameters = List.copyOf(parameters);
        }

        @Override
        public String keyword() {
            return "macro-expand";
        }
    }

    /**
     * {@code make-graph}.
     *
     * @param directed written with {@code -->} and not with {@code --}
     */
    record MakeGraph(
            Name source,
            Name target,
            List<GraphNodes> nodes,
            Optional<Name> nodeId,
            boolean directed,
            Optional<GraphPartition> partition,
            List<Parameter> parameters,
            Origin origin)
            implements TabularOperator {
        public MakeGraph {
            nodes = List.copyOf(nodes);
            parameters = List.copyOf(parameters);
        }

        @Override
        public String keyword() {
            return "make-graph";
        }
    }

    record GraphNodes(Expression table, Expression on) {}

    /** {@code partitioned-by}: a graph for each value of the column, and what is done with it. */
    record GraphPartition(Name by, List<TabularOperator> subquery) {
        public GraphPartition {
            subquery = List.copyOf(subquery);
        }
    }

    /** {@code graph-match} and {@code graph-shortest-paths}. */
    record GraphMatch(
            boolean shortestPaths,
            List<GraphElement> pattern,
            Optional<Expression> where,
            List<NamedExpression> project,
            List<Parameter> parameters,
            Origin origin)
            implements TabularOperator {
        public GraphMatch {
            parameters = List.copyOf(parameters);
            pattern = List.copyOf(pattern);
            project = List.copyOf(project);
        }

        @Override
        public String keyword() {
            return shortestPaths ? "graph-shortest-paths" : "graph-match";
        }
    }

    /**
     * A node or an edge of a pattern: its name, where it has one, and its text. Two nodes in a row are the end of one path
     * and the start of the next.
     */
    record GraphElement(boolean edge, boolean variableLength, Optional<Name> name, String text) {}

    /** {@code graph-to-table}, {@code graph-mark-components}, {@code graph-where-nodes} and {@code -edges}. */
    record GraphOther(
            String keyword,
            Optional<Expression> predicate,
            List<GraphTable> tables,
            List<Parameter> parameters,
            Origin origin)
            implements TabularOperator {
        public GraphOther {
            tables = List.copyOf(tables);
            parameters = List.copyOf(parameters);
        }
    }

    /** What {@code graph-to-table} makes: a table of the nodes or of the edges. */
    record GraphTable(boolean edges, Optional<Name> name, List<Parameter> parameters) {
        public GraphTable {
            parameters = List.copyOf(parameters);
        }
    }
}
