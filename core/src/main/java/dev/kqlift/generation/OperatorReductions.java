package dev.kqlift.generation;

import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.NamedExpression;
import dev.kqlift.syntax.TabularOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operators that are one step smaller. Kinds that are not generated stay as they are. */
final class OperatorReductions {
    private OperatorReductions() {}

    /** The tables that an operator reads besides its input. */
    static List<Expression> tables(TabularOperator operator) {
        return switch (operator) {
            case TabularOperator.Join join -> List.of(join.right());
            case TabularOperator.Union union ->
                union.sources().stream().map(source -> source.expression()).toList();
            case TabularOperator.Where ignored -> List.of();
            case TabularOperator.Extend ignored -> List.of();
            case TabularOperator.Project ignored -> List.of();
            case TabularOperator.ProjectNames ignored -> List.of();
            case TabularOperator.ProjectRename ignored -> List.of();
            case TabularOperator.ProjectReorder ignored -> List.of();
            case TabularOperator.Summarize ignored -> List.of();
            case TabularOperator.Distinct ignored -> List.of();
            case TabularOperator.Take ignored -> List.of();
            case TabularOperator.Sample ignored -> List.of();
            case TabularOperator.SampleDistinct ignored -> List.of();
            case TabularOperator.Sort ignored -> List.of();
            case TabularOperator.Top ignored -> List.of();
            case TabularOperator.TopNested ignored -> List.of();
            case TabularOperator.TopHitters ignored -> List.of();
            case TabularOperator.Count ignored -> List.of();
            case TabularOperator.MvExpand ignored -> List.of();
            case TabularOperator.MvApply ignored -> List.of();
            case TabularOperator.Parse ignored -> List.of();
            case TabularOperator.ParseKv ignored -> List.of();
            case TabularOperator.Evaluate ignored -> List.of();
            case TabularOperator.Invoke ignored -> List.of();
            case TabularOperator.As ignored -> List.of();
            case TabularOperator.Render ignored -> List.of();
            case TabularOperator.Serialize ignored -> List.of();
            case TabularOperator.MakeSeries ignored -> List.of();
            case TabularOperator.Partition ignored -> List.of();
            case TabularOperator.Fork ignored -> List.of();
            case TabularOperator.Facet ignored -> List.of();
            case TabularOperator.Reduce ignored -> List.of();
            case TabularOperator.Scan ignored -> List.of();
            case TabularOperator.Search ignored -> List.of();
            case TabularOperator.Find ignored -> List.of();
            case TabularOperator.GetSchema ignored -> List.of();
            case TabularOperator.Consume ignored -> List.of();
            case TabularOperator.AssertSchema ignored -> List.of();
            case TabularOperator.Print ignored -> List.of();
            case TabularOperator.Range ignored -> List.of();
            case TabularOperator.MacroExpand ignored -> List.of();
            case TabularOperator.MakeGraph ignored -> List.of();
            case TabularOperator.GraphMatch ignored -> List.of();
            case TabularOperator.GraphOther ignored -> List.of();
        };
    }

