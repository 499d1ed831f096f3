package dev.kqlift.semantic;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.ir.ArithmeticOperator;
import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.LiteralColumns;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.RowSchema;
import dev.kqlift.syntax.SetOperator;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Expressions that give one value a row. */
final class ScalarBinder {
    private final Session session;
    private final Binder binder;
    private final CallBinder calls;
    private final ResultNames resultNames;

    ScalarBinder(Session session, Binder binder) {
        this.session = session;
        this.binder = binder;
        this.resultNames = new ResultNames(session.functions());
        this.calls = new CallBinder(session, this, binder);
    }

    ResultNames resultNames() {
        return resultNames;
    }

    /** Binds an expression over the columns of {@code row}. */
    Scalar bind(Expression expression, RowScope row, Names names) {
        return bind(expression, new ScalarContext(row, names, false));
    }

    /** Binds an expression of {@code summarize} and its like, where calls of aggregates are allowed. */
    Scalar bindAggregate(Expression expression, RowScope row, Names names) {
        return bind(expression, new ScalarContext(row, names, true));
    }

    /** What an expression sees: columns, names, and whether aggregates may be called. */
    record ScalarContext(RowScope row, Names names, boolean aggregates) {
        ScalarContext withoutAggregates() {
            return aggregates ? new ScalarContext(row, names, false) : this;
        }
    }

    Scalar bind(Expression expression, ScalarContext context) {
        return switch (expression) {
            case Expression.Literal literal -> literal(literal);
            case Expression.StringLiteral text -> new Scalar.Constant(new Value.Text(text.value()), text.origin());
            case Expression.DynamicLiteral(var json, var origin) -> dynamic(LiteralValues.of(json), origin);
            case Expression.NameReference name -> name(name, context);
            case Expression.Path path ->
                binder.patterns()
                        .call(path, context.names())
                        .map(called -> asScalar(called, path.origin()))
                        .orElseGet(() -> path(path, context));
            case Expression.Element(var target, var index, var origin) -> element(target, index, origin, context);
            case Expression.Call call ->
                binder.patterns()
                        .call(call, context.names())
                        .map(called -> asScalar(called, call.origin()))
                        .orElseGet(() -> calls.bind(call, context));
            case Expression.Unary(var negative, var operand, var origin) -> unary(negative, operand, origin, context);
            case Expression.Binary binary -> binary(binary, context);
            case Expression.Logical(var conjunction, var operands, var origin) ->
                new Scalar.Logical(conjunction, conditions(operands, context), origin);
            case Expression.Membership membership -> membership(membership, context);
            case Expression.Between(var negated, var subject, var low, var high, var origin) ->
                between(negated, bind(subject, context), bind(low, context), bind(high, context), origin);
            case Expression.Star(var origin) -> new Scalar.AnyColumn(origin);
            case Expression.Parenthesized(var inner, var origin) -> bind(inner, context);
            case Expression.TableCall call -> tableCall(call, context);
            case Expression.TypeOf(var star, var columns, var origin) -> typeOf(columns, origin);
            case Expression.Placeholder(var name, var origin) -> {
                session.report(
                        DiagnosticCode.KB004,
                        origin,
                        "`{" + name + "}` is filled in by a workbook; its value is not known");
                yield new Scalar.Unbound(name, KqlType.UNKNOWN, origin);
            }
            case Expression.Pipeline ignored -> table(expression, context);
            case Expression.OperatorSource ignored -> table(expression, context);
            case Expression.Datatable ignored -> table(expression, context);
            case Expression.ExternalData ignored -> table(expression, context);
        };
    }

    private Scalar literal(Expression.Literal literal) {
        Optional<Value> value = LiteralValues.of(literal);
        if (value.isPresent()) {
            return new Scalar.Constant(value.get(), literal.origin());
        }
        KqlType type = LiteralValues.type(literal.kind());
        session.report(
                DiagnosticCode.KB004,
                literal.origin(),
                "`" + literal.text() + "` is in a form that kqlift does not read; write "
                        + (type.isInteger()
                                ? "a number that fits into the type"
                                : "2024-01-31T10:00:00Z or 1.02:03:04"));
        return new Scalar.Unbound(literal.text(), type, literal.origin());
    }

