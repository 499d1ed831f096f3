package dev.kqlift.syntax.build;

import dev.kqlift.grammar.KqlLexer;
import dev.kqlift.grammar.KqlParser;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.BinaryOperator;
import dev.kqlift.syntax.BinaryOperator.Level;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.LiteralKind;
import dev.kqlift.syntax.Name;
import dev.kqlift.syntax.NamePattern;
import dev.kqlift.syntax.NameWords;
import dev.kqlift.syntax.NamedExpression;
import dev.kqlift.syntax.RowSchema;
import dev.kqlift.syntax.SetOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Expressions: works out precedence, which the grammar leaves open. */
final class ExpressionBuilder {
    /** Longer chains of one arithmetic operator would make trees too deep to walk. */
    private static final int LONGEST_CHAIN = 2000;

    private final BuildContext context;
    private final StatementBuilder statements;

    ExpressionBuilder(BuildContext context, StatementBuilder statements) {
        this.context = context;
        this.statements = statements;
    }

    // ---- names

    Name name(KqlParser.NameContext node) {
        return new Name(node.getStart().getText(), context.origin(node.getStart()));
    }

    /** A name that is read; some keywords cannot be. */
    private Name readName(KqlParser.NameContext node) {
        Name name = name(node);
        if (!NameWords.readable(name.text())) {
            needsBrackets(name);
        }
        return name;
    }

    /** A name that a column is given; some keywords cannot be. */
    Name column(KqlParser.ColumnNameContext node) {
        return node.keywordName() != null ? keyword(node.keywordName()) : column(node.declaredName());
    }

    private Name column(KqlParser.DeclaredNameContext node) {
        return node.name() != null ? declarable(name(node.name())) : bracketedName(node.bracketedName());
    }

    private Name keyword(KqlParser.KeywordNameContext node) {
        return declarable(new Name(node.getStart().getText(), context.origin(node.getStart())));
    }

    private Name declarable(Name name) {
        if (!NameWords.declarable(name.text())) {
            needsBrackets(name);
        }
        return name;
    }

    /** A name that a query gives to something other than a column; no keyword that could not be read may be one. */
    Name newName(KqlParser.DeclaredNameContext node) {
        Name name = column(node);
        if (node.name() != null && NameWords.declarable(name.text()) && !NameWords.readable(name.text())) {
            needsBrackets(name);
        }
        return name;
    }

    private void needsBrackets(Name name) {
        context.error(
                name.origin().span(),
                "`" + name.text() + "` is a keyword; to use it as a name, write ['" + name.text() + "']");
    }

    Name declaredName(KqlParser.DeclaredNameContext node) {
        return node.name() != null ? name(node.name()) : bracketedName(node.bracketedName());
    }

    Name bracketedName(KqlParser.BracketedNameContext node) {
        return new Name(stringValue(node.STRING_LITERAL()), context.origin(node));
    }

    NamedExpression named(KqlParser.NamedExpressionContext node) {
        if (node.keywordName() != null) {
            List<Name> names = List.of(keyword(node.keywordName()));
            return new NamedExpression(names, expression(node.expression(0)), context.origin(node));
        }
        if (node.ASSIGN() == null) {
            return new NamedExpression(List.of(), expression(node.expression(0)), context.origin(node));
        }
        List<Name> names = assignedNames(node.expression(0));
        for (Name name : names) {
            // Brackets make any word a name; the origin spans them.
            boolean bracketed =
                    name.origin().end() - name.origin().start() > name.text().length();
            if (!bracketed && !NameWords.declarable(name.text())) {
                needsBrackets(name);
            }
        }
        if (names.isEmpty()) {
            context.error(
                    node.ASSIGN().getSymbol(), "found `=`, expected a plain name before it; to compare, write `==`");
        }
        return new NamedExpression(names, expression(node.expression(1)), context.origin(node));
    }

    List<NamedExpression> named(List<KqlParser.NamedExpressionContext> nodes) {
        List<NamedExpression> items = new ArrayList<>(nodes.size());
        for (KqlParser.NamedExpressionContext node : nodes) {
            items.add(named(node));
        }
        return items;
    }

