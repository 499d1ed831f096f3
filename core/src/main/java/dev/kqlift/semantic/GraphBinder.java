package dev.kqlift.semantic;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Name;
import dev.kqlift.syntax.NamedExpression;
import dev.kqlift.syntax.Parameter;
import dev.kqlift.syntax.TabularOperator;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code make-graph} and the operators on graphs. */
final class GraphBinder {
    private final Session session;
    private final ScalarBinder scalars;
    private final TableBinder tables;
    private final OperatorBinder operators;

    GraphBinder(Session session, ScalarBinder scalars, TableBinder tables, OperatorBinder operators) {
        this.session = session;
        this.scalars = scalars;
        this.tables = tables;
        this.operators = operators;
    }

    // ---- make-graph

    Relation makeGraph(Relation input, TabularOperator.MakeGraph graph, Names names) {
        RowScope row = RowScope.of(input);
        Scalar source = end(graph.source(), row);
        Scalar target = end(graph.target(), row);
        graph.partition().ifPresent(partition -> end(partition.by(), row));
        Relation edges = Inference.add(input, row.inferred());
        Relation nodes;
        List<Scalar> nodeIds = new ArrayList<>();
        if (!graph.nodes().isEmpty()) {
            nodes = nodes(graph, nodeIds, names);
        } else {
            // Without a table of nodes they are what the edges lead from and to; a name makes that a column.
            List<Column> made = graph.nodeId()
                    .map(id -> List.of(session.column(id.text(), source.type())))
                    .orElse(List.of());
            nodes = new Relation.Other(
                            "make-graph", List.of(edges), List.of(source, target), made, made, false, graph.origin())
                    .meaning(new OperatorMeaning.EndNodes(source, target));
            made.forEach(id -> nodeIds.add(new Scalar.ColumnRef(id, graph.origin())));
        }
        Relation.Other whole = new Relation.Other(
                "make-graph",
                List.of(edges, nodes),
                List.of(source, target),
                List.of(),
                List.of(),
                false,
                meaning(graph, source, target, nodeIds),
                graph.origin());
        return graph.partition().isPresent()
                ? operators.all(graph.partition().get().subquery(), whole, names)
                : whole;
    }

    private static OperatorMeaning meaning(
            TabularOperator.MakeGraph graph, Scalar source, Scalar target, List<Scalar> nodeIds) {
        return graph.partition().isPresent() || !graph.directed() || nodeIds.size() > 1
                ? new OperatorMeaning.Unstated()
                : new OperatorMeaning.MakeGraph(source, target, nodeIds.stream().findFirst());
    }

    /** The column that says where an edge begins or ends. */
    private Scalar end(Name name, RowScope row) {
        return identity(scalars.bind(new Expression.NameReference(name.text(), name.origin()), row, Names.NONE));
    }

    private Scalar identity(Scalar id) {
        if (id.type() == KqlType.DYNAMIC) {
            session.report(
                    DiagnosticCode.KT001,
                    id.origin(),
                    "a dynamic value does not identify a node; convert it with tostring() or its like first");
        }
        return id;
    }

    private Relation nodes(TabularOperator.MakeGraph graph, List<Scalar> ids, Names names) {
        List<Relation> given = new ArrayList<>(graph.nodes().size());
        for (TabularOperator.GraphNodes nodes : graph.nodes()) {
            Relation table = tables.table(nodes.table(), names);
            RowScope row = RowScope.of(table);
            ids.add(identity(scalars.bind(nodes.on(), row, names)));
            given.add(Inference.add(table, row.inferred()));
        }
        return given.size() == 1 ? given.getFirst() : union(given, graph.origin());
    }