    private List<Scalar> conditions(List<Expression> expressions, ScalarContext context) {
        List<Scalar> bound = new ArrayList<>(expressions.size());
        for (int i = 0; i < expressions.size(); i++) {
            Origin own = expressions.get(i).origin();
            // The operator belongs to what is wrong: it stands before the operand, for the first one behind it.
            Origin place = i > 0
                    ? Origin.of(expressions.get(i - 1).origin().end(), own.end())
                    : Origin.of(own.start(), expressions.get(1).origin().start());
            bound.add(condition(bind(expressions.get(i), context), place));
        }
        return bound;
    }

    /** Reports a scalar that cannot stand as a condition. */
    Scalar condition(Scalar bound, Origin origin) {
        if (!TypeRules.isCondition(bound.type())) {
            session.report(
                    DiagnosticCode.KT001,
                    origin,
                    "a condition is expected here, this is a " + bound.type().word());
        }
        return bound;
    }

    private Scalar between(boolean negated, Scalar subject, Scalar low, Scalar high, Origin origin) {
        if (!TypeRules.between(subject.type(), low.type(), high.type())) {
            misfit("between", origin, subject, low, high);
        }
        return new Scalar.Between(subject, low, high, negated, origin);
    }

    private void misfit(String operator, Origin origin, Scalar... operands) {
        List<String> types = new ArrayList<>(operands.length);
        for (Scalar operand : operands) {
            types.add(operand.type().word());
        }
        session.report(
                DiagnosticCode.KT001,
                origin,
                "" + operator + " does not take " + String.join(" and ", types) + "; convert one of them");
    }

    /** A JSON scalar under {@code dynamic(…)} has the dynamic type, whatever its value. */
    private Scalar dynamic(Value literal, Origin origin) {
        Value value = literal instanceof Value.Text(var text) && readsAsJson(text)
                ? new Value.Text(ValueText.json(literal))
                : literal;
        Scalar constant = new Scalar.Constant(value, origin);
        if (value.type() == KqlType.DYNAMIC) {
            return constant;
        }
        return session.functions()
                .scalar("todynamic")
                .<Scalar>map(function -> new Scalar.Call(function, List.of(constant), KqlType.DYNAMIC, origin))
                .orElse(constant);
    }

    /** Whether {@code todynamic()} may make something else of a text than the text. */
    private static boolean readsAsJson(String text) {
        String bare = text.strip();
        return bare.isEmpty()
                || "-0123456789[{\"".indexOf(bare.charAt(0)) >= 0
                || bare.equals("true")
                || bare.equals("false")
                || bare.equals("null");
    }

    private Scalar table(Expression expression, ScalarContext context) {
        Relation relation = binder.tables().table(expression, context.names());
        return new Scalar.RelationArgument(relation, expression.origin());
    }

    private static Scalar typeOf(List<RowSchema.ColumnDeclaration> columns, Origin origin) {
        String text = columns.size() == 1 && columns.get(0).name().text().isEmpty()
                ? columns.get(0).type()
                : "typeof";
        return new Scalar.Unbound(text, KqlType.UNKNOWN, origin);
    }

    private Scalar tableCall(Expression.TableCall call, ScalarContext context) {
        if (call.function() != Expression.TableFunction.TOSCALAR) {
            return table(call, context);
        }
        return switch (binder.tables().any(call.table(), context.names())) {
            case Bound.BoundScalar(var scalar) -> scalar;
            case Bound.BoundTable(var relation) -> subquery(relation, call.origin());
        };
    }

    /** {@code toscalar} of one literal row is its constant. */
    private static Scalar subquery(Relation relation, Origin origin) {
        KqlType type = relation.columns().isEmpty()
                ? KqlType.UNKNOWN
                : relation.columns().get(0).type();
        return LiteralColumns.single(relation)
                .filter(value -> value.type() == type)
                .<Scalar>map(value -> new Scalar.Constant(value, origin))
                .orElseGet(() -> new Scalar.Subquery(relation, type, origin));
    }

