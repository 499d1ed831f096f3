package dev.kqlift.syntax.build;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.grammar.KqlParser;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.RowSchema;
import dev.kqlift.syntax.Statement;
import dev.kqlift.syntax.TabularOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.misc.Interval;

/** Statements and pipelines. */
final class StatementBuilder {
    private final BuildContext context;
    private final ExpressionBuilder expressions;
    private final OperatorBuilder operators;

    StatementBuilder(List<Diagnostic> diagnostics) {
        this(new BuildContext(diagnostics, null));
    }

    /** Builds nodes that are all said to stand at one place. */
    StatementBuilder(List<Diagnostic> diagnostics, Origin place) {
        this(new BuildContext(diagnostics, place));
    }

    private StatementBuilder(BuildContext context) {
        this.context = context;
        expressions = new ExpressionBuilder(context, this);
        operators = new OperatorBuilder(context, expressions, this);
    }

    OperatorBuilder operators() {
        return operators;
    }

    Query query(KqlParser.QueryContext node) {
        return new Query(statements(node.statement()), context.origin(node));
    }

    List<Statement> statements(List<KqlParser.StatementContext> nodes) {
        List<Statement> items = new ArrayList<>(nodes.size());
        for (KqlParser.StatementContext node : nodes) {
            items.add(statement(node));
        }
        return items;
    }

    private Statement statement(KqlParser.StatementContext node) {
        Origin origin = context.origin(node);
        if (node.pipeline() != null) {
            return new Statement.Result(pipeline(node.pipeline()), origin);
        }
        if (node.letStatement() != null) {
            return let(node.letStatement(), origin);
        }
        if (node.setStatement() != null) {
            KqlParser.SetStatementContext set = node.setStatement();
            Optional<String> value = set.ASSIGN() == null
                    ? Optional.empty()
                    : Optional.of(
                            set.literal() != null
                                    ? written(set.literal())
                                    : set.word(1).getText());
            return new Statement.SetOption(set.word(0).getText(), value, origin);
        }
        if (node.declareStatement() != null) {
            KqlParser.DeclareStatementContext declare = node.declareStatement();
            return declare.PATTERN() == null
                    ? new Statement.DeclareParameters(parameters(declare.functionParameter()), origin)
                    : new Statement.DeclarePattern(
                            expressions.declaredName(declare.declaredName()),
                            Optional.ofNullable(declare.patternSignature())
                                    .map(signature -> mapping(signature, declare.patternCase())),
                            origin);
        }
        if (node.restrictStatement() != null) {
            return new Statement.Restrict(
                    expressions.patterns(node.restrictStatement().patternItem()), origin);
        }
        KqlParser.AliasStatementContext alias = node.aliasStatement();
        return new Statement.Alias(
                alias.IDENTIFIER().getText(),
                expressions.declaredName(alias.declaredName()),
                expressions.expression(alias.expression()),
                origin);
    }

    private Statement.PatternMapping mapping(
            KqlParser.PatternSignatureContext signature, List<KqlParser.PatternCaseContext> nodes) {
        List<Statement.FunctionParameter> all = parameters(signature.functionParameter());
        boolean path = signature.LBRACKET() != null;
        List<Statement.PatternCase> cases = new ArrayList<>(nodes.size());
        for (KqlParser.PatternCaseContext node : nodes) {
            List<Expression> values = expressions.expressions(node.expression());
            boolean own = node.LBRACKET() != null;
            cases.add(new Statement.PatternCase(
                    own ? values.subList(0, values.size() - 1) : values,
                    own ? Optional.of(values.getLast()) : Optional.empty(),
                    new Statement.FunctionValue(
                            false,
                            List.of(),
                            statements(node.functionBody().statement()),
                            context.origin(node.functionBody())),
                    context.origin(node)));
        }
        return new Statement.PatternMapping(
                path ? all.subList(0, all.size() - 1) : all,
                path ? Optional.of(all.getLast()) : Optional.empty(),
                cases);
    }

    /** The text of a node with the spaces and comments inside it. */
    private static String written(ParserRuleContext node) {
        return node.getStart()
                .getInputStream()
                .getText(Interval.of(
                        node.getStart().getStartIndex(), node.getStop().getStopIndex()));
    }

    private Statement let(KqlParser.LetStatementContext node, Origin origin) {
        Statement.LetValue value;
        if (node.functionLiteral() != null) {
            KqlParser.FunctionLiteralContext function = node.functionLiteral();
            value = new Statement.FunctionValue(
                    node.VIEW() != null,
                    parameters(function.functionParameter()),
                    statements(function.functionBody().statement()),
                    context.origin(function));
        } else if (node.entityGroup() != null) {
            value = new Statement.EntityGroupValue(
                    expressions.expressions(node.entityGroup().expression()), context.origin(node.entityGroup()));
        } else {
            value = new Statement.ExpressionValue(pipeline(node.pipeline()));
        }
        return new Statement.Let(expressions.newName(node.declaredName()), value, origin);
    }

    List<Statement.FunctionParameter> parameters(List<KqlParser.FunctionParameterContext> nodes) {
        List<Statement.FunctionParameter> items = new ArrayList<>(nodes.size());
        for (KqlParser.FunctionParameterContext node : nodes) {
            Optional<RowSchema> schema =
                    node.rowSchema() == null ? Optional.empty() : Optional.of(expressions.rowSchema(node.rowSchema()));
            items.add(new Statement.FunctionParameter(
                    expressions.column(node.columnName()),
                    node.typeName() == null
                            ? Optional.empty()
                            : Optional.of(node.typeName().getText()),
                    schema,
                    node.expression() == null
                            ? Optional.empty()
                            : Optional.of(expressions.expression(node.expression())),
                    context.origin(node)));
        }
        return items;
    }

    Expression pipeline(KqlParser.PipelineContext node) {
        Expression source =
                node.expression() != null ? expressions.expression(node.expression()) : source(node.sourceOperator());
        return piped(source, node.tabularOperator(), context.origin(node));
    }

    /** The items of a list: one pipeline, or expressions. */
    List<Expression> pipelines(KqlParser.PipelineListContext node) {
        List<Expression> items = new ArrayList<>(expressions.expressions(node.expression()));
        if (node.sourceOperator() != null) {
            items.add(source(node.sourceOperator()));
        }
        Expression last = items.remove(items.size() - 1);
        items.add(piped(
                last,
                node.tabularOperator(),
                Origin.of(last.origin().start(), context.origin(node).end())));
        return items;
    }

    private Expression source(KqlParser.SourceOperatorContext node) {
        return new Expression.OperatorSource(operators.source(node), context.origin(node));
    }

    private Expression piped(Expression source, List<KqlParser.TabularOperatorContext> nodes, Origin origin) {
        return nodes.isEmpty() ? source : new Expression.Pipeline(source, operators(nodes), origin);
    }

    List<TabularOperator> contextual(KqlParser.ContextualPipelineContext node) {
        return operators(node.tabularOperator());
    }

    private List<TabularOperator> operators(List<KqlParser.TabularOperatorContext> nodes) {
        List<TabularOperator> items = new ArrayList<>(nodes.size());
        for (KqlParser.TabularOperatorContext node : nodes) {
            items.add(operators.operator(node));
        }
        return items;
    }
}
