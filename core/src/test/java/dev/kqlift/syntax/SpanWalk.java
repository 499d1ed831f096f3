package dev.kqlift.syntax;

import dev.kqlift.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the nodes of a tree whose text leaves that of their parent, or that of the query. */
final class SpanWalk {
    private final int length;
    private final List<String> strays = new ArrayList<>();

    private SpanWalk(int length) {
        this.length = length;
    }

    static List<String> strays(Query query, String text) {
        SpanWalk walk = new SpanWalk(text.length());
        Origin whole = Origin.of(0, text.length());
        walk.inside(whole, query.origin(), "query");
        query.statements().forEach(statement -> walk.statement(whole, statement));
        return walk.strays;
    }

    private void inside(Origin parent, Origin child, String what) {
        boolean fits = child.start() >= parent.start() && child.end() <= parent.end() && child.end() <= length;
        if (!fits) {
            strays.add(what + " " + child + " in " + parent);
        }
    }

    private void name(Origin parent, Name name) {
        inside(parent, name.origin(), "name " + name.text());
    }

    private void statement(Origin parent, Statement statement) {
        Origin own = statement.origin();
        inside(parent, own, "statement");
        switch (statement) {
            case Statement.Let(var name, var value, var origin) -> {
                name(own, name);
                switch (value) {
                    case Statement.ExpressionValue(var expression) -> expression(own, expression);
                    case Statement.FunctionValue function -> {
                        inside(own, function.origin(), "function");
                        parameters(function.origin(), function.parameters());
                        function.body().forEach(inner -> statement(function.origin(), inner));
                    }
                    case Statement.EntityGroupValue group -> expressions(group.origin(), group.entities());
                }
            }
            case Statement.SetOption option -> {}
            case Statement.DeclareParameters declare -> parameters(own, declare.parameters());
            case Statement.DeclarePattern pattern -> {
                name(own, pattern.name());
                pattern.mapping().ifPresent(mapping -> mapping(own, mapping));
            }
            case Statement.Restrict restrict -> patterns(own, restrict.entities());
            case Statement.Alias alias -> expression(own, alias.value());
            case Statement.Result result -> expression(own, result.expression());
        }
    }

    private void mapping(Origin parent, Statement.PatternMapping mapping) {
        parameters(parent, mapping.arguments());
        parameters(parent, mapping.path().stream().toList());
        for (Statement.PatternCase one : mapping.cases()) {
            inside(parent, one.origin(), "case");
            expressions(one.origin(), one.arguments());
            expression(one.origin(), one.path());
            inside(one.origin(), one.value().origin(), "body");
            one.value().body().forEach(inner -> statement(one.value().origin(), inner));
        }
    }

    private void parameters(Origin parent, List<Statement.FunctionParameter> parameters) {
        for (Statement.FunctionParameter parameter : parameters) {
            inside(parent, parameter.origin(), "parameter");
            name(parameter.origin(), parameter.name());
            parameter.defaultValue().ifPresent(value -> expression(parameter.origin(), value));
        }
    }

    private void expressions(Origin parent, List<Expression> items) {
        items.forEach(item -> expression(parent, item));
    }

    private void expression(Origin parent, Optional<Expression> item) {
        item.ifPresent(present -> expression(parent, present));
    }

    private void patterns(Origin parent, List<NamePattern> items) {
        for (NamePattern item : items) {
            inside(parent, item.origin(), "pattern");
            expression(item.origin(), item.expression());
        }
    }

    private void named(Origin parent, List<NamedExpression> items) {
        items.forEach(item -> named(parent, item));
    }

    private void named(Origin parent, NamedExpression item) {
        inside(parent, item.origin(), "named expression");
        item.names().forEach(name -> name(item.origin(), name));
        expression(item.origin(), item.value());
    }

    private void arguments(Origin parent, List<Expression.Argument> arguments) {
        arguments.forEach(argument -> expression(parent, argument.value()));
    }

    private void operators(Origin parent, List<TabularOperator> operators) {
        operators.forEach(operator -> operator(parent, operator));
    }

    private void expression(Origin parent, Expression expression) {
        Origin own = expression.origin();
        inside(parent, own, expression.getClass().getSimpleName());
        switch (expression) {
            case Expression.Path path -> expressions(own, List.of(path.target(), path.member()));
            case Expression.Element element -> expressions(own, List.of(element.target(), element.index()));
            case Expression.Call call -> {
                name(own, call.function());
                arguments(own, call.arguments());
            }
            case Expression.Unary unary -> expression(own, unary.operand());
            case Expression.Binary binary -> expressions(own, List.of(binary.left(), binary.right()));
            case Expression.Logical logical -> expressions(own, logical.operands());
            case Expression.Membership membership -> {
                expression(own, membership.subject());
                expressions(own, membership.items());
            }
            case Expression.Between between ->
                expressions(own, List.of(between.subject(), between.low(), between.high()));
            case Expression.Parenthesized parenthesized -> expression(own, parenthesized.inner());
            case Expression.Pipeline pipeline -> {
                expression(own, pipeline.source());
                operators(own, pipeline.operators());
            }
            case Expression.OperatorSource source -> operator(own, source.operator());
            case Expression.TableCall call -> expression(own, call.table());
            case Expression.Datatable table -> expressions(own, table.values());
            case Expression.ExternalData data -> expressions(own, data.locations());
            case Expression.Literal leaf -> {}
            case Expression.StringLiteral leaf -> {}
            case Expression.DynamicLiteral leaf -> {}
            case Expression.NameReference leaf -> {}
            case Expression.Star leaf -> {}
            case Expression.TypeOf leaf -> {}
            case Expression.Placeholder leaf -> {}
        }
    }