    // ---- names and paths

    private Scalar name(Expression.NameReference name, ScalarContext context) {
        Optional<Column> column = context.row().find(name.name());
        if (column.isPresent()) {
            return new Scalar.ColumnRef(column.get(), name.origin());
        }
        Optional<Symbol> symbol = context.names().find(name.name());
        if (symbol.isPresent()) {
            return named(symbol.get(), name);
        }
        if (context.row().isOpen()) {
            if (session.functions().scalar(name.name()).isPresent()
                    || session.functions().aggregate(name.name()).isPresent()) {
                session.report(
                        DiagnosticCode.KB001,
                        name.origin(),
                        "`" + name.name() + "` is a function; call it as `" + name.name() + "()`, or write ['"
                                + name.name() + "'] for a column of that name");
            }
            return infer(name, context.row());
        }
        if (context.row() == RowScope.NONE
                && session.tables().table(name.name()).isPresent()) {
            return table(name, context);
        }
        session.report(DiagnosticCode.KB001, name.origin(), UnknownColumn.message(name.name(), context.row()));
        return new Scalar.Unbound(name.name(), KqlType.UNKNOWN, name.origin());
    }

    private Scalar named(Symbol symbol, Expression.NameReference name) {
        return switch (symbol) {
            case Symbol.ScalarSymbol(var value) ->
                value instanceof Scalar.Constant(var constant, var ignored)
                        ? new Scalar.Constant(constant, name.origin())
                        : value;
            case Symbol.TableSymbol(var relation, var use) -> {
                use.mark();
                yield new Scalar.RelationArgument(relation, name.origin());
            }
            case Symbol.FunctionSymbol function ->
                asScalar(binder.call(function, List.of(), Map.of(), name.origin()), name.origin());
            case Symbol.ElsewhereSymbol() -> new Scalar.Unbound(name.name(), KqlType.UNKNOWN, name.origin());
            case Symbol.PatternSymbol pattern -> new Scalar.Unbound(name.name(), KqlType.UNKNOWN, name.origin());
        };
    }

    static Scalar asScalar(Bound bound, Origin origin) {
        return switch (bound) {
            case Bound.BoundScalar(var scalar) -> scalar;
            case Bound.BoundTable(var relation) -> new Scalar.RelationArgument(relation, origin);
        };
    }

    private Scalar infer(Expression.NameReference name, RowScope row) {
        KqlType type = row.isWholeWorkspace() ? session.typeInEveryTable(name.name()) : KqlType.UNKNOWN;
        Column inferred = session.column(name.name(), type);
        row.infer(inferred);
        return new Scalar.ColumnRef(inferred, name.origin());
    }

    private Scalar path(Expression.Path path, ScalarContext context) {
        if (path.target() instanceof Expression.NameReference side
                && path.member() instanceof Expression.NameReference name) {
            Optional<RowScope> scope = context.row().side(side.name());
            if (scope.isPresent()) {
                Scalar member = name(name, new ScalarContext(scope.get(), context.names(), false));
                return side.name().startsWith("$") ? member : ofElement(side.name(), member, path.origin());
            }
        }
        if (TableBinder.isElsewhere(path.target())) {
            return table(path, context);
        }
        Scalar target = bind(path.target(), context);
        return switch (path.member()) {
            case Expression.NameReference name -> member(target, name.name(), path.origin());
            case Expression.Call call -> new Scalar.UnknownCall(call.function().text(), List.of(target), path.origin());
            default -> new Scalar.Unbound("path", KqlType.DYNAMIC, path.origin());
        };
    }

    /** A column of a node or an edge of a graph pattern stands where its whole name stands. */
    private static Scalar ofElement(String element, Scalar member, Origin origin) {
        return switch (member) {
            case Scalar.ColumnRef(var column, var ignored) -> new Scalar.ColumnRef(column, origin);
            case Scalar.Unbound(var text, var type, var ignored) ->
                new Scalar.Member(new Scalar.Unbound(element, type, origin), text, origin);
            default -> member;
        };
    }

