package dev.kqlift.syntax.build;

import dev.kqlift.grammar.KqlLexer;
import dev.kqlift.grammar.KqlParser;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.LiteralKind;
import dev.kqlift.syntax.Name;
import dev.kqlift.syntax.NamedExpression;
import dev.kqlift.syntax.Parameter;
import dev.kqlift.syntax.TabularOperator;
import dev.kqlift.syntax.TabularOperator.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Tabular operators: one arm each. */
final class OperatorBuilder {
    private final BuildContext context;
    private final ExpressionBuilder expressions;
    private final StatementBuilder statements;

    OperatorBuilder(BuildContext context, ExpressionBuilder expressions, StatementBuilder statements) {
        this.context = context;
        this.expressions = expressions;
        this.statements = statements;
    }

    TabularOperator source(KqlParser.SourceOperatorContext node) {
        return dispatch(node.getChild(0));
    }

    TabularOperator operator(KqlParser.TabularOperatorContext node) {
        return dispatch(node.getChild(0));
    }

    private TabularOperator dispatch(ParseTree tree) {
        Origin origin = context.origin((ParserRuleContext) tree);
        return switch (tree) {
            case KqlParser.WhereOperatorContext node -> {
                NamedExpression predicate = expressions.named(node.namedExpression());
                yield new TabularOperator.Where(
                        predicate.value(), parameters(node.parameter()), predicate.names(), origin);
            }
            case KqlParser.ExtendOperatorContext node ->
                new TabularOperator.Extend(expressions.named(node.namedExpression()), origin);
            case KqlParser.ProjectOperatorContext node ->
                new TabularOperator.Project(expressions.named(node.namedExpression()), origin);
            case KqlParser.ProjectAwayOperatorContext node ->
                new TabularOperator.ProjectNames(namesKind(node), expressions.patterns(node.patternItem()), origin);
            case KqlParser.ProjectRenameOperatorContext node ->
                new TabularOperator.ProjectRename(expressions.named(node.namedExpression()), origin);
            case KqlParser.ProjectReorderOperatorContext node ->
                new TabularOperator.ProjectReorder(reorderItems(node), origin);
            case KqlParser.SummarizeOperatorContext node -> summarize(node, origin);
            case KqlParser.DistinctOperatorContext node -> distinct(node, origin);
            case KqlParser.TakeOperatorContext node ->
                new TabularOperator.Take(
                        expressions.expression(node.expression()), parameters(node.parameter()), origin);
            case KqlParser.SampleOperatorContext node ->
                new TabularOperator.Sample(
                        expressions.expression(node.expression()), parameters(node.parameter()), origin);
            case KqlParser.SampleDistinctOperatorContext node ->
                new TabularOperator.SampleDistinct(
                        expressions.expression(node.expression(0)),
                        expressions.expression(node.expression(1)),
                        parameters(node.parameter()),
                        origin);
            case KqlParser.SortOperatorContext node ->
                new TabularOperator.Sort(orderItems(node.orderItem()), parameters(node.parameter()), origin);
            case KqlParser.TopOperatorContext node ->
                new TabularOperator.Top(
                        expressions.expression(node.expression()),
                        orderItem(node.orderItem()),
                        parameters(node.parameter()),
                        origin);
            case KqlParser.TopNestedOperatorContext node -> topNested(node, origin);
            case KqlParser.TopHittersOperatorContext node ->
                new TabularOperator.TopHitters(
                        expressions.expression(node.expression()),
                        expressions.named(node.namedExpression(0)),
                        node.BY() == null ? Optional.empty() : Optional.of(expressions.named(node.namedExpression(1))),
                        origin);
            case KqlParser.CountOperatorContext node ->
                new TabularOperator.Count(
                        node.name() == null ? Optional.empty() : Optional.of(expressions.name(node.name())), origin);
            case KqlParser.JoinOperatorContext node -> join(node, origin);
            case KqlParser.UnionOperatorContext node ->
                new TabularOperator.Union(
                        parameters(node.parameter()), expressions.patterns(node.patternItem()), origin);
            case KqlParser.MvExpandOperatorContext node ->
                new TabularOperator.MvExpand(
                        parameters(node.parameter()), mvItems(node.mvItem()), expandLimit(node), origin);
            case KqlParser.MvApplyOperatorContext node ->
                new TabularOperator.MvApply(
                        parameters(node.parameter()),
                        mvItems(node.mvItem()),
                        node.expression() == null
                                ? Optional.empty()
                                : Optional.of(expressions.expression(node.expression())),
                        statements.contextual(node.contextualPipeline()),
                        origin);
            case KqlParser.ParseOperatorContext node ->
                new TabularOperator.Parse(
                        node.PARSE_WHERE() != null,
                        parameters(node.parameter()),
                        expressions.expression(node.expression()),
                        parseParts(node.parsePart()),
                        origin);
            case KqlParser.ParseKvOperatorContext node ->
                new TabularOperator.ParseKv(
                        expressions.expression(node.expression()),
                        expressions.rowSchema(node.rowSchema()),
                        properties(node.property()),
                        origin);
            case KqlParser.EvaluateOperatorContext node ->
                new TabularOperator.Evaluate(
                        parameters(node.parameter()),
                        expressions.declaredName(node.declaredName()),
                        expressions.arguments(node.argument()),
                        node.rowSchema() == null
                                ? Optional.empty()
                                : Optional.of(expressions.rowSchema(node.rowSchema())),
                        origin);
            case KqlParser.InvokeOperatorContext node -> invoke(node, origin);
            case KqlParser.AsOperatorContext node ->
                new TabularOperator.As(expressions.newName(node.declaredName()), parameters(node.parameter()), origin);
            case KqlParser.RenderOperatorContext node -> render(node, origin);
            case KqlParser.SerializeOperatorContext node ->
                new TabularOperator.Serialize(
                        expressions.named(node.namedExpression()), parameters(node.parameter()), origin);
            case KqlParser.MakeSeriesOperatorContext node -> makeSeries(node, origin);
            case KqlParser.PartitionOperatorContext node ->
                new TabularOperator.Partition(
                        expressions.expression(node.expression()),
                        node.contextualPipeline() == null
                                ? List.of()
                                : statements.contextual(node.contextualPipeline()),
                        node.pipeline() == null ? Optional.empty() : Optional.of(statements.pipeline(node.pipeline())),
                        parameters(node.parameter()),
                        origin);
            case KqlParser.ForkOperatorContext node -> fork(node, origin);
            case KqlParser.FacetOperatorContext node ->
                new TabularOperator.Facet(
                        expressions.expressions(node.expression()),
                        node.contextualPipeline() == null
                                ? List.of()
                                : statements.contextual(node.contextualPipeline()),
                        origin);
            case KqlParser.ReduceOperatorContext node ->
                new TabularOperator.Reduce(
                        parameters(node.parameter()),
                        expressions.named(node.namedExpression()),
                        properties(node.property()),
                        origin);
            case KqlParser.ScanOperatorContext node -> scan(node, origin);
            case KqlParser.SearchOperatorContext node ->
                new TabularOperator.Search(
                        parameters(node.parameter()),
                        expressions.patterns(node.patternItem()),
                        expressions.expressionOrStar(node.expression()),
                        origin);
            case KqlParser.FindOperatorContext node -> find(node, origin);
            case KqlParser.GetSchemaOperatorContext node ->
                new TabularOperator.GetSchema(parameters(node.parameter()), origin);
            case KqlParser.ConsumeOperatorContext node ->
                new TabularOperator.Consume(parameters(node.parameter()), origin);
            case KqlParser.AssertSchemaOperatorContext node ->
                new TabularOperator.AssertSchema(expressions.rowSchema(node.rowSchema()), origin);
            case KqlParser.PrintOperatorContext node ->
                new TabularOperator.Print(expressions.named(node.namedExpression()), origin);
            case KqlParser.RangeOperatorContext node ->
                new TabularOperator.Range(
                        expressions.newName(node.declaredName()),
                        expressions.expression(node.expression(0)),
                        expressions.expression(node.expression(1)),
                        expressions.expression(node.expression(2)),
                        origin);
            case KqlParser.MacroExpandOperatorContext node ->
                new TabularOperator.MacroExpand(
                        node.term() == null ? Optional.empty() : Optional.of(expressions.term(node.term(), false)),
                        node.entityGroup() == null
                                ? List.of()
                                : expressions.expressions(node.entityGroup().expression()),
                        expressions.declaredName(node.declaredName()),
                        statements.statements(node.statement()),
                        parameters(node.parameter()),
                        origin);
            case KqlParser.MakeGraphOperatorContext node -> makeGraph(node, origin);
            case KqlParser.GraphMatchOperatorContext node ->
                new TabularOperator.GraphMatch(
                        false,
                        graphElements(node.graphPattern()),
                        optional(node.expression()),
                        expressions.named(node.namedExpression()),
                        graphParameters(node.graphParameter()),
                        origin);
            case KqlParser.GraphShortestPathsOperatorContext node ->
                new TabularOperator.GraphMatch(
                        true,
                        graphElements(node.graphPattern()),
                        optional(node.expression()),
                        expressions.named(node.namedExpression()),
                        graphParameters(node.graphParameter()),
                        origin);
            case KqlParser.GraphToTableOperatorContext node ->
                new TabularOperator.GraphOther(
                        "graph-to-table", Optional.empty(), graphTables(node.graphTable()), List.of(), origin);
            case KqlParser.GraphMarkComponentsOperatorContext node ->
                new TabularOperator.GraphOther(
                        "graph-mark-components",
                        Optional.empty(),
                        List.of(),
                        graphParameters(node.graphParameter()),
                        origin);
            case KqlParser.GraphWhereOperatorContext node ->
                new TabularOperator.GraphOther(
                        node.getStart().getText(),
                        Optional.of(expressions.expression(node.expression())),
                        List.of(),
                        List.of(),
                        origin);
            default -> throw new IllegalStateException("no arm for " + tree.getClass());
        };
    }