    /** The nodes of several tables: unlike in a union, a name is one column whatever its types. */
    private Relation union(List<Relation> tables, Origin origin) {
        Map<String, KqlType> types = new LinkedHashMap<>();
        boolean open = false;
        for (Relation table : tables) {
            open |= table.open();
            table.columns().forEach(column -> types.merge(column.name(), column.type(), TypeRules::common));
        }
        List<Column> columns = new ArrayList<>(types.size());
        types.forEach((name, type) -> columns.add(session.column(name, type)));
        List<Relation.UnionInput> inputs = new ArrayList<>(tables.size());
        for (Relation table : tables) {
            inputs.add(new Relation.UnionInput(
                    table,
                    columns.stream()
                            .map(column -> table.columns().stream()
                                    .filter(own -> own.name().equals(column.name()))
                                    .findFirst())
                            .toList()));
        }
        return new Relation.Union(inputs, false, Optional.empty(), columns, open, origin);
    }

    // ---- graph-match, graph-shortest-paths

    Relation match(Relation input, TabularOperator.GraphMatch match, Names names) {
        GraphPattern pattern = new GraphPattern(session, graph(input, match.origin()), match.pattern(), match.origin());
        Names inner = pattern.names(names);
        RowScope row = pattern.scope();
        Optional<Scalar> where = match.where()
                .map(predicate -> scalars.condition(scalars.bind(predicate, row, inner), predicate.origin()));
        List<Assignment> assignments = project(match.project(), row, inner);
        boolean open = match.project().isEmpty();
        Relation matched = new Relation.Other(
                match.keyword(),
                List.of(pattern.graph().edges(), pattern.graph().nodes()),
                pattern.sources(),
                pattern.made(),
                pattern.made(),
                open,
                GraphMeanings.match(pattern, match),
                match.origin());
        Relation kept = where.isPresent() ? new Relation.Filter(matched, where.get(), match.origin()) : matched;
        if (open) {
            session.report(
                    DiagnosticCode.KB004,
                    match.origin(),
                    "`" + match.keyword() + "` without `project` gives columns that are not known; add it");
            return kept;
        }
        List<Column> columns = assignments.stream().map(Assignment::column).toList();
        return new Relation.Project(kept, Relation.ProjectKind.PROJECT, assignments, columns, false, match.origin());
    }

    private List<Assignment> project(List<NamedExpression> items, RowScope row, Names names) {
        ColumnNames used = new ColumnNames();
        items.forEach(item -> item.names().forEach(name -> used.take(name.text())));
        List<Assignment> assignments = new ArrayList<>(items.size());
        for (NamedExpression item : items) {
            Scalar value = scalars.bind(item.value(), row, names);
            String name = item.names().isEmpty()
                    ? scalars.resultNames()
                            .of(item.value(), false)
                            .map(used::unique)
                            .orElseGet(() -> used.numbered(row))
                    : item.names().getFirst().text();
            boolean twice = assignments.stream()
                    .anyMatch(earlier -> earlier.column().name().equals(name));
            if (twice) {
                session.report(
                        DiagnosticCode.KT001,
                        item.origin(),
                        "a column `" + name + "` is already there; give it another name");
            } else {
                assignments.add(new Assignment(session.column(name, value.type()), value));
            }
        }
        return assignments;
    }

    // ---- the other operators

    Relation other(Relation input, TabularOperator.GraphOther operator, Names names) {
        Graph graph = graph(input, operator.origin());
        return switch (operator.keyword()) {
            case "graph-to-table" -> toTable(graph, operator);
            case "graph-mark-components" -> markComponents(graph, operator).relation();
            default -> where(graph, operator, names).relation();
        };
    }

    private Graph where(Graph graph, TabularOperator.GraphOther operator, Names names) {
        boolean ofNodes = "graph-where-nodes".equals(operator.keyword());
        Relation filtered = ofNodes ? graph.nodes() : graph.edges();
        RowScope row = RowScope.of(filtered);
        Expression predicate = operator.predicate().orElseThrow();
        Scalar condition = scalars.condition(scalars.bind(predicate, row, names), predicate.origin());
        Relation kept = new Relation.Filter(Inference.add(filtered, row.inferred()), condition, operator.origin());
        return ofNodes
                ? Graph.of(operator.keyword(), graph.edges(), kept, new OperatorMeaning.Unstated(), operator.origin())
                : Graph.of(
                        operator.keyword(),
                        kept,
                        graph.nodes(),
                        GraphMeanings.withFewerEdges(graph.meaning()),
                        operator.origin());
    }

