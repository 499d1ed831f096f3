package dev.kqlift.syntax;

import java.util.List;
import java.util.Optional;

/** Visits every statement, operator and expression of a query: what stands outside before what stands inside. */
public final class SyntaxWalk {
    /** What is told of the nodes. */
    public interface Listener {
        default void statement(Statement statement) {}

        default void operator(TabularOperator operator) {}

        default void expression(Expression expression) {}
    }

    private final Listener listener;

    private SyntaxWalk(Listener listener) {
        this.listener = listener;
    }

    /** Walks a whole query, in the order of its statements. */
    public static void walk(Query query, Listener listener) {
        new SyntaxWalk(listener).statements(query.statements());
    }

    /** Walks an expression and what stands inside it. */
    public static void walk(Expression expression, Listener listener) {
        new SyntaxWalk(listener).visit(expression);
    }

    private void statements(List<Statement> statements) {
        statements.forEach(this::visit);
    }

    private void visit(Statement statement) {
        listener.statement(statement);
        switch (statement) {
            case Statement.Let let -> visit(let.value());
            case Statement.DeclareParameters declare -> parameters(declare.parameters());
            case Statement.Restrict restrict -> patterns(restrict.entities());
            case Statement.Alias alias -> visit(alias.value());
            case Statement.Result result -> visit(result.expression());
            case Statement.SetOption ignored -> {}
            case Statement.DeclarePattern pattern -> pattern.mapping().ifPresent(this::visit);
        }
    }

    private void visit(Statement.PatternMapping mapping) {
        parameters(mapping.arguments());
        mapping.path().ifPresent(path -> parameters(List.of(path)));
        for (Statement.PatternCase one : mapping.cases()) {
            expressions(one.arguments());
            one.path().ifPresent(this::visit);
            statements(one.value().body());
        }
    }

    private void visit(Statement.LetValue value) {
        switch (value) {
            case Statement.ExpressionValue(Expression expression) -> visit(expression);
            case Statement.FunctionValue function -> {
                parameters(function.parameters());
                statements(function.body());
            }
            case Statement.EntityGroupValue group -> expressions(group.entities());
        }
    }

    private void visit(Expression expression) {
        listener.expression(expression);
        switch (expression) {
            case Expression.Literal ignored -> {}
            case Expression.StringLiteral ignored -> {}
            case Expression.DynamicLiteral ignored -> {}
            case Expression.NameReference ignored -> {}
            case Expression.Star ignored -> {}
            case Expression.TypeOf ignored -> {}
            case Expression.Placeholder ignored -> {}
            case Expression.Path path -> {
                visit(path.target());
                visit(path.member());
            }
            case Expression.Element element -> {
                visit(element.target());
                visit(element.index());
            }
            case Expression.Call call -> arguments(call.arguments());
            case Expression.Unary unary -> visit(unary.operand());
            case Expression.Binary binary -> {
                visit(binary.left());
                visit(binary.right());
            }
            case Expression.Logical logical -> expressions(logical.operands());
            case Expression.Membership membership -> {
                visit(membership.subject());
                expressions(membership.items());
            }
            case Expression.Between between -> {
                visit(between.subject());
                visit(between.low());
                visit(between.high());
            }
            case Expression.Parenthesized parenthesized -> visit(parenthesized.inner());
            case Expression.Pipeline pipeline -> {
                visit(pipeline.source());
                operators(pipeline.operators());
            }
            case Expression.OperatorSource source -> visit(source.operator());
            case Expression.TableCall call -> visit(call.table());
            case Expression.Datatable table -> expressions(table.values());
            case Expression.ExternalData data -> expressions(data.locations());
        }
    }