    static List<TabularOperator> of(TabularOperator operator) {
        return switch (operator) {
            case TabularOperator.Where where ->
                ExpressionReductions.of(where.predicate()).stream()
                        .<TabularOperator>map(predicate ->
                                new TabularOperator.Where(predicate, where.parameters(), where.names(), where.origin()))
                        .toList();
            case TabularOperator.Extend extend ->
                items(extend.items(), items -> new TabularOperator.Extend(items, extend.origin()));
            case TabularOperator.Project project ->
                items(project.items(), items -> new TabularOperator.Project(items, project.origin()));
            case TabularOperator.ProjectNames names ->
                listed(names.names(), fewer -> new TabularOperator.ProjectNames(names.kind(), fewer, names.origin()));
            case TabularOperator.ProjectRename rename ->
                listed(rename.items(), fewer -> new TabularOperator.ProjectRename(fewer, rename.origin()));
            case TabularOperator.ProjectReorder reorder ->
                listed(reorder.items(), fewer -> new TabularOperator.ProjectReorder(fewer, reorder.origin()));
            case TabularOperator.Summarize summarize -> summarize(summarize);
            case TabularOperator.Distinct distinct ->
                listed(
                        distinct.items(),
                        fewer -> new TabularOperator.Distinct(fewer, distinct.parameters(), distinct.origin()));
            case TabularOperator.Sort sort ->
                listed(sort.items(), fewer -> new TabularOperator.Sort(fewer, sort.parameters(), sort.origin()));
            case TabularOperator.Join join -> join(join);
            case TabularOperator.Union union -> union(union);
            case TabularOperator.Parse parse ->
                listed(
                        parse.parts(),
                        fewer -> new TabularOperator.Parse(
                                parse.where(), parse.parameters(), parse.text(), fewer, parse.origin()));
            case TabularOperator.Take ignored -> List.of();
            case TabularOperator.Sample ignored -> List.of();
            case TabularOperator.SampleDistinct ignored -> List.of();
            case TabularOperator.Top ignored -> List.of();
            case TabularOperator.TopNested ignored -> List.of();
            case TabularOperator.TopHitters ignored -> List.of();
            case TabularOperator.Count ignored -> List.of();
            case TabularOperator.MvExpand ignored -> List.of();
            case TabularOperator.MvApply ignored -> List.of();
            case TabularOperator.ParseKv ignored -> List.of();
            case TabularOperator.Evaluate ignored -> List.of();
            case TabularOperator.Invoke ignored -> List.of();
            case TabularOperator.As ignored -> List.of();
            case TabularOperator.Render ignored -> List.of();
            case TabularOperator.Serialize ignored -> List.of();
            case TabularOperator.MakeSeries ignored -> List.of();
            case TabularOperator.Partition ignored -> List.of();
            case TabularOperator.Fork ignored -> List.of();
            case TabularOperator.Facet ignored -> List.of();
            case TabularOperator.Reduce ignored -> List.of();
            case TabularOperator.Scan ignored -> List.of();
            case TabularOperator.Search ignored -> List.of();
            case TabularOperator.Find ignored -> List.of();
            case TabularOperator.GetSchema ignored -> List.of();
            case TabularOperator.Consume ignored -> List.of();
            case TabularOperator.AssertSchema ignored -> List.of();
            case TabularOperator.Print ignored -> List.of();
            case TabularOperator.Range ignored -> List.of();
            case TabularOperator.MacroExpand ignored -> List.of();
            case TabularOperator.MakeGraph ignored -> List.of();
            case TabularOperator.GraphMatch ignored -> List.of();
            case TabularOperator.GraphOther ignored -> List.of();
        };
    }

    private interface Rebuilding<T> {
        TabularOperator of(List<T> items);
    }

    private static <T> List<TabularOperator> listed(List<T> items, Rebuilding<T> whole) {
        return QueryReductions.listed(items, item -> List.<T>of()).stream()
                .filter(fewer -> !fewer.isEmpty())
                .map(whole::of)
                .toList();
    }

    private static List<TabularOperator> items(List<NamedExpression> items, Rebuilding<NamedExpression> whole) {
        return smaller(items).stream()
                .filter(fewer -> !fewer.isEmpty())
                .map(whole::of)
                .toList();
    }

    private static List<List<NamedExpression>> smaller(List<NamedExpression> items) {
        return QueryReductions.listed(
                items,
                item -> ExpressionReductions.of(item.value()).stream()
                        .map(value -> new NamedExpression(item.names(), value, item.origin()))
                        .toList());
    }

    private static List<TabularOperator> summarize(TabularOperator.Summarize whole) {
        List<TabularOperator> smaller = new ArrayList<>();
        smaller(whole.aggregates())
                .forEach(aggregates -> smaller.add(new TabularOperator.Summarize(
                        whole.parameters(), aggregates, whole.keys(), whole.bin(), whole.origin())));
        smaller(whole.keys())
                .forEach(keys -> smaller.add(new TabularOperator.Summarize(
                        whole.parameters(), whole.aggregates(), keys, whole.bin(), whole.origin())));
        return smaller;
    }

    private static List<TabularOperator> join(TabularOperator.Join join) {
        List<TabularOperator> smaller = new ArrayList<>();
        QueryReductions.table(join.right())
                .forEach(right -> smaller.add(new TabularOperator.Join(
                        join.lookup(), join.parameters(), right, join.on(), Optional.empty(), join.origin())));
        smaller.addAll(listed(
                join.on(),
                fewer -> new TabularOperator.Join(
                        join.lookup(), join.parameters(), join.right(), fewer, Optional.empty(), join.origin())));
        return smaller;
    }

    private static List<TabularOperator> union(TabularOperator.Union union) {
        return QueryReductions.listed(
                        union.sources(),
                        source -> QueryReductions.table(source.expression()).stream()
                                .map(Nodes::pattern)
                                .toList())
                .stream()
                .filter(sources -> !sources.isEmpty())
                .<TabularOperator>map(sources -> new TabularOperator.Union(union.parameters(), sources, union.origin()))
                .toList();
    }
}