    /** The limit as written; the old spelling has one of its own, which stands at the keyword. */
    private Optional<Expression> expandLimit(KqlParser.MvExpandOperatorContext node) {
        if (node.expression() != null) {
            return Optional.of(expressions.expression(node.expression()));
        }
        Token keyword = node.MV_EXPAND().getSymbol();
        return keyword.getText().equals("mvexpand")
                ? Optional.of(new Expression.Literal(LiteralKind.LONG, "128", context.origin(keyword)))
                : Optional.empty();
    }

    private Optional<Expression> optional(KqlParser.@Nullable ExpressionContext node) {
        return node == null ? Optional.empty() : Optional.of(expressions.expression(node));
    }

    private static TabularOperator.NamesKind namesKind(KqlParser.ProjectAwayOperatorContext node) {
        return switch (node.getStart().getType()) {
            case KqlLexer.PROJECT_AWAY -> TabularOperator.NamesKind.AWAY;
            case KqlLexer.PROJECT_KEEP -> TabularOperator.NamesKind.KEEP;
            default -> TabularOperator.NamesKind.BY_NAMES;
        };
    }

    List<Parameter> parameters(List<KqlParser.ParameterContext> nodes) {
        List<Parameter> items = new ArrayList<>(nodes.size());
        for (KqlParser.ParameterContext node : nodes) {
            items.add(parameter(node, node.literal(), node.word(), node.bracketedName()));
        }
        return items;
    }