    /** The names on the left of {@code =}: one, or several in parentheses; none where it is no name. */
    private List<Name> assignedNames(KqlParser.ExpressionContext node) {
        KqlParser.TermContext term = node.term();
        if (!node.infix().isEmpty() || term.getChildCount() != 1) {
            return List.of();
        }
        KqlParser.PrimaryContext primary = term.primary();
        if (primary.name() != null && primary.getChildCount() == 1) {
            return List.of(name(primary.name()));
        }
        if (primary.bracketedName() != null && primary.getChildCount() == 1) {
            return List.of(bracketedName(primary.bracketedName()));
        }
        if (primary.LPAREN() != null && primary.getStart().getType() == KqlLexer.LPAREN) {
            List<Name> names = new ArrayList<>();
            if (primary.pipelineList().sourceOperator() != null
                    || !primary.pipelineList().PIPE().isEmpty()) {
                return List.of();
            }
            for (KqlParser.ExpressionContext item : primary.pipelineList().expression()) {
                List<Name> inner = assignedNames(item);
                if (inner.size() != 1) {
                    return List.of();
                }
                names.addAll(inner);
            }
            return names;
        }
        return List.of();
    }

    NamePattern pattern(KqlParser.PatternItemContext node) {
        int parts = node.getChildCount();
        KqlParser.TermContext term = node.term();
        boolean starFirst = term.getChildCount() == 1 && term.primary().STAR() != null;
        boolean starLast = endsWithStarMember(term);
        if (parts == 1 && !starFirst && !starLast) {
            return new NamePattern(Optional.empty(), term(term, false), context.origin(node));
        }
        if (parts > 1 && !starFirst && !starLast && !endsWithName(term)) {
            context.error(
                    context.origin(term).span(),
                    "found a wildcard after an expression; only a name without brackets can have one");
        }
        StringBuilder text = new StringBuilder(patternText(term));
        Token previous = term.getStop();
        for (int i = 1; i < parts; i++) {
            ParseTree child = node.getChild(i);
            Token token =
                    child instanceof TerminalNode leaf ? leaf.getSymbol() : ((KqlParser.NameContext) child).getStart();
            if (token.getStartIndex() != previous.getStopIndex() + 1) {
                context.error(token, "found `" + token.getText() + "`, expected `,`, `|` or the end of the list");
                break;
            }
            text.append(token.getText());
            previous = token;
        }
        Expression head = starFirst ? new Expression.Star(context.origin(term)) : term(term, true);
        return new NamePattern(Optional.of(text.toString()), head, context.origin(node));
    }

    private static boolean endsWithStarMember(KqlParser.TermContext term) {
        List<KqlParser.SelectorContext> selectors = term.selector();
        return !selectors.isEmpty() && selectors.get(selectors.size() - 1).STAR() != null;
    }

    private static boolean endsWithName(KqlParser.TermContext term) {
        List<KqlParser.SelectorContext> selectors = term.selector();
        if (selectors.isEmpty()) {
            return term.primary().name() != null && term.primary().LPAREN() == null;
        }
        KqlParser.SelectorContext last = selectors.get(selectors.size() - 1);
        return last.name() != null && last.LPAREN() == null;
    }

    /** The last name of the term: of {@code database("d").T} that is {@code T}. */
    private static String patternText(KqlParser.TermContext term) {
        List<KqlParser.SelectorContext> selectors = term.selector();
        if (!selectors.isEmpty()) {
            KqlParser.SelectorContext last = selectors.get(selectors.size() - 1);
            return last.getText().startsWith(".") ? last.getText().substring(1) : last.getText();
        }
        KqlParser.PrimaryContext primary = term.primary();
        if (primary.bracketedName() != null) {
            return stringValue(primary.bracketedName().STRING_LITERAL());
        }
        return primary.getText();
    }

    List<NamePattern> patterns(List<KqlParser.PatternItemContext> nodes) {
        List<NamePattern> items = new ArrayList<>(nodes.size());
        for (KqlParser.PatternItemContext node : nodes) {
            items.add(pattern(node));
        }
        return items;
    }

    // ---- expressions

    Expression expression(KqlParser.ExpressionContext node) {
        return expression(node, false);
    }

    /** An expression that may be {@code *} alone. */
    Expression expressionOrStar(KqlParser.ExpressionContext node) {
        return expression(node, true);
    }