    private Graph markComponents(Graph graph, TabularOperator.GraphOther operator) {
        String name = word(operator.parameters(), "with_component_id").orElse("ComponentId");
        Column component = session.column(name, KqlType.LONG);
        List<Column> columns = new ArrayList<>(graph.nodes().columns());
        ProjectionBinder.replaceOrAdd(columns, component);
        Relation marked = new Relation.Other(
                operator.keyword(),
                List.of(graph.nodes(), graph.edges()),
                List.of(),
                List.of(component),
                columns,
                graph.nodes().open(),
                GraphMeanings.components(graph.meaning(), component, operator.parameters()),
                operator.origin());
        return Graph.of(operator.keyword(), graph.edges(), marked, graph.meaning(), operator.origin());
    }

    private Relation toTable(Graph graph, TabularOperator.GraphOther operator) {
        List<Relation> results = new ArrayList<>(operator.tables().size());
        for (TabularOperator.GraphTable table : operator.tables()) {
            Relation result = toTable(graph, table, operator.origin());
            table.name().ifPresent(name -> session.remember(name.text(), result));
            results.add(result);
        }
        if (results.size() > 1) {
            session.report(
                    DiagnosticCode.KB004,
                    operator.origin(),
                    "`graph-to-table` gives several tables here; only the first is followed");
        }
        return results.getFirst();
    }

    private Relation toTable(Graph graph, TabularOperator.GraphTable table, Origin origin) {
        Optional<Column> source = id(table, table.edges(), "with_source_id");
        Optional<Column> target = id(table, table.edges(), "with_target_id");
        Optional<Column> node = id(table, !table.edges(), "with_node_id");
        List<Column> ids =
                Stream.of(source, target, node).flatMap(Optional::stream).toList();
        Relation rows = table.edges() ? graph.edges() : graph.nodes();
        Relation others = table.edges() ? graph.nodes() : graph.edges();
        List<Column> columns = new ArrayList<>(ids);
        for (Column column : rows.columns()) {
            if (ids.stream().noneMatch(id -> id.name().equals(column.name()))) {
                columns.add(column);
            }
        }
        OperatorMeaning meaning = graph.meaning() instanceof OperatorMeaning.MakeGraph made
                ? new OperatorMeaning.GraphTable(made, table.edges(), source, target, node)
                : new OperatorMeaning.Unstated();
        return new Relation.Other(
                "graph-to-table", List.of(rows, others), List.of(), ids, columns, rows.open(), meaning, origin);
    }

    private Optional<Column> id(TabularOperator.GraphTable table, boolean possible, String parameter) {
        return possible
                ? word(table.parameters(), parameter).map(name -> session.column(name, KqlType.LONG))
                : Optional.empty();
    }

    private static Optional<String> word(List<Parameter> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> name.equals(parameter.name()))
                .map(Parameter::word)
                .findFirst();
    }

    // ---- graphs and tables

    /** The graph that an operator is given; one that nobody knows has open edges and nodes. */
    private Graph graph(Relation input, Origin origin) {
        Optional<Graph> graph = Graph.of(input);
        if (graph.isPresent()) {
            return graph.get();
        }
        if (!input.open()) {
            session.report(
                    DiagnosticCode.KT001, origin, "a graph is expected here, this is a table; put make-graph before");
        }
        Relation edges = input.open() ? input : new Relation.Unresolved("", List.of(), origin);
        return Graph.of(
                "make-graph",
                edges,
                new Relation.Unresolved("", List.of(), origin),
                new OperatorMeaning.Unstated(),
                origin);
    }

    /** The rows that an operator on rows is given. */
    Relation rows(Relation input, Origin operator) {
        if (Graph.of(input).isEmpty()) {
            return input;
        }
        session.report(
                DiagnosticCode.KT001,
                operator,
                "a table is expected here, this is a graph; put graph-match or graph-to-table before");
        return new Relation.Unresolved("", List.of(), operator);
    }
}