    private List<Parameter> graphParameters(List<KqlParser.GraphParameterContext> nodes) {
        List<Parameter> items = new ArrayList<>(nodes.size());
        for (KqlParser.GraphParameterContext node : nodes) {
            items.add(parameter(node, node.literal(), node.word(), node.bracketedName()));
        }
        return items;
    }

    private Parameter parameter(
            ParserRuleContext node,
            KqlParser.@Nullable LiteralContext literal,
            KqlParser.@Nullable WordContext word,
            KqlParser.BracketedNameContext bracketed) {
        Expression value;
        if (literal != null) {
            value = expressions.literal(literal);
        } else if (word != null) {
            value = new Expression.NameReference(word.getText(), context.origin(word));
        } else {
            Name name = expressions.bracketedName(bracketed);
            value = new Expression.NameReference(name.text(), name.origin());
        }
        return new Parameter(node.getStart().getText(), value, context.origin(node));
    }

    List<Parameter> properties(List<KqlParser.PropertyContext> nodes) {
        List<Parameter> items = new ArrayList<>(nodes.size());
        for (KqlParser.PropertyContext node : nodes) {
            StringBuilder name = new StringBuilder();
            for (KqlParser.WordContext word : node.word()) {
                name.append(name.isEmpty() ? "" : ".").append(word.getText());
            }
            items.add(new Parameter(
                    name.toString(), expressions.expression(node.propertyValue().expression()), context.origin(node)));
        }
        return items;
    }