    private Expression expression(KqlParser.ExpressionContext node, boolean starAllowed) {
        if (node.getChildCount() == 1) {
            return term(node.term(), starAllowed);
        }
        return new Climber(node).climb();
    }

    List<Expression> expressions(List<KqlParser.ExpressionContext> nodes) {
        List<Expression> items = new ArrayList<>(nodes.size());
        for (KqlParser.ExpressionContext node : nodes) {
            items.add(expression(node));
        }
        return items;
    }

    /** Climbs the levels of precedence over one flat list of operands and operators. */
    private final class Climber {
        private static final Level[] LEVELS = Level.values();

        private final KqlParser.TermContext first;
        private final List<KqlParser.InfixContext> infixes;
        private final Level[] levels;
        private int next;

        Climber(KqlParser.ExpressionContext node) {
            first = node.term();
            infixes = node.infix();
            levels = new Level[infixes.size()];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = level(infixes.get(i));
            }
        }

        Expression climb() {
            return climbLevel(0, true);
        }

        private Expression climbLevel(int index, boolean leftmost) {
            if (index == LEVELS.length) {
                return operand(leftmost);
            }
            Level level = LEVELS[index];
            Expression left = climbLevel(index + 1, leftmost);
            if (next >= levels.length || levels[next] != level) {
                return left;
            }
            return level == Level.OR || level == Level.AND ? logical(index, left) : chain(index, left);
        }

        private Expression logical(int index, Expression left) {
            List<Expression> operands = new ArrayList<>();
            operands.add(noStar(left));
            while (next < levels.length && levels[next] == LEVELS[index]) {
                next++;
                operands.add(noStar(climbLevel(index + 1, false)));
            }
            return new Expression.Logical(
                    LEVELS[index] == Level.AND,
                    operands,
                    Origin.between(
                            left.origin(), operands.get(operands.size() - 1).origin()));
        }

        private Expression chain(int index, Expression left) {
            Expression result = left;
            int links = 0;
            while (next < levels.length && levels[next] == LEVELS[index]) {
                KqlParser.InfixContext infix = infixes.get(next);
                links++;
                if (links > 1 && !LEVELS[index].chains() || links > LONGEST_CHAIN) {
                    context.error(
                            infix.getStart(),
                            links > LONGEST_CHAIN
                                    ? "more than " + LONGEST_CHAIN + " operators in a row; split the expression"
                                    : "`" + infix.getStart().getText()
                                            + "` cannot follow another operator of its kind; put one of them in parentheses");
                }
                next++;
                result = apply(infix, result, index);
            }
            return result;
        }

        private Expression apply(KqlParser.InfixContext infix, Expression left, int index) {
            Token token = infix.getStart();
            switch (token.getType()) {
                case KqlLexer.IN, KqlLexer.SET_OPERATOR -> {
                    List<Expression> items = statements.pipelines(infix.pipelineList());
                    return new Expression.Membership(
                            setOperator(token.getText()), noStar(left), items, through(left, infix));
                }
                case KqlLexer.BETWEEN -> {
                    return new Expression.Between(
                            token.getText().charAt(0) == '!',
                            noStar(left),
                            expression(infix.expression(0)),
                            expression(infix.expression(1)),
                            through(left, infix));
                }
                default -> {
                    BinaryOperator operator = binaryOperator(token);
                    boolean starAllowed = operator.level() == Level.TEXT || operator.level() == Level.EQUALITY;
                    Expression right = noStar(climbLevel(index + 1, false));
                    return new Expression.Binary(
                            operator,
                            starAllowed ? left : noStar(left),
                            right,
                            Origin.between(left.origin(), right.origin()));
                }
            }
        }

        private Origin through(Expression left, KqlParser.InfixContext infix) {
            return Origin.between(left.origin(), context.origin(infix));
        }

        private Expression operand(boolean leftmost) {
            return term(leftmost ? first : infixes.get(next - 1).term(), true);
        }