    private Scalar member(Scalar target, String name, Origin origin) {
        if (target.type() != KqlType.DYNAMIC && target.type() != KqlType.UNKNOWN) {
            session.report(
                    DiagnosticCode.KT001,
                    origin,
                    "a " + target.type().word() + " has no member `" + name + "`; use parse_json() first");
        }
        return new Scalar.Member(target, name, origin);
    }

    private Scalar element(Expression target, Expression index, Origin origin, ScalarContext context) {
        Scalar boundTarget = bind(target, context);
        Scalar boundIndex = bind(index, context);
        if (boundTarget.type() != KqlType.DYNAMIC && boundTarget.type() != KqlType.UNKNOWN) {
            session.report(
                    DiagnosticCode.KT001,
                    origin,
                    "a " + boundTarget.type().word() + " has no items; use split() or parse_json() first");
        }
        return boundIndex instanceof Scalar.Constant(Value.Text(var name), var ignored)
                ? member(boundTarget, name, origin)
                : new Scalar.Element(boundTarget, boundIndex, origin);
    }

    // ---- operators

    private Scalar unary(boolean negative, Expression operand, Origin origin, ScalarContext context) {
        Scalar bound = bind(operand, context);
        if (!negative) {
            return bound;
        }
        if (bound instanceof Scalar.Constant(var value, var ignored)) {
            return new Scalar.Constant(ConstantFolder.negate(value), origin);
        }
        if (bound.type() == KqlType.STRING || bound.type() == KqlType.BOOL || bound.type() == KqlType.GUID) {
            misfit("the minus sign", origin, bound);
        }
        return new Scalar.Negate(bound, TypeRules.promoted(bound.type()), origin);
    }