    private static Optional<Direction> direction(@Nullable TerminalNode ascending, @Nullable TerminalNode descending) {
        if (ascending != null) {
            return Optional.of("asc".equals(ascending.getText()) ? Direction.ASCENDING : Direction.GRANNY_ASCENDING);
        }
        if (descending != null) {
            return Optional.of(
                    "desc".equals(descending.getText()) ? Direction.DESCENDING : Direction.GRANNY_DESCENDING);
        }
        return Optional.empty();
    }

    private TabularOperator invoke(KqlParser.InvokeOperatorContext node, Origin origin) {
        List<Name> names = new ArrayList<>(node.declaredName().size());
        for (KqlParser.DeclaredNameContext name : node.declaredName()) {
            names.add(expressions.declaredName(name));
        }
        int last = names.size() - 1;
        return new TabularOperator.Invoke(
                names.get(last), expressions.arguments(node.argument()), names.subList(0, last), origin);
    }

    private TabularOperator render(KqlParser.RenderOperatorContext node, Origin origin) {
        List<Parameter> properties = new ArrayList<>();
        for (ParseTree child : node.children) {
            switch (child) {
                case KqlParser.ParameterContext parameter -> properties.addAll(parameters(List.of(parameter)));
                case KqlParser.PropertyContext property -> properties.addAll(properties(List.of(property)));
                default -> {
                    // the words around them
                }
            }
        }
        List<TabularOperator.RenderProperty> with = new ArrayList<>();
        for (KqlParser.RenderPropertyContext item : node.renderProperty()) {
            if (item.property() == null) {
                with.add(new TabularOperator.RenderProperty(
                        Optional.empty(), expressions.expression(item.expression())));
            } else {
                Parameter property = properties(List.of(item.property())).get(0);
                with.add(new TabularOperator.RenderProperty(Optional.of(property.name()), property.value()));
            }
        }
        return new TabularOperator.Render(
                node.word() == null ? "" : node.word().getText(),
                properties,
                expressions.expressions(node.expression()),
                with,
                origin);
    }

    private List<TabularOperator.ReorderItem> reorderItems(KqlParser.ProjectReorderOperatorContext node) {
        List<TabularOperator.ReorderItem> items = new ArrayList<>();
        for (KqlParser.ReorderItemContext item : node.reorderItem()) {
            items.add(new TabularOperator.ReorderItem(
                    expressions.pattern(item.patternItem()), direction(item.ASC(), item.DESC())));
        }
        return items;
    }

