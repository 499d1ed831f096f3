package dev.kqlift.semantic;

import dev.kqlift.ir.Column;
import dev.kqlift.ir.OperatorMeaning;
import dev.kqlift.syntax.Name;
import dev.kqlift.syntax.Parameter;
import dev.kqlift.syntax.TabularOperator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What operators on graphs do, spelt out for those that are fully known. */
final class GraphMeanings {
    private static final OperatorMeaning UNSTATED = new OperatorMeaning.Unstated();
    private static final Pattern EDGE = Pattern.compile(
            "(?<left><?)-(?:\\[(?:[^\\]*]*)(?:\\*(?<least>\\d{1,4})\\.\\.(?<most>\\d{1,4}))?\\])?-(?<right>>?)");

    private GraphMeanings() {}

    /** {@code graph-where-edges} leaves the nodes as they are, which the edges that are left do not tell. */
    static OperatorMeaning withFewerEdges(OperatorMeaning graph) {
        return graph instanceof OperatorMeaning.MakeGraph made && made.nodeId().isPresent() ? made : UNSTATED;
    }

    static OperatorMeaning components(OperatorMeaning graph, Column component, List<Parameter> parameters) {
        boolean weak = parameters.stream()
                .filter(parameter -> "kind".equals(parameter.name()))
                .allMatch(parameter -> "weak".equals(parameter.word()));
        return weak && graph instanceof OperatorMeaning.MakeGraph made
                ? new OperatorMeaning.MarkComponents(made, component)
                : UNSTATED;
    }

    static OperatorMeaning match(GraphPattern pattern, TabularOperator.GraphMatch match) {
        Optional<List<OperatorMeaning.PatternEdge>> edges = edges(match.pattern());
        if (edges.isEmpty()
                // Matches are chosen where they are projected; what else might read them knows nothing of that.
                || match.project().isEmpty()
                || !(pattern.graph().meaning() instanceof OperatorMeaning.MakeGraph made)
                || pattern.columns().stream().anyMatch(column -> column.part() == OperatorMeaning.PatternPart.WHOLE)) {
            return UNSTATED;
        }
        boolean repeats = false;
        OperatorMeaning.ShortestPaths shortest =
                match.shortestPaths() ? OperatorMeaning.ShortestPaths.ANY : OperatorMeaning.ShortestPaths.NOT_ASKED;
        for (Parameter parameter : match.parameters()) {
            switch (parameter.name() + "=" + parameter.word()) {
                case "cycles=all" -> repeats = true;
                case "cycles=unique_edges", "output=any" -> {}
                case "output=all" -> shortest = OperatorMeaning.ShortestPaths.ALL;
                default -> {
                    return UNSTATED;
                }
            }
        }
        boolean fits = !match.shortestPaths()
                || edges.get().size() == 1 && !repeats && edges.get().getFirst().variableLength();
        return fits
                ? new OperatorMeaning.GraphMatch(made, edges.get(), pattern.columns(), repeats, shortest)
                : UNSTATED;
    }

    /** The edges of a pattern; empty for one that is not of the kind that is spelt out. */
    private static Optional<List<OperatorMeaning.PatternEdge>> edges(List<TabularOperator.GraphElement> pattern) {
        List<OperatorMeaning.PatternEdge> edges = new ArrayList<>();
        Set<String> edgeNames = new HashSet<>();
        Set<String> nodeNames = new HashSet<>();
        for (int i = 0; i < pattern.size(); i++) {
            if (!pattern.get(i).edge()) {
                continue;
            }
            Matcher form = EDGE.matcher(pattern.get(i).text());
            if (!form.matches() || i == 0 || i + 1 == pattern.size()) {
                return Optional.empty();
            }
            OperatorMeaning.PatternEdge edge = edge(form, name(pattern, i), name(pattern, i - 1), name(pattern, i + 1));
            boolean startsSequence = i < 2 || !pattern.get(i - 2).edge();
            boolean connected = edges.isEmpty()
                    || !startsSequence
                    || nodeNames.contains(edge.left())
                    || nodeNames.contains(edge.right());
            if (!connected || !edgeNames.add(edge.name()) || edge.least() < 1 || edge.most() < edge.least()) {
                return Optional.empty();
            }
            nodeNames.add(edge.left());
            nodeNames.add(edge.right());
            edges.add(edge);
        }
        boolean alone = false;
        for (int i = 0; i < pattern.size(); i++) {
            alone |= !pattern.get(i).edge()
                    && (i == 0 || !pattern.get(i - 1).edge())
                    && (i + 1 == pattern.size() || !pattern.get(i + 1).edge());
        }
        return edges.isEmpty() || alone ? Optional.empty() : Optional.of(edges);
    }

    private static OperatorMeaning.PatternEdge edge(Matcher form, String name, String left, String right) {
        boolean toLeft = !form.group("left").isEmpty();
        boolean toRight = !form.group("right").isEmpty();
        boolean variable = form.group("least") != null;
        return new OperatorMeaning.PatternEdge(
                name,
                left,
                right,
                toRight || !toLeft,
                toLeft || !toRight,
                variable,
                variable ? Integer.parseInt(form.group("least")) : 1,
                variable ? Integer.parseInt(form.group("most")) : 1);
    }

    /** The name in the query, or one that no query can write. */
    private static String name(List<TabularOperator.GraphElement> pattern, int place) {
        return pattern.get(place).name().map(Name::text).orElse("#" + place);
    }
}
