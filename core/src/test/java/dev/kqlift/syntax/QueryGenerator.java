package dev.kqlift.syntax;

import dev.kqlift.source.Origin;
import dev.kqlift.syntax.BinaryOperator.Level;
import dev.kqlift.syntax.TabularOperator.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes queries that could have been parsed: with the parentheses that their shape needs. */
final class QueryGenerator {
    private static final Origin NONE = Origin.NONE;
    private static final int DEEPEST = 9;
    private static final int TERM = Level.values().length;
    private static final int PRIMARY = TERM + 1;
    private static final List<String> NAMES = List.of(
            "a",
            "Account",
            "T",
            "count",
            "first",
            "kind",
            "title",
            "where",
            "true",
            "null",
            "typeof",
            "bool",
            "int",
            "hint",
            "entity_group",
            "view",
            "limit",
            "let",
            "bin",
            "x y",
            "a.b",
            "it's \"so\"",
            "back\\slash",
            "1st",
            "日本",
            "\uD83D\uDE00",
            "tab\t",
            "");
    private static final List<String> TYPES = List.of("string", "long", "dynamic", "bool", "datetime", "guid");
    private static final List<String> STRINGS = List.of(
            "",
            "x",
            "two words",
            "\"",
            "'",
            "C:\\Windows",
            "\\\"",
            "line\nfeed\r",
            "\u0000\u200B\uFEFF",
            "\uD83D\uDE00",
            "\uD800",
            "// no comment",
            "; | where",
            "`~`",
            "\u00A0");

    private QueryGenerator() {}

    static Query query(Choices c) {
        List<Statement> statements = new ArrayList<>(list(c.part(), 0, 3, QueryGenerator::statement));
        statements.add(new Statement.Result(pipeline(c.part()), NONE));
        return new Query(statements, NONE);
    }

    // ---- statements

    private static Statement statement(Choices c) {
        return switch (c.below(8)) {
            case 0 -> new Statement.Let(name(c.part()), new Statement.ExpressionValue(pipeline(c.part())), NONE);
            case 1 -> new Statement.Let(name(c.part()), function(c.part()), NONE);
            case 2 ->
                new Statement.Let(
                        name(c.part()),
                        new Statement.EntityGroupValue(list(c.part(), 1, 2, QueryGenerator::expression), NONE),
                        NONE);
            case 3 ->
                new Statement.SetOption("notruncation", c.yes() ? Optional.of("\"a\" \"b\"") : Optional.empty(), NONE);
            case 4 -> new Statement.DeclareParameters(list(c.part(), 1, 2, QueryGenerator::parameterDeclaration), NONE);
            case 5 -> new Statement.DeclarePattern(name(c.part()), maybe(c.part(), QueryGenerator::mapping), NONE);
            case 6 -> new Statement.Restrict(list(c.part(), 1, 2, QueryGenerator::pattern), NONE);
            default -> new Statement.Alias("database", name(c.part()), expression(c.part()), NONE);
        };
    }

    private static Statement.PatternMapping mapping(Choices c) {
        return new Statement.PatternMapping(
                list(c.part(), 1, 2, QueryGenerator::parameterDeclaration),
                maybe(c.part(), QueryGenerator::parameterDeclaration),
                list(c.part(), 0, 2, QueryGenerator::patternCase));
    }

    private static Statement.PatternCase patternCase(Choices c) {
        return new Statement.PatternCase(
                list(c.part(), 1, 2, QueryGenerator::expression),
                maybe(c.part(), QueryGenerator::expression),
                new Statement.FunctionValue(false, List.of(), body(c.part()), NONE),
                NONE);
    }

    private static Statement.LetValue function(Choices c) {
        return new Statement.FunctionValue(
                c.yes(), list(c.part(), 0, 2, QueryGenerator::parameterDeclaration), body(c.part()), NONE);
    }

    private static List<Statement> body(Choices c) {
        List<Statement> body = new ArrayList<>();
        if (c.yes() && c.depth() < DEEPEST) {
            body.add(statement(c.part()));
        }
        body.add(new Statement.Result(pipeline(c.part()), NONE));
        return body;
    }

    private static Statement.FunctionParameter parameterDeclaration(Choices c) {
        boolean table = c.yes();
        return new Statement.FunctionParameter(
                name(c.part()),
                table ? Optional.empty() : Optional.of(c.of(TYPES)),
                table ? Optional.of(schema(c.part())) : Optional.empty(),
                table ? Optional.empty() : maybe(c.part(), QueryGenerator::expression),
                NONE);
    }