    private Scalar binary(Expression.Binary binary, ScalarContext context) {
        Scalar left = bind(binary.left(), context);
        Scalar right = bind(binary.right(), context);
        Origin origin = binary.origin();
        return switch (binary.operator()) {
            case EQUAL -> compare(ComparisonOperator.EQUAL, left, right, CaseRule.SENSITIVE, origin);
            case NOT_EQUAL -> compare(ComparisonOperator.NOT_EQUAL, left, right, CaseRule.SENSITIVE, origin);
            case LESS -> compare(ComparisonOperator.LESS, left, right, CaseRule.SENSITIVE, origin);
            case LESS_OR_EQUAL -> compare(ComparisonOperator.LESS_OR_EQUAL, left, right, CaseRule.SENSITIVE, origin);
            case GREATER -> compare(ComparisonOperator.GREATER, left, right, CaseRule.SENSITIVE, origin);
            case GREATER_OR_EQUAL ->
                compare(ComparisonOperator.GREATER_OR_EQUAL, left, right, CaseRule.SENSITIVE, origin);
            case EQUAL_IGNORING_CASE -> compare(ComparisonOperator.EQUAL, left, right, CaseRule.INSENSITIVE, origin);
            case NOT_EQUAL_IGNORING_CASE ->
                compare(ComparisonOperator.NOT_EQUAL, left, right, CaseRule.INSENSITIVE, origin);
            case ADD -> arithmetic(ArithmeticOperator.ADD, left, right, origin);
            case SUBTRACT -> arithmetic(ArithmeticOperator.SUBTRACT, left, right, origin);
            case MULTIPLY -> arithmetic(ArithmeticOperator.MULTIPLY, left, right, origin);
            case DIVIDE -> arithmetic(ArithmeticOperator.DIVIDE, left, right, origin);
            case MODULO -> arithmetic(ArithmeticOperator.MODULO, left, right, origin);
            case COLON, HAS -> match(MatchKind.TERM, left, right, CaseRule.INSENSITIVE, false, origin);
            case NOT_HAS -> match(MatchKind.TERM, left, right, CaseRule.INSENSITIVE, true, origin);
            case HAS_CS -> match(MatchKind.TERM, left, right, CaseRule.SENSITIVE, false, origin);
            case NOT_HAS_CS -> match(MatchKind.TERM, left, right, CaseRule.SENSITIVE, true, origin);
            case HASPREFIX -> match(MatchKind.TERM_PREFIX, left, right, CaseRule.INSENSITIVE, false, origin);
            case NOT_HASPREFIX -> match(MatchKind.TERM_PREFIX, left, right, CaseRule.INSENSITIVE, true, origin);
            case HASPREFIX_CS -> match(MatchKind.TERM_PREFIX, left, right, CaseRule.SENSITIVE, false, origin);
            case NOT_HASPREFIX_CS -> match(MatchKind.TERM_PREFIX, left, right, CaseRule.SENSITIVE, true, origin);
            case HASSUFFIX -> match(MatchKind.TERM_SUFFIX, left, right, CaseRule.INSENSITIVE, false, origin);
            case NOT_HASSUFFIX -> match(MatchKind.TERM_SUFFIX, left, right, CaseRule.INSENSITIVE, true, origin);
            case HASSUFFIX_CS -> match(MatchKind.TERM_SUFFIX, left, right, CaseRule.SENSITIVE, false, origin);
            case NOT_HASSUFFIX_CS -> match(MatchKind.TERM_SUFFIX, left, right, CaseRule.SENSITIVE, true, origin);
            case CONTAINS -> match(MatchKind.SUBSTRING, left, right, CaseRule.INSENSITIVE, false, origin);
            case NOT_CONTAINS -> match(MatchKind.SUBSTRING, left, right, CaseRule.INSENSITIVE, true, origin);
            case CONTAINS_CS -> match(MatchKind.SUBSTRING, left, right, CaseRule.SENSITIVE, false, origin);
            case NOT_CONTAINS_CS -> match(MatchKind.SUBSTRING, left, right, CaseRule.SENSITIVE, true, origin);
            case STARTSWITH -> match(MatchKind.PREFIX, left, right, CaseRule.INSENSITIVE, false, origin);
            case NOT_STARTSWITH -> match(MatchKind.PREFIX, left, right, CaseRule.INSENSITIVE, true, origin);
            case STARTSWITH_CS -> match(MatchKind.PREFIX, left, right, CaseRule.SENSITIVE, false, origin);
            case NOT_STARTSWITH_CS -> match(MatchKind.PREFIX, left, right, CaseRule.SENSITIVE, true, origin);
            case ENDSWITH -> match(MatchKind.SUFFIX, left, right, CaseRule.INSENSITIVE, false, origin);
            case NOT_ENDSWITH -> match(MatchKind.SUFFIX, left, right, CaseRule.INSENSITIVE, true, origin);
            case ENDSWITH_CS -> match(MatchKind.SUFFIX, left, right, CaseRule.SENSITIVE, false, origin);
            case NOT_ENDSWITH_CS -> match(MatchKind.SUFFIX, left, right, CaseRule.SENSITIVE, true, origin);
            case MATCHES_REGEX -> match(MatchKind.REGEX, left, right, CaseRule.SENSITIVE, false, origin);
            case LIKE -> match(MatchKind.LIKE, left, right, CaseRule.INSENSITIVE, false, origin);
            case NOT_LIKE -> match(MatchKind.LIKE, left, right, CaseRule.INSENSITIVE, true, origin);
            case LIKE_CS -> match(MatchKind.LIKE, left, right, CaseRule.SENSITIVE, false, origin);
            case NOT_LIKE_CS -> match(MatchKind.LIKE, left, right, CaseRule.SENSITIVE, true, origin);
        };
    }

    private Scalar compare(ComparisonOperator operator, Scalar left, Scalar right, CaseRule caseRule, Origin origin) {
        boolean fits = switch (operator) {
            case EQUAL, NOT_EQUAL ->
                caseRule == CaseRule.SENSITIVE || TypeRules.isText(left.type()) && TypeRules.isText(right.type());
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> TypeRules.ordered(left.type(), right.type());
        };
        if (!fits) {
            misfit("the comparison", origin, left, right);
        }
        return new Scalar.Comparison(operator, left, right, caseRule, origin);
    }