    private TabularOperator summarize(KqlParser.SummarizeOperatorContext node, Origin origin) {
        List<NamedExpression> aggregates = new ArrayList<>();
        List<NamedExpression> keys = new ArrayList<>();
        int by = node.BY() == null ? Integer.MAX_VALUE : node.BY().getSymbol().getStartIndex();
        for (KqlParser.NamedExpressionContext item : node.namedExpression()) {
            (item.getStart().getStartIndex() < by ? aggregates : keys).add(expressions.named(item));
        }
        Optional<Expression> bin = Optional.empty();
        if (node.binClause() != null) {
            bin = Optional.of(expressions.expression(node.binClause().expression()));
        }
        return new TabularOperator.Summarize(parameters(node.parameter()), aggregates, keys, bin, origin);
    }

    private TabularOperator distinct(KqlParser.DistinctOperatorContext node, Origin origin) {
        List<NamedExpression> items = new ArrayList<>();
        for (KqlParser.NamedExpressionContext item : node.namedExpression()) {
            items.add(
                    item.ASSIGN() == null
                            ? new NamedExpression(
                                    List.of(), expressions.expressionOrStar(item.expression(0)), context.origin(item))
                            : expressions.named(item));
        }
        return new TabularOperator.Distinct(items, parameters(node.parameter()), origin);
    }

    private List<TabularOperator.OrderItem> orderItems(List<KqlParser.OrderItemContext> nodes) {
        List<TabularOperator.OrderItem> items = new ArrayList<>(nodes.size());
        for (KqlParser.OrderItemContext node : nodes) {
            items.add(orderItem(node));
        }
        return items;
    }

    private TabularOperator.OrderItem orderItem(KqlParser.OrderItemContext node) {
        return new TabularOperator.OrderItem(
                expressions.named(node.namedExpression()),
                direction(node.ASC(), node.DESC()),
                node.NULLS() == null ? Optional.empty() : Optional.of(node.FIRST() != null),
                context.origin(node));
    }

    private TabularOperator topNested(KqlParser.TopNestedOperatorContext node, Origin origin) {
        List<TabularOperator.TopNestedClause> clauses = new ArrayList<>();
        for (KqlParser.TopNestedClauseContext clause : node.topNestedClause()) {
            int of = clause.OF().getSymbol().getStartIndex();
            Optional<Expression> count = Optional.empty();
            Optional<Expression> others = Optional.empty();
            for (KqlParser.ExpressionContext expression : clause.expression()) {
                if (expression.getStart().getStartIndex() < of) {
                    count = Optional.of(expressions.expression(expression));
                } else {
                    others = Optional.of(expressions.expression(expression));
                }
            }
            clauses.add(new TabularOperator.TopNestedClause(
                    count,
                    expressions.named(clause.namedExpression(0)),
                    others,
                    expressions.named(clause.namedExpression(1)),
                    direction(clause.ASC(), clause.DESC())));
        }
        return new TabularOperator.TopNested(clauses, origin);
    }

    private TabularOperator join(KqlParser.JoinOperatorContext node, Origin origin) {
        List<Expression> on = List.of();
        Optional<Expression> where = Optional.empty();
        KqlParser.JoinConditionContext condition = node.joinCondition();
        if (condition != null && condition.ON() != null) {
            on = expressions.expressions(condition.expression());
        } else if (condition != null) {
            where = Optional.of(expressions.expression(condition.expression(0)));
        }
        return new TabularOperator.Join(
                node.LOOKUP() != null,
                parameters(node.parameter()),
                expressions.term(node.term(), false),
                on,
                where,
                origin);
    }

    private List<TabularOperator.MvItem> mvItems(List<KqlParser.MvItemContext> nodes) {
        List<TabularOperator.MvItem> items = new ArrayList<>(nodes.size());
        for (KqlParser.MvItemContext node : nodes) {
            items.add(new TabularOperator.MvItem(
                    expressions.named(node.namedExpression()),
                    node.typeName() == null
                            ? Optional.empty()
                            : Optional.of(node.typeName().getText())));
        }
        return items;
    }