    // ---- names and small parts

    private static Name name(Choices c) {
        return new Name(c.of(NAMES), NONE);
    }

    private static Name filled(Choices c) {
        Name name = name(c);
        return name.text().isEmpty() ? new Name("n", NONE) : name;
    }

    private static <T> List<T> list(Choices c, int least, int most, Function<Choices, T> item) {
        int size = c.depth() > DEEPEST ? least : least + c.below(most - least + 1);
        List<T> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(item.apply(c.part()));
        }
        return items;
    }

    private static <T> Optional<T> maybe(Choices c, Function<Choices, T> item) {
        return c.yes() ? Optional.of(item.apply(c.part())) : Optional.empty();
    }

    private static NamedExpression named(Choices c) {
        int names = c.below(4);
        List<Name> given = switch (names) {
            case 0 -> List.of();
            case 3 -> List.of(name(c.part()), name(c.part()));
            default -> List.of(name(c.part()));
        };
        return new NamedExpression(given, expression(c.part()), NONE);
    }

    private static List<Parameter> parameters(Choices c) {
        return list(
                c,
                0,
                2,
                part -> new Parameter(
                        part.of(List.of("kind", "hint.strategy", "isfuzzy", "with_itemindex")),
                        part.yes() ? new Expression.NameReference(part.of(NAMES), NONE) : literal(part.part()),
                        NONE));
    }

    private static List<Parameter> properties(Choices c, int least) {
        return list(
                c,
                least,
                2,
                part -> new Parameter(part.of(List.of("format", "title", "a.b")), expression(part.part()), NONE));
    }

    private static RowSchema schema(Choices c) {
        return new RowSchema(c.yes(), list(c.part(), 1, 3, QueryGenerator::column), NONE);
    }

    private static RowSchema.ColumnDeclaration column(Choices c) {
        return new RowSchema.ColumnDeclaration(filled(c.part()), c.of(TYPES));
    }

    private static NamePattern pattern(Choices c) {
        Expression database = new Expression.Call(
                new Name("database", NONE),
                List.of(new Expression.Argument(Optional.empty(), new Expression.StringLiteral("d", false, NONE))),
                NONE);
        return switch (c.below(6)) {
            case 0 -> new NamePattern(Optional.empty(), reference(c.part()), NONE);
            case 1 -> new NamePattern(Optional.of("Device*"), new Expression.NameReference("Device", NONE), NONE);
            case 2 -> new NamePattern(Optional.of("*_CL"), new Expression.Star(NONE), NONE);
            case 3 -> new NamePattern(Optional.of("*"), new Expression.Star(NONE), NONE);
            case 4 ->
                new NamePattern(
                        Optional.of("T*x*"),
                        new Expression.Path(database, new Expression.NameReference("T", NONE), NONE),
                        NONE);
            default -> new NamePattern(Optional.empty(), new Expression.Parenthesized(pipeline(c.part()), NONE), NONE);
        };
    }

    private static TabularOperator.OrderItem order(Choices c) {
        return new TabularOperator.OrderItem(named(c.part()), direction(c.part()), maybe(c.part(), Choices::yes), NONE);
    }

    private static Optional<Direction> direction(Choices c) {
        return maybe(c, part -> part.of(List.of(Direction.values())));
    }

    // ---- expressions

    static Expression pipeline(Choices c) {
        if (c.depth() > DEEPEST || c.below(3) == 0) {
            return expression(c.part());
        }
        Expression source =
                c.below(4) == 3 ? new Expression.OperatorSource(sourceOperator(c.part()), NONE) : expression(c.part());
        List<TabularOperator> operators = list(c.part(), 1, 3, QueryGenerator::operator);
        return new Expression.Pipeline(source, operators, NONE);
    }

    private static Expression expression(Choices c) {
        return fitting(c, 0);
    }

    /** An expression that binds at least as tightly as a level, by parentheses if need be. */
    private static Expression fitting(Choices c, int level) {
        Expression expression = any(c);
        return binding(expression) < level ? new Expression.Parenthesized(expression, NONE) : expression;
    }

    private static int binding(Expression expression) {
        return switch (expression) {
            case Expression.Binary binary -> binary.operator().level().ordinal();
            case Expression.Logical logical -> logical.conjunction() ? 1 : 0;
            case Expression.Membership membership -> Level.EQUALITY.ordinal();
            case Expression.Between between -> Level.EQUALITY.ordinal();
            case Expression.Unary unary -> TERM;
            default -> PRIMARY;
        };
    }

    private static Expression any(Choices c) {
        if (c.depth() > DEEPEST) {
            return reference(c);
        }
        int equality = Level.EQUALITY.ordinal() + 1;
        return switch (c.below(18)) {
            case 0 -> reference(c.part());
            case 1 -> literal(c.part());
            case 2 -> new Expression.StringLiteral(c.of(STRINGS), c.below(4) == 3, NONE);
            case 3 -> call(c.part());
            case 4 -> new Expression.Path(fitting(c.part(), PRIMARY), member(c.part()), NONE);
            case 5 -> new Expression.Element(fitting(c.part(), PRIMARY), expression(c.part()), NONE);
            case 6 -> new Expression.Unary(c.yes(), fitting(c.part(), PRIMARY), NONE);
            case 7, 8, 9 -> binary(c.part());
            case 10 -> {
                boolean conjunction = c.yes();
                yield new Expression.Logical(
                        conjunction, list(c.part(), 2, 4, part -> fitting(part, conjunction ? 2 : 1)), NONE);
            }
            case 11 ->
                new Expression.Membership(
                        c.of(List.of(SetOperator.values())), fitting(c.part(), equality), items(c.part()), NONE);
            case 12 ->
                new Expression.Between(
                        c.yes(), fitting(c.part(), equality), expression(c.part()), expression(c.part()), NONE);
            case 13 -> new Expression.Parenthesized(pipeline(c.part()), NONE);
            case 14 -> new Expression.DynamicLiteral(json(c.part()), NONE);
            case 15 ->
                new Expression.TableCall(
                        c.of(List.of(Expression.TableFunction.values())),
                        pipeline(c.part()),
                        List.of(),
                        List.of(),
                        NONE);
            case 16 ->
                new Expression.Datatable(
                        schema(c.part()), list(c.part(), 0, 4, QueryGenerator::datum), List.of(), NONE);
            // In parentheses: before the `with` of an operator it would take that for its own.
            default ->
                new Expression.Parenthesized(
                        new Expression.ExternalData(
                                schema(c.part()),
                                list(c.part(), 1, 2, QueryGenerator::expression),
                                properties(c.part(), 0),
                                NONE),
                        NONE);
        };
    }

    /** A pipeline stands alone or in parentheses. */
    private static List<Expression> items(Choices c) {
        return c.yes() ? List.of(pipeline(c.part())) : list(c.part(), 2, 3, QueryGenerator::expression);
    }

    private static Expression reference(Choices c) {
        return new Expression.NameReference(c.of(NAMES), NONE);
    }

    private static Expression member(Choices c) {
        return c.yes() ? call(c.part()) : reference(c.part());
    }

    private static Expression call(Choices c) {
        return new Expression.Call(name(c.part()), list(c.part(), 0, 3, QueryGenerator::argument), NONE);
    }

    private static Expression.Argument argument(Choices c) {
        return new Expression.Argument(maybe(c.part(), QueryGenerator::name), expression(c.part()));
    }

    private static Expression binary(Choices c) {
        BinaryOperator operator = c.of(List.of(BinaryOperator.values()));
        int level = operator.level().ordinal();
        return new Expression.Binary(
                operator,
                fitting(c.part(), operator.level().chains() ? level : level + 1),
                fitting(c.part(), level + 1),
                NONE);
    }

    private static Expression.Literal literal(Choices c) {
        return switch (c.below(9)) {
            case 0 -> new Expression.Literal(LiteralKind.LONG, "1", NONE);
            case 1 -> new Expression.Literal(LiteralKind.LONG, "0x1F", NONE);
            case 2 -> new Expression.Literal(LiteralKind.REAL, "1.5", NONE);
            case 3 -> new Expression.Literal(LiteralKind.BOOL, "true", NONE);
            case 4 -> new Expression.Literal(LiteralKind.TIMESPAN, "1d", NONE);
            case 5 -> new Expression.Literal(LiteralKind.DATETIME, "datetime(2024-02-29 10:00)", NONE);
            case 6 -> new Expression.Literal(LiteralKind.INT, "int(null)", NONE);
            case 7 -> new Expression.Literal(LiteralKind.DECIMAL, "decimal(0.1)", NONE);
            default -> new Expression.Literal(LiteralKind.GUID, "guid(null)", NONE);
        };
    }

    private static Expression datum(Choices c) {
        return switch (c.below(5)) {
            case 0 -> literal(c.part());
            case 1 -> new Expression.StringLiteral(c.of(STRINGS), false, NONE);
            case 2 -> new Expression.Unary(c.yes(), literal(c.part()), NONE);
            case 3 -> new Expression.DynamicLiteral(json(c.part()), NONE);
            default -> new Expression.Literal(LiteralKind.NULL, "null", NONE);
        };
    }

    private static Expression.Json json(Choices c) {
        return switch (c.depth() > DEEPEST ? 0 : c.below(5)) {
            case 0 -> new Expression.Json.Null();
            case 1 -> new Expression.Json.Scalar(literal(c.part()), c.yes());
            case 2 -> new Expression.Json.Scalar(new Expression.StringLiteral(c.of(STRINGS), false, NONE), false);
            case 3 -> new Expression.Json.Array(list(c.part(), 0, 3, QueryGenerator::json));
            default ->
                new Expression.Json.Bag(
                        list(c.part(), 0, 3, part -> new Expression.Json.Member(part.of(STRINGS), json(part.part()))));
        };
    }

    // ---- operators

    private static TabularOperator sourceOperator(Choices c) {
        return switch (c.below(6)) {
            case 0 -> new TabularOperator.Print(list(c.part(), 1, 2, QueryGenerator::named), NONE);
            case 1 ->
                new TabularOperator.Range(
                        name(c.part()), expression(c.part()), expression(c.part()), expression(c.part()), NONE);
            case 2 -> union(c.part());
            case 3 -> search(c.part());
            case 4 -> find(c.part());
            default ->
                new TabularOperator.MacroExpand(
                        Optional.empty(),
                        list(c.part(), 1, 2, QueryGenerator::expression),
                        name(c.part()),
                        List.of(new Statement.Result(pipeline(c.part()), NONE)),
                        List.of(),
                        NONE);
        };
    }

    private static TabularOperator union(Choices c) {
        return new TabularOperator.Union(parameters(c.part()), list(c.part(), 1, 3, QueryGenerator::pattern), NONE);
    }

    private static TabularOperator search(Choices c) {
        return new TabularOperator.Search(
                parameters(c.part()), list(c.part(), 0, 2, QueryGenerator::pattern), expression(c.part()), NONE);
    }

    private static TabularOperator find(Choices c) {
        boolean smart = c.yes();
        return new TabularOperator.Find(
                parameters(c.part()),
                list(c.part(), 0, 2, QueryGenerator::pattern),
                expression(c.part()),
                smart,
                smart
                        ? List.of()
                        : list(
                                c.part(),
                                0,
                                2,
                                part -> part.below(3) == 2
                                        ? new TabularOperator.FindColumn(Optional.empty(), Optional.empty())
                                        : new TabularOperator.FindColumn(
                                                Optional.of(name(part.part())),
                                                maybe(part.part(), type -> type.of(TYPES)))),
                NONE);
    }

    private static List<TabularOperator> subquery(Choices c) {
        return list(c, 1, 2, QueryGenerator::operator);
    }

    private static List<NamedExpression> items(Choices c, int least) {
        return list(c, least, 3, QueryGenerator::named);
    }

    private static TabularOperator.MvItem mvItem(Choices c) {
        return new TabularOperator.MvItem(named(c.part()), maybe(c.part(), part -> part.of(TYPES)));
    }

    private static TabularOperator operator(Choices c) {
        if (c.depth() > DEEPEST) {
            return new TabularOperator.Count(Optional.empty(), NONE);
        }
        return switch (c.below(42)) {
            case 0 -> new TabularOperator.Count(maybe(c.part(), part -> new Name("n", NONE)), NONE);
            case 1 -> new TabularOperator.Where(expression(c.part()), parameters(c.part()), List.of(), NONE);
            case 2 -> new TabularOperator.Extend(items(c.part(), 1), NONE);
            case 3 -> new TabularOperator.Project(items(c.part(), 0), NONE);
            case 4 ->
                new TabularOperator.ProjectNames(
                        c.of(List.of(TabularOperator.NamesKind.values())),
                        list(c.part(), 0, 3, QueryGenerator::pattern),
                        NONE);
            case 5 -> new TabularOperator.ProjectRename(items(c.part(), 0), NONE);
            case 6 ->
                new TabularOperator.ProjectReorder(
                        list(
                                c.part(),
                                0,
                                2,
                                part -> new TabularOperator.ReorderItem(pattern(part.part()), direction(part.part()))),
                        NONE);
            case 7, 8 -> {
                List<NamedExpression> keys = items(c.part(), 0);
                yield new TabularOperator.Summarize(
                        parameters(c.part()),
                        items(c.part(), 0),
                        keys,
                        keys.isEmpty() ? Optional.empty() : maybe(c.part(), QueryGenerator::expression),
                        NONE);
            }
            case 9 -> new TabularOperator.Distinct(items(c.part(), 1), parameters(c.part()), NONE);
            case 10 -> new TabularOperator.Take(expression(c.part()), parameters(c.part()), NONE);
            case 11 -> new TabularOperator.Sample(expression(c.part()), parameters(c.part()), NONE);
            case 12 ->
                new TabularOperator.SampleDistinct(
                        expression(c.part()), expression(c.part()), parameters(c.part()), NONE);
            case 13 ->
                new TabularOperator.Sort(list(c.part(), 1, 2, QueryGenerator::order), parameters(c.part()), NONE);
            case 14 -> new TabularOperator.Top(expression(c.part()), order(c.part()), parameters(c.part()), NONE);
            case 15 ->
                new TabularOperator.TopNested(
                        list(
                                c.part(),
                                1,
                                2,
                                part -> new TabularOperator.TopNestedClause(
                                        maybe(part.part(), QueryGenerator::expression),
                                        named(part.part()),
                                        maybe(part.part(), QueryGenerator::expression),
                                        named(part.part()),
                                        direction(part.part()))),
                        NONE);
            case 16 ->
                new TabularOperator.TopHitters(
                        expression(c.part()), named(c.part()), maybe(c.part(), QueryGenerator::named), NONE);
            case 17, 18 -> {
                boolean where = c.below(4) == 3;
                yield new TabularOperator.Join(
                        c.yes(),
                        parameters(c.part()),
                        fitting(c.part(), TERM),
                        where ? List.of() : list(c.part(), 0, 2, QueryGenerator::expression),
                        where ? Optional.of(expression(c.part())) : Optional.empty(),
                        NONE);
            }
            case 19 -> union(c.part());
            case 20 ->
                new TabularOperator.MvExpand(
                        parameters(c.part()),
                        list(c.part(), 1, 2, QueryGenerator::mvItem),
                        maybe(c.part(), QueryGenerator::expression),
                        NONE);
            case 21 ->
                new TabularOperator.MvApply(
                        parameters(c.part()),
                        list(c.part(), 1, 2, QueryGenerator::mvItem),
                        maybe(c.part(), QueryGenerator::expression),
                        subquery(c.part()),
                        NONE);
            case 22 ->
                new TabularOperator.Parse(c.yes(), parameters(c.part()), expression(c.part()), parts(c.part()), NONE);
            case 23 ->
                new TabularOperator.ParseKv(expression(c.part()), schema(c.part()), properties(c.part(), 0), NONE);
            case 24 ->
                new TabularOperator.Evaluate(
                        parameters(c.part()),
                        name(c.part()),
                        list(c.part(), 0, 2, QueryGenerator::argument),
                        maybe(c.part(), QueryGenerator::schema),
                        NONE);
            case 25 ->
                new TabularOperator.Invoke(
                        name(c.part()),
                        list(c.part(), 0, 2, QueryGenerator::argument),
                        list(c.part(), 0, 1, QueryGenerator::name),
                        NONE);
            case 26 -> new TabularOperator.As(name(c.part()), parameters(c.part()), NONE);
            case 27 ->
                new TabularOperator.Render(
                        c.of(List.of("table", "timechart")),
                        List.of(),
                        list(c.part(), 0, 2, QueryGenerator::expression),
                        list(
                                c.part(),
                                0,
                                2,
                                part -> new TabularOperator.RenderProperty(
                                        maybe(part.part(), title -> "title"), expression(part.part()))),
                        NONE);
            case 28 -> new TabularOperator.Serialize(items(c.part(), 0), parameters(c.part()), NONE);
            case 29 -> {
                boolean inRange = c.yes();
                yield new TabularOperator.MakeSeries(
                        parameters(c.part()),
                        list(
                                c.part(),
                                1,
                                2,
                                part -> new TabularOperator.SeriesItem(
                                        named(part.part()), maybe(part.part(), QueryGenerator::expression))),
                        named(c.part()),
                        inRange ? Optional.of(expression(c.part())) : maybe(c.part(), QueryGenerator::expression),
                        inRange ? Optional.of(expression(c.part())) : maybe(c.part(), QueryGenerator::expression),
                        Optional.of(expression(c.part())),
                        items(c.part(), 0),
                        inRange,
                        NONE);
            }
            case 30 -> {
                boolean whole = c.yes();
                yield new TabularOperator.Partition(
                        expression(c.part()),
                        whole ? List.of() : subquery(c.part()),
                        whole ? Optional.of(pipeline(c.part())) : Optional.empty(),
                        parameters(c.part()),
                        NONE);
            }
            case 31 ->
                new TabularOperator.Fork(
                        list(
                                c.part(),
                                1,
                                2,
                                part -> new TabularOperator.ForkBranch(
                                        maybe(part.part(), QueryGenerator::name), subquery(part.part()))),
                        NONE);
            case 32 ->
                new TabularOperator.Facet(
                        list(c.part(), 1, 2, QueryGenerator::expression),
                        list(c.part(), 0, 2, QueryGenerator::operator),
                        NONE);
            case 33 -> new TabularOperator.Reduce(parameters(c.part()), named(c.part()), properties(c.part(), 0), NONE);
            case 34 ->
                new TabularOperator.Scan(
                        parameters(c.part()),
                        list(c.part(), 0, 1, QueryGenerator::order),
                        list(c.part(), 0, 1, QueryGenerator::expression),
                        list(c.part(), 0, 2, QueryGenerator::parameterDeclaration),
                        list(
                                c.part(),
                                1,
                                2,
                                part -> new TabularOperator.ScanStep(
                                        name(part.part()),
                                        part.yes(),
                                        maybe(part.part(), output -> "last"),
                                        expression(part.part()),
                                        items(part.part(), 0))),
                        NONE);
            case 35 -> search(c.part());
            case 36 -> find(c.part());
            case 37 ->
                c.yes()
                        ? new TabularOperator.GetSchema(parameters(c.part()), NONE)
                        : new TabularOperator.Consume(parameters(c.part()), NONE);
            case 38 -> new TabularOperator.AssertSchema(schema(c.part()), NONE);
            case 39 -> graph(c.part());
            case 40 ->
                new TabularOperator.GraphMatch(
                        c.yes(),
                        List.of(
                                element(false, "(a)", "a"),
                                new TabularOperator.GraphElement(
                                        true, true, Optional.of(new Name("e", NONE)), "-[e*1..3]->"),
                                element(false, "(b)", "b"),
                                element(false, "(a)", "a"),
                                new TabularOperator.GraphElement(true, false, Optional.empty(), "<--"),
                                new TabularOperator.GraphElement(false, false, Optional.empty(), "()")),
                        maybe(c.part(), QueryGenerator::expression),
                        items(c.part(), 0),
                        parameters(c.part()),
                        NONE);
            default ->
                new TabularOperator.GraphOther(
                        "graph-to-table",
                        Optional.empty(),
                        list(
                                c.part(),
                                1,
                                2,
                                part -> new TabularOperator.GraphTable(
                                        part.yes(), maybe(part.part(), QueryGenerator::name), parameters(part.part()))),
                        List.of(),
                        NONE);
        };
    }

    private static TabularOperator.GraphElement element(boolean edge, String text, String name) {
        return new TabularOperator.GraphElement(edge, false, Optional.of(new Name(name, NONE)), text);
    }

    private static TabularOperator graph(Choices c) {
        return new TabularOperator.MakeGraph(
                name(c.part()),
                name(c.part()),
                list(
                        c.part(),
                        0,
                        2,
                        part -> new TabularOperator.GraphNodes(fitting(part.part(), TERM), expression(part.part()))),
                maybe(c.part(), QueryGenerator::name),
                c.yes(),
                maybe(c.part(), part -> new TabularOperator.GraphPartition(name(part.part()), subquery(part.part()))),
                parameters(c.part()),
                NONE);
    }

    /** Two texts in a row would be one. */
    private static List<TabularOperator.ParsePart> parts(Choices c) {
        List<TabularOperator.ParsePart> parts = new ArrayList<>();
        parts.add(new TabularOperator.ParsePart.Skip());
        for (Choices part : list(c.part(), 1, 3, part -> part)) {
            parts.add(new TabularOperator.ParsePart.Text(part.of(STRINGS), part.below(4) == 3));
            parts.add(new TabularOperator.ParsePart.Capture(
                    name(part.part()), maybe(part.part(), type -> type.of(TYPES))));
        }
        return parts;
    }
}