    private Scalar match(MatchKind kind, Scalar left, Scalar right, CaseRule caseRule, boolean negated, Origin origin) {
        boolean anyColumn = left instanceof Scalar.AnyColumn;
        if (!anyColumn && !TypeRules.isText(left.type()) || !TypeRules.isText(right.type())) {
            misfit("the operator", origin, left, right);
        }
        return new Scalar.StringMatch(kind, left, List.of(right), false, caseRule, negated, origin);
    }

    private Scalar arithmetic(ArithmeticOperator operator, Scalar left, Scalar right, Origin origin) {
        KqlType type = TypeRules.arithmetic(operator, left.type(), right.type());
        if (left instanceof Scalar.Constant(var a, var first) && right instanceof Scalar.Constant(var b, var second)) {
            Optional<Value> folded = ConstantFolder.arithmetic(operator, a, b, type);
            if (folded.isPresent()) {
                return new Scalar.Constant(folded.get(), origin);
            }
        }
        if (type == KqlType.UNKNOWN && left.type() != KqlType.UNKNOWN && right.type() != KqlType.UNKNOWN) {
            session.report(
                    DiagnosticCode.KT001,
                    origin,
                    "the operator does not take a " + left.type().word() + " and a "
                            + right.type().word());
        }
        return new Scalar.Arithmetic(operator, left, right, type, origin);
    }

    private Scalar membership(Expression.Membership membership, ScalarContext context) {
        Scalar subject = bind(membership.subject(), context);
        Origin origin = membership.origin();
        SetOperator operator = membership.operator();
        CaseRule caseRule = operator == SetOperator.IN || operator == SetOperator.NOT_IN
                ? CaseRule.SENSITIVE
                : CaseRule.INSENSITIVE;
        boolean negated = operator == SetOperator.NOT_IN || operator == SetOperator.NOT_IN_IGNORING_CASE;
        List<Scalar> items = new ArrayList<>(membership.items().size());
        for (Expression item : membership.items()) {
            items.add(item(item, context, membership.items().size() == 1));
        }
        if (operator != SetOperator.IN && operator != SetOperator.NOT_IN && !TypeRules.isText(subject.type())) {
            misfit(operator.text(), origin, subject);
        }
        for (Scalar item : items) {
            if (item instanceof Scalar.RelationArgument(var relation, var itemOrigin)) {
                if (items.size() > 1) {
                    session.report(
                            DiagnosticCode.KB004,
                            itemOrigin,
                            "a list that holds a sub-query beside other items is analysed as the sub-query alone");
                }
                Scalar.InKind kind = switch (operator) {
                    case HAS_ANY -> Scalar.InKind.HAS_ANY;
                    case HAS_ALL -> Scalar.InKind.HAS_ALL;
                    case IN, NOT_IN, IN_IGNORING_CASE, NOT_IN_IGNORING_CASE -> Scalar.InKind.IN;
                };
                return new Scalar.InRelation(kind, subject, relation, caseRule, negated, origin);
            }
        }
        return switch (operator) {
            case HAS_ANY -> new Scalar.StringMatch(MatchKind.TERM, subject, items, false, caseRule, false, origin);
            case HAS_ALL -> new Scalar.StringMatch(MatchKind.TERM, subject, items, true, caseRule, false, origin);
            case IN, NOT_IN, IN_IGNORING_CASE, NOT_IN_IGNORING_CASE ->
                new Scalar.InList(subject, items, caseRule, negated, origin);
        };
    }

    /** An item of a list: a scalar, or a table where it is the only one and no column or scalar has its name. */
    private Scalar item(Expression item, ScalarContext context, boolean alone) {
        Expression inner = item;
        while (inner instanceof Expression.Parenthesized(var nested, var origin)) {
            inner = nested;
        }
        boolean column = inner instanceof Expression.NameReference name
                && (context.row().find(name.name()).isPresent()
                        || context.names().find(name.name()).isPresent());
        boolean table = !column
                && (inner instanceof Expression.NameReference name
                                && (session.tables().table(name.name()).isPresent()
                                        || session.workspace()
                                                .declared(name.name())
                                                .isPresent())
                        || inner instanceof Expression.Call call && alone && calls.isTabular(call, context.names()));
        return table ? table(inner, context.withoutAggregates()) : bind(inner, context);
    }
}