    private List<TabularOperator.ParsePart> parseParts(List<KqlParser.ParsePartContext> nodes) {
        List<TabularOperator.ParsePart> parts = new ArrayList<>(nodes.size());
        for (KqlParser.ParsePartContext node : nodes) {
            if (node.STAR() != null) {
                parts.add(new TabularOperator.ParsePart.Skip());
            } else if (node.columnName() != null) {
                parts.add(new TabularOperator.ParsePart.Capture(
                        expressions.column(node.columnName()),
                        node.typeName() == null
                                ? Optional.empty()
                                : Optional.of(node.typeName().getText())));
            } else {
                parts.add(new TabularOperator.ParsePart.Text(
                        ExpressionBuilder.stringValue(node.STRING_LITERAL()),
                        ExpressionBuilder.anyHidden(node.STRING_LITERAL())));
            }
        }
        return parts;
    }

    private TabularOperator makeSeries(KqlParser.MakeSeriesOperatorContext node, Origin origin) {
        List<TabularOperator.SeriesItem> items = new ArrayList<>();
        for (KqlParser.SeriesItemContext item : node.seriesItem()) {
            items.add(new TabularOperator.SeriesItem(
                    expressions.named(item.namedExpression()), optional(item.expression())));
        }
        Optional<Expression> from = Optional.empty();
        Optional<Expression> to = Optional.empty();
        Optional<Expression> step = Optional.empty();
        if (node.seriesRange() != null) {
            from = Optional.of(expressions.expression(node.seriesRange().expression(0)));
            to = Optional.of(expressions.expression(node.seriesRange().expression(1)));
            step = Optional.of(expressions.expression(node.seriesRange().expression(2)));
        } else {
            int next = 0;
            if (node.FROM() != null) {
                from = Optional.of(expressions.expression(node.expression(next++)));
            }
            if (node.TO() != null) {
                to = Optional.of(expressions.expression(node.expression(next++)));
            }
            step = Optional.of(expressions.expression(node.expression(next)));
        }
        List<KqlParser.NamedExpressionContext> named = node.namedExpression();
        return new TabularOperator.MakeSeries(
                parameters(node.parameter()),
                items,
                expressions.named(named.get(0)),
                from,
                to,
                step,
                expressions.named(named.subList(1, named.size())),
                node.seriesRange() != null,
                origin);
    }

    private TabularOperator fork(KqlParser.ForkOperatorContext node, Origin origin) {
        List<TabularOperator.ForkBranch> branches = new ArrayList<>();
        for (KqlParser.ForkBranchContext branch : node.forkBranch()) {
            branches.add(new TabularOperator.ForkBranch(
                    branch.declaredName() == null
                            ? Optional.empty()
                            : Optional.of(expressions.declaredName(branch.declaredName())),
                    statements.contextual(branch.contextualPipeline())));
        }
        return new TabularOperator.Fork(branches, origin);
    }

    private TabularOperator scan(KqlParser.ScanOperatorContext node, Origin origin) {
        List<TabularOperator.ScanStep> steps = new ArrayList<>();
        for (KqlParser.ScanStepContext step : node.scanStep()) {
            steps.add(new TabularOperator.ScanStep(
                    expressions.declaredName(step.declaredName()),
                    step.OPTIONAL() != null,
                    step.OUTPUT() == null
                            ? Optional.empty()
                            : Optional.of(step.word().getText()),
                    expressions.expression(step.expression()),
                    expressions.named(step.namedExpression())));
        }
        return new TabularOperator.Scan(
                parameters(node.parameter()),
                orderItems(node.orderItem()),
                expressions.expressions(node.expression()),
                statements.parameters(node.functionParameter()),
                steps,
                origin);
    }