    private void visit(TabularOperator operator) {
        listener.operator(operator);
        switch (operator) {
            case TabularOperator.Where where -> visit(where.predicate());
            case TabularOperator.Extend extend -> named(extend.items());
            case TabularOperator.Project project -> named(project.items());
            case TabularOperator.ProjectNames names -> patterns(names.names());
            case TabularOperator.ProjectRename rename -> named(rename.items());
            case TabularOperator.ProjectReorder reorder ->
                reorder.items().forEach(item -> visit(item.name().expression()));
            case TabularOperator.Summarize summarize -> {
                named(summarize.aggregates());
                named(summarize.keys());
                visit(summarize.bin());
            }
            case TabularOperator.Distinct distinct -> named(distinct.items());
            case TabularOperator.Take take -> visit(take.count());
            case TabularOperator.Sample sample -> visit(sample.count());
            case TabularOperator.SampleDistinct sample -> {
                visit(sample.count());
                visit(sample.column());
            }
            case TabularOperator.Sort sort -> order(sort.items());
            case TabularOperator.Top top -> {
                visit(top.count());
                visit(top.by().value().value());
            }
            case TabularOperator.TopNested nested -> nested.clauses().forEach(this::visit);
            case TabularOperator.TopHitters hitters -> {
                visit(hitters.count());
                visit(hitters.of().value());
                hitters.by().ifPresent(by -> visit(by.value()));
            }
            case TabularOperator.Count ignored -> {}
            case TabularOperator.Join join -> {
                visit(join.right());
                expressions(join.on());
                visit(join.where());
            }
            case TabularOperator.Union union -> patterns(union.sources());
            case TabularOperator.MvExpand expand -> {
                items(expand.items());
                visit(expand.limit());
            }
            case TabularOperator.MvApply apply -> {
                items(apply.items());
                visit(apply.limit());
                operators(apply.subquery());
            }
            case TabularOperator.Parse parse -> visit(parse.text());
            case TabularOperator.ParseKv parse -> visit(parse.text());
            case TabularOperator.Evaluate evaluate -> arguments(evaluate.arguments());
            case TabularOperator.Invoke invoke -> arguments(invoke.arguments());
            case TabularOperator.As ignored -> {}
            case TabularOperator.Render render -> expressions(render.by());
            case TabularOperator.Serialize serialize -> named(serialize.items());
            case TabularOperator.MakeSeries series -> visit(series);
            case TabularOperator.Partition partition -> {
                visit(partition.by());
                operators(partition.subquery());
                visit(partition.whole());
            }
            case TabularOperator.Fork fork -> fork.branches().forEach(branch -> operators(branch.operators()));
            case TabularOperator.Facet facet -> {
                expressions(facet.by());
                operators(facet.subquery());
            }
            case TabularOperator.Reduce reduce -> visit(reduce.by().value());
            case TabularOperator.Scan scan -> visit(scan);
            case TabularOperator.Search search -> {
                patterns(search.tables());
                visit(search.predicate());
            }
            case TabularOperator.Find find -> {
                patterns(find.tables());
                visit(find.predicate());
            }
            case TabularOperator.GetSchema ignored -> {}
            case TabularOperator.Consume ignored -> {}
            case TabularOperator.AssertSchema ignored -> {}
            case TabularOperator.Print print -> named(print.items());
            case TabularOperator.Range range -> {
                visit(range.from());
                visit(range.to());
                visit(range.step());
            }
            case TabularOperator.MacroExpand expand -> {
                visit(expand.group());
                expressions(expand.entities());
                statements(expand.body());
            }
            case TabularOperator.MakeGraph graph -> {
                for (TabularOperator.GraphNodes nodes : graph.nodes()) {
                    visit(nodes.table());
                    visit(nodes.on());
                }
                graph.partition().ifPresent(partition -> operators(partition.subquery()));
            }
            case TabularOperator.GraphMatch match -> {
                visit(match.where());
                named(match.project());
            }
            case TabularOperator.GraphOther graph -> visit(graph.predicate());
        }
    }

    private void visit(TabularOperator.TopNestedClause clause) {
        visit(clause.count());
        visit(clause.of().value());
        visit(clause.others());
        visit(clause.by().value());
    }

    private void visit(TabularOperator.MakeSeries series) {
        for (TabularOperator.SeriesItem item : series.items()) {
            visit(item.value().value());
            visit(item.defaultValue());
        }
        visit(series.on().value());
        visit(series.from());
        visit(series.to());
        visit(series.step());
        named(series.keys());
    }

    private void visit(TabularOperator.Scan scan) {
        order(scan.order());
        expressions(scan.partition());
        parameters(scan.declared());
        for (TabularOperator.ScanStep step : scan.steps()) {
            visit(step.condition());
            named(step.assignments());
        }
    }

    private void visit(Optional<Expression> expression) {
        expression.ifPresent(this::visit);
    }

    private void expressions(List<Expression> expressions) {
        expressions.forEach(this::visit);
    }

    private void operators(List<TabularOperator> operators) {
        operators.forEach(this::visit);
    }

    private void named(List<NamedExpression> items) {
        items.forEach(item -> visit(item.value()));
    }

    private void patterns(List<NamePattern> patterns) {
        patterns.forEach(pattern -> visit(pattern.expression()));
    }

    private void order(List<TabularOperator.OrderItem> items) {
        items.forEach(item -> visit(item.value().value()));
    }

    private void items(List<TabularOperator.MvItem> items) {
        items.forEach(item -> visit(item.value().value()));
    }

    private void arguments(List<Expression.Argument> arguments) {
        arguments.forEach(argument -> visit(argument.value()));
    }

    private void parameters(List<Statement.FunctionParameter> parameters) {
        parameters.forEach(parameter -> visit(parameter.defaultValue()));
    }
}