        private Expression noStar(Expression expression) {
            return expression instanceof Expression.Star ? misplacedStar(expression) : expression;
        }
    }

    private Expression misplacedStar(Expression star) {
        context.error(star.origin().span(), "found `*`, expected an expression");
        return star;
    }

    private static Level level(KqlParser.InfixContext infix) {
        return switch (infix.getStart().getType()) {
            case KqlLexer.OR -> Level.OR;
            case KqlLexer.AND -> Level.AND;
            case KqlLexer.EQ, KqlLexer.NE, KqlLexer.IN, KqlLexer.SET_OPERATOR, KqlLexer.BETWEEN -> Level.EQUALITY;
            case KqlLexer.LT, KqlLexer.LE, KqlLexer.GT, KqlLexer.GE -> Level.RELATION;
            case KqlLexer.PLUS, KqlLexer.MINUS -> Level.SUM;
            case KqlLexer.STAR, KqlLexer.SLASH, KqlLexer.PERCENT -> Level.PRODUCT;
            default -> Level.TEXT;
        };
    }

    private static BinaryOperator binaryOperator(Token token) {
        return switch (token.getType()) {
            case KqlLexer.EQ -> BinaryOperator.EQUAL;
            case KqlLexer.NE -> BinaryOperator.NOT_EQUAL;
            case KqlLexer.LT -> BinaryOperator.LESS;
            case KqlLexer.LE -> BinaryOperator.LESS_OR_EQUAL;
            case KqlLexer.GT -> BinaryOperator.GREATER;
            case KqlLexer.GE -> BinaryOperator.GREATER_OR_EQUAL;
            case KqlLexer.PLUS -> BinaryOperator.ADD;
            case KqlLexer.MINUS -> BinaryOperator.SUBTRACT;
            case KqlLexer.STAR -> BinaryOperator.MULTIPLY;
            case KqlLexer.SLASH -> BinaryOperator.DIVIDE;
            case KqlLexer.PERCENT -> BinaryOperator.MODULO;
            case KqlLexer.EQ_CI -> BinaryOperator.EQUAL_IGNORING_CASE;
            case KqlLexer.NE_CI -> BinaryOperator.NOT_EQUAL_IGNORING_CASE;
            case KqlLexer.COLON -> BinaryOperator.COLON;
            default -> textOperator(token.getText());
        };
    }

    private static BinaryOperator textOperator(String text) {
        return switch (text) {
            case "has" -> BinaryOperator.HAS;
            case "!has" -> BinaryOperator.NOT_HAS;
            case "has_cs" -> BinaryOperator.HAS_CS;
            case "!has_cs" -> BinaryOperator.NOT_HAS_CS;
            case "hasprefix" -> BinaryOperator.HASPREFIX;
            case "!hasprefix" -> BinaryOperator.NOT_HASPREFIX;
            case "hasprefix_cs" -> BinaryOperator.HASPREFIX_CS;
            case "!hasprefix_cs" -> BinaryOperator.NOT_HASPREFIX_CS;
            case "hassuffix" -> BinaryOperator.HASSUFFIX;
            case "!hassuffix" -> BinaryOperator.NOT_HASSUFFIX;
            case "hassuffix_cs" -> BinaryOperator.HASSUFFIX_CS;
            case "!hassuffix_cs" -> BinaryOperator.NOT_HASSUFFIX_CS;
            case "contains" -> BinaryOperator.CONTAINS;
            case "!contains", "notcontains" -> BinaryOperator.NOT_CONTAINS;
            case "contains_cs", "containscs" -> BinaryOperator.CONTAINS_CS;
            case "!contains_cs", "notcontainscs" -> BinaryOperator.NOT_CONTAINS_CS;
            case "startswith" -> BinaryOperator.STARTSWITH;
            case "!startswith" -> BinaryOperator.NOT_STARTSWITH;
            case "startswith_cs" -> BinaryOperator.STARTSWITH_CS;
            case "!startswith_cs" -> BinaryOperator.NOT_STARTSWITH_CS;
            case "endswith" -> BinaryOperator.ENDSWITH;
            case "!endswith" -> BinaryOperator.NOT_ENDSWITH;
            case "endswith_cs" -> BinaryOperator.ENDSWITH_CS;
            case "!endswith_cs" -> BinaryOperator.NOT_ENDSWITH_CS;
            case "matches regex" -> BinaryOperator.MATCHES_REGEX;
            case "like" -> BinaryOperator.LIKE;
            case "notlike" -> BinaryOperator.NOT_LIKE;
            case "likecs" -> BinaryOperator.LIKE_CS;
            default -> BinaryOperator.NOT_LIKE_CS;
        };
    }

    private static SetOperator setOperator(String text) {
        return switch (text) {
            case "in" -> SetOperator.IN;
            case "!in" -> SetOperator.NOT_IN;
            case "in~" -> SetOperator.IN_IGNORING_CASE;
            case "!in~" -> SetOperator.NOT_IN_IGNORING_CASE;
            case "has_any" -> SetOperator.HAS_ANY;
            default -> SetOperator.HAS_ALL;
        };
    }

    Expression term(KqlParser.TermContext node, boolean starAllowed) {
        boolean signed = node.PLUS() != null || node.MINUS() != null;
        Expression result = primary(node.primary());
        if (node.getChildCount() > 1) {
            if (result instanceof Expression.Star) {
                result = misplacedStar(result);
            }
            for (KqlParser.SelectorContext selector : node.selector()) {
                result = select(result, selector);
            }
            if (signed) {
                result = new Expression.Unary(node.MINUS() != null, result, context.origin(node));
            }
        } else if (!starAllowed && result instanceof Expression.Star) {
            return misplacedStar(result);
        }
        return result;
    }

    private Expression select(Expression target, KqlParser.SelectorContext node) {
        Origin origin = Origin.between(target.origin(), context.origin(node));
        if (node.DOT() == null) {
            return new Expression.Element(target, expression(node.expression()), origin);
        }
        if (node.name() != null) {
            Token token = node.name().getStart();
            boolean hinted = token.getType() == KqlLexer.HINT;
            Name name = hinted ? afterHint(token) : readName(node.name());
            Expression member = node.LPAREN() == null
                    ? new Expression.NameReference(name.text(), name.origin())
                    : new Expression.Call(
                            name, arguments(node.argument()), Origin.between(name.origin(), context.origin(node)));
            if (!hinted) {
                return new Expression.Path(target, member, origin);
            }
            Name hint = hint(token);
            Expression inner = new Expression.Path(
                    target,
                    new Expression.NameReference(hint.text(), hint.origin()),
                    Origin.between(target.origin(), hint.origin()));
            return new Expression.Path(inner, member, origin);
        }
        if (node.bracketedName() != null) {
            Name name = bracketedName(node.bracketedName());
            Expression call = new Expression.Call(
                    name, arguments(node.argument()), Origin.between(name.origin(), context.origin(node)));
            return new Expression.Path(target, call, origin);
        }
        if (node.LBRACKET() != null) {
            Expression index = expression(node.expression());
            // `a.['b']` names a member, `a.[0]` is an element.
            return index instanceof Expression.StringLiteral text
                    ? new Expression.Path(target, new Expression.NameReference(text.value(), text.origin()), origin)
                    : new Expression.Element(target, index, origin);
        }
        if (node.STAR() != null) {
            return new Expression.Path(target, new Expression.Star(context.origin(node)), origin);
        }
        return new Expression.Path(target, placeholder(node.clientParameter()), origin);
    }

    private Expression placeholder(KqlParser.ClientParameterContext node) {
        return new Expression.Placeholder(node.name().getText(), context.origin(node));
    }

    private Expression primary(KqlParser.PrimaryContext node) {
        if (node.name() != null && node.getStart().getType() == KqlLexer.HINT) {
            Name hint = hint(node.getStart());
            Name member = afterHint(node.getStart());
            return new Expression.Path(
                    new Expression.NameReference(hint.text(), hint.origin()),
                    nameOrCall(node, member),
                    context.origin(node));
        }
        if (node.name() != null) {
            return nameOrCall(node, readName(node.name()));
        }
        if (node.literal() != null) {
            return literal(node.literal());
        }
        if (node.bracketedName() != null) {
            return nameOrCall(node, bracketedName(node.bracketedName()));
        }
        Origin origin = context.origin(node);
        switch (node.getStart().getType()) {
            case KqlLexer.LPAREN -> {
                if (!node.pipelineList().COMMA().isEmpty()) {
                    context.error(
                            node.pipelineList().COMMA(0).getSymbol(),
                            "found `,`, expected `)`; a list stands only behind `in` and its like");
                }
                return new Expression.Parenthesized(
                        statements.pipelines(node.pipelineList()).getLast(), origin);
            }
            case KqlLexer.DYNAMIC -> {
                return new Expression.DynamicLiteral(json(node.json()), origin);
            }
            case KqlLexer.TOSCALAR, KqlLexer.TOTABLE, KqlLexer.MATERIALIZE -> {
                Expression.TableFunction function = switch (node.getStart().getType()) {
                    case KqlLexer.TOSCALAR -> Expression.TableFunction.TOSCALAR;
                    case KqlLexer.TOTABLE -> Expression.TableFunction.TOTABLE;
                    default -> Expression.TableFunction.MATERIALIZE;
                };
                Token open = node.LPAREN().getSymbol();
                List<KqlParser.ParameterContext> before = new ArrayList<>();
                List<KqlParser.ParameterContext> after = new ArrayList<>();
                for (KqlParser.ParameterContext parameter : node.parameter()) {
                    (parameter.getStart().getTokenIndex() < open.getTokenIndex() ? before : after).add(parameter);
                }
                return new Expression.TableCall(
                        function,
                        statements.pipeline(node.pipeline()),
                        statements.operators().parameters(before),
                        statements.operators().parameters(after),
                        origin);
            }
            case KqlLexer.DATATABLE -> {
                List<Expression> values = new ArrayList<>(node.datum().size());
                for (KqlParser.DatumContext datum : node.datum()) {
                    values.add(datum(datum));
                }
                return new Expression.Datatable(
                        rowSchema(node.rowSchema()),
                        values,
                        statements.operators().properties(node.property()),
                        origin);
            }
            case KqlLexer.EXTERNALDATA -> {
                return new Expression.ExternalData(
                        rowSchema(node.rowSchema()),
                        expressions(node.expression()),
                        statements.operators().properties(node.property()),
                        origin);
            }
            case KqlLexer.TYPEOF -> {
                return typeOf(node, origin);
            }
            case KqlLexer.STAR -> {
                return new Expression.Star(origin);
            }
            default -> {
                return placeholder(node.clientParameter());
            }
        }
    }

    /** {@code hint.x} where no parameter can stand is one token to the lexer, and a member of {@code hint} to everybody else. */
    private Name hint(Token token) {
        int dot = token.getText().indexOf('.');
        return new Name(
                token.getText().substring(0, dot), context.origin(token.getStartIndex(), token.getStartIndex() + dot));
    }

    private Name afterHint(Token token) {
        int dot = token.getText().indexOf('.');
        return new Name(
                token.getText().substring(dot + 1),
                context.origin(token.getStartIndex() + dot + 1, token.getStopIndex() + 1));
    }

    private Expression nameOrCall(KqlParser.PrimaryContext node, Name name) {
        if (node.LPAREN() == null) {
            return new Expression.NameReference(name.text(), name.origin());
        }
        return new Expression.Call(name, arguments(node.argument()), context.origin(node));
    }

    List<Expression.Argument> arguments(List<KqlParser.ArgumentContext> nodes) {
        List<Expression.Argument> items = new ArrayList<>(nodes.size());
        for (KqlParser.ArgumentContext node : nodes) {
            if (node.keywordName() != null) {
                items.add(new Expression.Argument(
                        Optional.of(keyword(node.keywordName())), expression(node.expression(0))));
                continue;
            }
            if (node.ASSIGN() == null) {
                items.add(new Expression.Argument(Optional.empty(), expressionOrStar(node.expression(0))));
                continue;
            }
            List<Name> names = assignedNames(node.expression(0));
            if (names.size() != 1) {
                context.error(
                        node.ASSIGN().getSymbol(),
                        "found `=`, expected the name of a parameter before it; to compare, write `==`");
                continue;
            }
            items.add(new Expression.Argument(Optional.of(names.get(0)), expression(node.expression(1))));
        }
        return items;
    }

    private Expression typeOf(KqlParser.PrimaryContext node, Origin origin) {
        boolean star = false;
        List<RowSchema.ColumnDeclaration> columns = new ArrayList<>();
        for (KqlParser.TypeOfItemContext item : node.typeOfItem()) {
            if (item.STAR() != null) {
                star = true;
            } else {
                Name name = item.columnName() == null ? new Name("", context.origin(item)) : column(item.columnName());
                columns.add(
                        new RowSchema.ColumnDeclaration(name, item.typeName().getText()));
            }
        }
        return new Expression.TypeOf(star, columns, origin);
    }

    RowSchema rowSchema(KqlParser.RowSchemaContext node) {
        List<RowSchema.ColumnDeclaration> columns = new ArrayList<>();
        for (KqlParser.ColumnDeclarationContext column : node.columnDeclaration()) {
            columns.add(new RowSchema.ColumnDeclaration(
                    column(column.columnName()), column.typeName().getText()));
        }
        return new RowSchema(node.STAR() != null, columns, context.origin(node));
    }

    // ---- literals

    private Expression datum(KqlParser.DatumContext node) {
        Origin origin = context.origin(node);
        if (node.literal() != null) {
            Expression literal = literal(node.literal());
            return node.MINUS() == null && node.PLUS() == null
                    ? literal
                    : new Expression.Unary(node.MINUS() != null, literal, origin);
        }
        return node.json() != null
                ? new Expression.DynamicLiteral(json(node.json()), origin)
                : new Expression.Literal(LiteralKind.NULL, "null", origin);
    }

    Expression literal(KqlParser.LiteralContext node) {
        Token token = node.getStart();
        Origin origin = context.origin(node);
        LiteralKind kind = switch (token.getType()) {
            case KqlLexer.STRING_LITERAL -> {
                yield null;
            }
            case KqlLexer.TRUE, KqlLexer.FALSE, KqlLexer.BOOL_LITERAL -> LiteralKind.BOOL;
            case KqlLexer.LONG_LITERAL -> LiteralKind.LONG;
            case KqlLexer.INT_LITERAL -> LiteralKind.INT;
            case KqlLexer.REAL_LITERAL -> LiteralKind.REAL;
            case KqlLexer.DECIMAL_LITERAL -> LiteralKind.DECIMAL;
            case KqlLexer.DATETIME_LITERAL -> LiteralKind.DATETIME;
            case KqlLexer.TIMESPAN_LITERAL -> LiteralKind.TIMESPAN;
            default -> LiteralKind.GUID;
        };
        if (kind != null) {
            return new Expression.Literal(kind, token.getText(), origin);
        }
        List<TerminalNode> parts = node.STRING_LITERAL();
        return new Expression.StringLiteral(stringValue(parts), anyHidden(parts), origin);
    }

    /** True where one of neighbouring strings is hidden: they are one value. */
    static boolean anyHidden(List<TerminalNode> parts) {
        boolean hidden = false;
        for (TerminalNode part : parts) {
            hidden |= StringDecoder.isHidden(part.getText());
        }
        return hidden;
    }

    static String stringValue(List<TerminalNode> parts) {
        if (parts.size() == 1) {
            return StringDecoder.decode(parts.get(0).getText());
        }
        StringBuilder value = new StringBuilder();
        for (TerminalNode part : parts) {
            value.append(StringDecoder.decode(part.getText()));
        }
        return value.toString();
    }

    private Expression.Json json(KqlParser.JsonContext node) {
        switch (node.getStart().getType()) {
            case KqlLexer.LBRACKET -> {
                List<Expression.Json> items = new ArrayList<>(node.json().size());
                for (KqlParser.JsonContext item : node.json()) {
                    items.add(json(item));
                }
                return new Expression.Json.Array(items);
            }
            case KqlLexer.LBRACE -> {
                List<Expression.Json.Member> members =
                        new ArrayList<>(node.jsonPair().size());
                for (KqlParser.JsonPairContext pair : node.jsonPair()) {
                    members.add(new Expression.Json.Member(
                            StringDecoder.decode(pair.STRING_LITERAL().getText()), json(pair.json())));
                }
                return new Expression.Json.Bag(members);
            }
            case KqlLexer.NULL -> {
                return new Expression.Json.Null();
            }
            case KqlLexer.DYNAMIC -> {
                return json(node.json(0));
            }
            default -> {
                return new Expression.Json.Scalar(literal(node.literal()), node.MINUS() != null);
            }
        }
    }
}