    private TabularOperator find(KqlParser.FindOperatorContext node, Origin origin) {
        List<TabularOperator.FindColumn> columns = new ArrayList<>();
        for (KqlParser.FindColumnContext column : node.findColumn()) {
            columns.add(new TabularOperator.FindColumn(
                    column.declaredName() == null
                            ? Optional.empty()
                            : Optional.of(expressions.declaredName(column.declaredName())),
                    column.typeName() == null
                            ? Optional.empty()
                            : Optional.of(column.typeName().getText())));
        }
        return new TabularOperator.Find(
                parameters(node.parameter()),
                expressions.patterns(node.patternItem()),
                expressions.expressionOrStar(node.expression()),
                node.PROJECT_SMART() != null,
                columns,
                origin);
    }

    private TabularOperator makeGraph(KqlParser.MakeGraphOperatorContext node, Origin origin) {
        List<TabularOperator.GraphNodes> nodes = new ArrayList<>();
        for (int i = 0; i < node.term().size(); i++) {
            nodes.add(new TabularOperator.GraphNodes(
                    expressions.term(node.term(i), false), expressions.expression(node.expression(i))));
        }
        List<TerminalNode> identifiers = node.PARAMETER_NAME();
        for (int i = 0; i < identifiers.size(); i++) {
            if (i > 0 || !"with_node_id".equals(identifiers.get(i).getText())) {
                context.error(
                        identifiers.get(i).getSymbol(),
                        "found `" + identifiers.get(i).getText() + "`, expected "
                                + (i > 0 ? "`partitioned-by`, `|` or the end of the query" : "`with_node_id`"));
            }
        }
        int next = identifiers.isEmpty() ? 2 : identifiers.size() + 2;
        return new TabularOperator.MakeGraph(
                expressions.declaredName(node.declaredName(0)),
                expressions.declaredName(node.declaredName(1)),
                nodes,
                identifiers.isEmpty() ? Optional.empty() : Optional.of(expressions.declaredName(node.declaredName(2))),
                node.EDGE_RIGHT() != null,
                node.contextualPipeline() == null
                        ? Optional.empty()
                        : Optional.of(new TabularOperator.GraphPartition(
                                expressions.declaredName(node.declaredName(next)),
                                statements.contextual(node.contextualPipeline()))),
                parameters(node.parameter()),
                origin);
    }

    private List<TabularOperator.GraphTable> graphTables(List<KqlParser.GraphTableContext> nodes) {
        List<TabularOperator.GraphTable> tables = new ArrayList<>(nodes.size());
        for (KqlParser.GraphTableContext node : nodes) {
            tables.add(new TabularOperator.GraphTable(
                    node.EDGES() != null,
                    node.declaredName() == null
                            ? Optional.empty()
                            : Optional.of(expressions.declaredName(node.declaredName())),
                    graphParameters(node.graphParameter())));
        }
        return tables;
    }

    private List<TabularOperator.GraphElement> graphElements(List<KqlParser.GraphPatternContext> patterns) {
        List<TabularOperator.GraphElement> elements = new ArrayList<>();
        for (KqlParser.GraphPatternContext pattern : patterns) {
            for (int i = 0; i < pattern.getChildCount(); i++) {
                ParseTree child = pattern.getChild(i);
                if (child instanceof KqlParser.GraphNodeContext graphNode) {
                    elements.add(new TabularOperator.GraphElement(
                            false,
                            false,
                            graphNode.declaredName() == null
                                    ? Optional.empty()
                                    : Optional.of(expressions.declaredName(graphNode.declaredName())),
                            graphNode.getText()));
                } else if (child instanceof KqlParser.GraphEdgeContext edge) {
                    elements.add(new TabularOperator.GraphElement(
                            true,
                            edge.STAR() != null,
                            edge.declaredName() == null
                                    ? Optional.empty()
                                    : Optional.of(expressions.declaredName(edge.declaredName())),
                            edge.getText()));
                }
            }
        }
        return elements;
    }
}
