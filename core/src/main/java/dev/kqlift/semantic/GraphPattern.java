package dev.kqlift.semantic;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.TabularOperator;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the expressions of a match see: {@code name.column} for the nodes and edges of the pattern. Each column that they
 * name is made once, under the name that it is written with.
 */
final class GraphPattern {
    private final Session session;
    private final Graph graph;
    private final Origin origin;
    private final RowScope nodes;
    private final RowScope edges;
    private final Map<String, TabularOperator.GraphElement> elements = new LinkedHashMap<>();
    private final Map<Made, Column> known = new HashMap<>();
    private final ColumnNames names = new ColumnNames();
    private final List<Column> made = new ArrayList<>();
    private final List<Scalar> sources = new ArrayList<>();
    private final List<OperatorMeaning.PatternColumn> columns = new ArrayList<>();

    /** A column of an element: of its own, or of one of those that a path runs over. */
    private record Made(String element, RowScope of, String column, boolean single) {}

    GraphPattern(Session session, Graph graph, List<TabularOperator.GraphElement> pattern, Origin origin) {
        this.session = session;
        this.graph = graph;
        this.origin = origin;
        this.nodes = RowScope.of(graph.nodes());
        this.edges = RowScope.of(graph.edges());
        for (TabularOperator.GraphElement element : pattern) {
            element.name().ifPresent(name -> elements.putIfAbsent(name.text(), element));
        }
    }

    /** The names of the elements as values: a whole node or edge, or the array of a path of edges. */
    Names names(Names outer) {
        Names inner = outer;
        for (Map.Entry<String, TabularOperator.GraphElement> element : elements.entrySet()) {
            KqlType type = element.getValue().variableLength() ? KqlType.DYNAMIC : KqlType.UNKNOWN;
            Origin place = element.getValue().name().orElseThrow().origin();
            inner = inner.with(
                    element.getKey(), new Symbol.ScalarSymbol(new Scalar.Unbound(element.getKey(), type, place)));
        }
        return inner;
    }

    RowScope scope() {
        Map<String, RowScope> sides = new LinkedHashMap<>();
        elements.forEach((name, element) -> sides.put(name, side(name, element)));
        return RowScope.ofPattern(sides, this::elements);
    }

    private RowScope side(String name, TabularOperator.GraphElement element) {
        RowScope of = element.edge() ? edges : nodes;
        return RowScope.ofNames(column -> column(new Made(name, of, column, !element.variableLength())));
    }

    /** One of the edges of a path, or of the nodes inside of it; for what is single, itself. */
    private Optional<RowScope> elements(Expression expression) {
        return switch (expression) {
            case Expression.NameReference(var name, var ignored)
            when elements.containsKey(name) ->
                Optional.of(each(name, elements.get(name).edge() ? edges : nodes));
            case Expression.Call(var function, var arguments, var ignored)
            when "inner_nodes".equals(function.text())
                    && arguments.size() == 1
                    && arguments.getFirst().value() instanceof Expression.NameReference path ->
                Optional.of(each(path.name(), nodes));
            default -> Optional.empty();
        };
    }

    private RowScope each(String name, RowScope of) {
        return RowScope.ofNames(column -> column(new Made(name, of, column, true)));
    }

    private Optional<Column> column(Made wanted) {
        Column column = known.get(wanted);
        if (column == null) {
            Optional<Column> source = source(wanted.of(), wanted.column());
            if (source.isEmpty()) {
                return Optional.empty();
            }
            KqlType type = wanted.single() ? source.get().type() : KqlType.DYNAMIC;
            column = session.column(names.unique(wanted.element() + "." + wanted.column()), type);
            known.put(wanted, column);
            made.add(column);
            sources.add(new Scalar.ColumnRef(source.get(), origin));
            columns.add(new OperatorMeaning.PatternColumn(column, source.get(), wanted.element(), part(wanted)));
        }
        return Optional.of(column);
    }

    private OperatorMeaning.PatternPart part(Made wanted) {
        TabularOperator.GraphElement element = Objects.requireNonNull(elements.get(wanted.element()), wanted.element());
        if (!element.variableLength()) {
            return wanted.of() == nodes && element.edge()
                    ? OperatorMeaning.PatternPart.EACH_INNER_NODE
                    : OperatorMeaning.PatternPart.ONE;
        }
        if (!wanted.single()) {
            return OperatorMeaning.PatternPart.WHOLE;
        }
        return wanted.of() == nodes
                ? OperatorMeaning.PatternPart.EACH_INNER_NODE
                : OperatorMeaning.PatternPart.EACH_EDGE;
    }

    private Optional<Column> source(RowScope row, String name) {
        Optional<Column> found = row.find(name);
        if (found.isEmpty() && row.isOpen()) {
            row.infer(session.column(name, KqlType.UNKNOWN));
            return row.find(name);
        }
        return found;
    }

    /** The graph with the columns that the match showed it to have. */
    Graph graph() {
        return graph.knowing(edges, nodes);
    }

    /** The columns that expressions named, in the order of their first use. */
    List<Column> made() {
        return made;
    }

    /** What each of them is. */
    List<OperatorMeaning.PatternColumn> columns() {
        return columns;
    }

    /** For each of them the column of the nodes or edges that it is. */
    List<Scalar> sources() {
        return sources;
    }
}