    private void operator(Origin parent, TabularOperator operator) {
        Origin own = operator.origin();
        inside(parent, own, operator.keyword());
        switch (operator) {
            case TabularOperator.Where where -> expression(own, where.predicate());
            case TabularOperator.Extend extend -> named(own, extend.items());
            case TabularOperator.Project project -> named(own, project.items());
            case TabularOperator.ProjectNames project -> patterns(own, project.names());
            case TabularOperator.ProjectRename rename -> named(own, rename.items());
            case TabularOperator.ProjectReorder reorder ->
                reorder.items().forEach(item -> patterns(own, List.of(item.name())));
            case TabularOperator.Summarize summarize -> {
                named(own, summarize.aggregates());
                named(own, summarize.keys());
                expression(own, summarize.bin());
            }
            case TabularOperator.Distinct distinct -> named(own, distinct.items());
            case TabularOperator.Take take -> expression(own, take.count());
            case TabularOperator.Sample sample -> expression(own, sample.count());
            case TabularOperator.SampleDistinct sample -> expressions(own, List.of(sample.count(), sample.column()));
            case TabularOperator.Sort sort -> sort.items().forEach(item -> named(item.origin(), item.value()));
            case TabularOperator.Top top -> {
                expression(own, top.count());
                inside(own, top.by().origin(), "order");
                named(top.by().origin(), top.by().value());
            }
            case TabularOperator.TopNested nested ->
                nested.clauses().forEach(clause -> {
                    expression(own, clause.count());
                    named(own, List.of(clause.of(), clause.by()));
                });
            case TabularOperator.TopHitters hitters -> named(own, hitters.of());
            case TabularOperator.Count count -> count.name().ifPresent(name -> name(own, name));
            case TabularOperator.Join join -> {
                expression(own, join.right());
                expressions(own, join.on());
                expression(own, join.where());
            }
            case TabularOperator.Union union -> patterns(own, union.sources());
            case TabularOperator.MvExpand expand -> expand.items().forEach(item -> named(own, item.value()));
            case TabularOperator.MvApply apply -> {
                apply.items().forEach(item -> named(own, item.value()));
                operators(own, apply.subquery());
            }
            case TabularOperator.Parse parse -> expression(own, parse.text());
            case TabularOperator.ParseKv parse -> expression(own, parse.text());
            case TabularOperator.Evaluate evaluate -> arguments(own, evaluate.arguments());
            case TabularOperator.Invoke invoke -> arguments(own, invoke.arguments());
            case TabularOperator.As as -> name(own, as.name());
            case TabularOperator.Render render -> expressions(own, render.by());
            case TabularOperator.Serialize serialize -> named(own, serialize.items());
            case TabularOperator.MakeSeries series -> {
                series.items().forEach(item -> named(own, item.value()));
                named(own, series.on());
                named(own, series.keys());
                expression(own, series.step());
            }
            case TabularOperator.Partition partition -> {
                expression(own, partition.by());
                operators(own, partition.subquery());
                expression(own, partition.whole());
            }
            case TabularOperator.Fork fork -> fork.branches().forEach(branch -> operators(own, branch.operators()));
            case TabularOperator.Facet facet -> operators(own, facet.subquery());
            case TabularOperator.Reduce reduce -> named(own, reduce.by());
            case TabularOperator.Scan scan ->
                scan.steps().forEach(step -> {
                    expression(own, step.condition());
                    named(own, step.assignments());
                });
            case TabularOperator.Search search -> expression(own, search.predicate());
            case TabularOperator.Find find -> expression(own, find.predicate());
            case TabularOperator.GetSchema leaf -> {}
            case TabularOperator.Consume leaf -> {}
            case TabularOperator.AssertSchema leaf -> {}
            case TabularOperator.Print print -> named(own, print.items());
            case TabularOperator.Range range -> expressions(own, List.of(range.from(), range.to(), range.step()));
            case TabularOperator.MacroExpand macro -> macro.body().forEach(inner -> statement(own, inner));
            case TabularOperator.MakeGraph graph -> graph.nodes().forEach(nodes -> expression(own, nodes.table()));
            case TabularOperator.GraphMatch match -> named(own, match.project());
            case TabularOperator.GraphOther other -> expression(own, other.predicate());
        }
    }
}
