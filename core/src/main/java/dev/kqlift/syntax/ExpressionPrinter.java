package dev.kqlift.syntax;

import dev.kqlift.syntax.BinaryOperator.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Prints expressions, with parentheses where the tree needs them. */
final class ExpressionPrinter {
    /** Tighter than every operator: a primary, perhaps with a sign and selectors. */
    private static final int TERM = Level.values().length;
    /** A primary, to which a selector can be put. */
    private static final int PRIMARY = TERM + 1;

    private final Layout out;
    private final StatementPrinter statements;

    ExpressionPrinter(Layout out, StatementPrinter statements) {
        this.out = out;
        this.statements = statements;
    }

    /** Where a whole pipeline can stand. */
    void pipeline(Expression expression) {
        switch (expression) {
            case Expression.Pipeline(var source, var operators, var origin) -> {
                // A source that is a pipeline itself would run on into the operators.
                if (source instanceof Expression.Pipeline) {
                    parenthesized(source);
                } else {
                    pipeline(source);
                }
                for (TabularOperator operator : operators) {
                    out.line().add("| ");
                    statements.operators().print(operator);
                }
            }
            case Expression.OperatorSource(var operator, var origin) ->
                statements.operators().print(operator);
            default -> expression(expression);
        }
    }

    void expression(Expression expression) {
        print(expression, 0);
    }

    /** Where an operator takes a table: a primary with its selectors. */
    void term(Expression expression) {
        print(expression, TERM);
    }

    void expressions(List<Expression> items) {
        out.list(items, this::expression);
    }

    private void parenthesized(Expression inner) {
        if (inner instanceof Expression.Pipeline) {
            out.block("(", () -> pipeline(inner), ")");
        } else {
            out.add("(");
            pipeline(inner);
            out.add(")");
        }
    }

    /** Prints what binds at least as tightly as a level, and anything else in parentheses. */
    private void print(Expression expression, int level) {
        if (binding(expression) < level) {
            parenthesized(expression);
            return;
        }
        switch (expression) {
            case Expression.Literal literal -> out.add(literal.text());
            case Expression.StringLiteral text -> string(text.value(), text.hidden());
            case Expression.DynamicLiteral dynamic -> {
                out.add("dynamic(");
                json(dynamic.value());
                out.add(")");
            }
            case Expression.NameReference name -> out.add(NamePrinter.read(name.name()));
            case Expression.Path path -> path(path);
            case Expression.Element element -> {
                print(element.target(), PRIMARY);
                out.add("[");
                expression(element.index());
                out.add("]");
            }
            case Expression.Call call -> {
                out.add(NamePrinter.called(call.function()));
                arguments(call.arguments());
            }
            case Expression.Unary unary -> {
                out.add(unary.negative() ? "-" : "+");
                print(unary.operand(), PRIMARY);
            }
            case Expression.Binary binary -> binary(binary);
            case Expression.Logical logical -> {
                int operand = logicalLevel(logical) + 1;
                out.list(logical.operands(), logical.conjunction() ? " and " : " or ", item -> print(item, operand));
            }
            case Expression.Membership membership -> {
                print(membership.subject(), Level.EQUALITY.ordinal() + 1);
                out.add(" ").add(membership.operator().text()).add(" (");
                items(membership.items());
                out.add(")");
            }
            case Expression.Between between -> {
                print(between.subject(), Level.EQUALITY.ordinal() + 1);
                out.add(between.negated() ? " !between (" : " between (");
                expression(between.low());
                out.add(" .. ");
                expression(between.high());
                out.add(")");
            }
            case Expression.Star star -> out.add("*");
            case Expression.Parenthesized(var inner, var origin) -> parenthesized(inner);
            case Expression.Pipeline pipeline -> parenthesized(pipeline);
            case Expression.OperatorSource source -> parenthesized(source);
            case Expression.TableCall call -> tableCall(call);
            case Expression.Datatable table -> datatable(table);
            case Expression.ExternalData data -> {
                out.add("externaldata");
                schema(data.schema());
                out.add(" [");
                expressions(data.locations());
                out.add("]");
                properties(data.properties());
            }
            case Expression.TypeOf type -> typeOf(type);
            case Expression.Placeholder(var name, var origin) ->
                out.add("{").add(name).add("}");
        }
    }

    /** How tightly an expression binds: the index of its level, or beyond the levels. */
    private static int binding(Expression expression) {
        return switch (expression) {
            case Expression.Binary binary -> binary.operator().level().ordinal();
            case Expression.Logical logical -> logicalLevel(logical);
            case Expression.Membership membership -> Level.EQUALITY.ordinal();
            case Expression.Between between -> Level.EQUALITY.ordinal();
            case Expression.Unary unary -> TERM;
            case Expression.Pipeline pipeline -> -1;
            case Expression.OperatorSource source -> -1;
            default -> PRIMARY;
        };
    }

    private static int logicalLevel(Expression.Logical logical) {
        return (logical.conjunction() ? Level.AND : Level.OR).ordinal();
    }

    /** A pipeline stands alone or in parentheses: a comma would go on with its last list. */
    private void items(List<Expression> items) {
        if (items.size() == 1) {
            item(items.get(0));
        } else {
            expressions(items);
        }
    }

    private void item(Expression item) {
        if (item instanceof Expression.Pipeline) {
            out.block("", () -> pipeline(item), "");
        } else {
            pipeline(item);
        }
    }

    /** Long chains lean to the left: they are unrolled, so that their length does not cost stack. */
    private void binary(Expression.Binary last) {
        Level level = last.operator().level();
        Deque<Expression.Binary> links = new ArrayDeque<>();
        links.push(last);
        Expression first = last.left();
        while (level.chains()
                && first instanceof Expression.Binary link
                && link.operator().level() == level) {
            links.push(link);
            first = link.left();
        }
        print(first, level.ordinal() + 1);
        for (Expression.Binary link : links) {
            out.add(" ").add(link.operator().text()).add(" ");
            print(link.right(), level.ordinal() + 1);
        }
    }

    private void path(Expression.Path path) {
        print(path.target(), PRIMARY);
        // `1.x` would be a number and a name.
        out.add(path.target() instanceof Expression.Literal ? " ." : ".");
        switch (path.member()) {
            case Expression.NameReference(var name, var origin) ->
                out.add(NamePrinter.member(name) ? name : Quoting.bracketed(name));
            case Expression.Star star -> out.add("*");
            case Expression member -> print(member, PRIMARY);
        }
    }

    void arguments(List<Expression.Argument> arguments) {
        out.add("(");
        out.list(arguments, argument -> {
            argument.name().ifPresent(name -> out.add(NamePrinter.free(name)).add(" = "));
            expression(argument.value());
        });
        out.add(")");
    }

    private void tableCall(Expression.TableCall call) {
        out.add(call.function().text());
        for (Parameter parameter : call.parameters()) {
            out.add(" ");
            parameter(parameter);
        }
        out.add(call.parameters().isEmpty() ? "(" : " (");
        for (Parameter parameter : call.innerParameters()) {
            parameter(parameter);
            out.add(" ");
        }
        item(call.table());
        out.add(")");
    }

    private void datatable(Expression.Datatable table) {
        out.add("datatable");
        schema(table.schema());
        properties(table.properties());
        int columns = Math.max(1, table.schema().columns().size());
        if (table.values().isEmpty()) {
            out.add(" []");
            return;
        }
        out.block(
                " [",
                () -> {
                    for (int i = 0; i < table.values().size(); i++) {
                        print(table.values().get(i), TERM);
                        if (i + 1 < table.values().size()) {
                            out.add(",");
                            if ((i + 1) % columns == 0) {
                                out.line();
                            } else {
                                out.add(" ");
                            }
                        }
                    }
                },
                "]");
    }

    private void typeOf(Expression.TypeOf type) {
        out.add(type.star() ? "typeof(*" : "typeof(");
        if (type.star() && !type.columns().isEmpty()) {
            out.add(", ");
        }
        out.list(type.columns(), column -> {
            if (!column.name().text().isEmpty()) {
                out.add(NamePrinter.column(column.name())).add(": ");
            }
            out.add(column.type());
        });
        out.add(")");
    }

    void schema(RowSchema schema) {
        out.add(schema.star() ? "(*" : "(");
        if (schema.star() && !schema.columns().isEmpty()) {
            out.add(", ");
        }
        out.list(
                schema.columns(),
                column -> out.add(NamePrinter.column(column.name())).add(": ").add(column.type()));
        out.add(")");
    }

    void string(String value, boolean hidden) {
        out.add(hidden ? "h" : "").add(Quoting.quoted(value));
    }

    // ---- names with values

    /** A parameter: its value is a word or a literal. */
    void parameter(Parameter parameter) {
        out.add(parameter.name()).add("=");
        if (parameter.value() instanceof Expression.NameReference(var name, var origin)) {
            out.add(NamePrinter.word(name));
        } else {
            expression(parameter.value());
        }
    }

    /** {@code with (a=1, b="x")}, or nothing. */
    void properties(List<Parameter> properties) {
        if (!properties.isEmpty()) {
            out.add(" with (");
            out.list(properties, this::property);
            out.add(")");
        }
    }

    /** A property: its value is an expression. */
    void property(Parameter property) {
        property(property.name(), property.value());
    }

    void property(String name, Expression value) {
        out.add(name).add("=");
        if (value instanceof Expression.NameReference(var word, var origin) && NamePrinter.member(word)) {
            out.add(word);
        } else {
            expression(value);
        }
    }

    void named(NamedExpression item) {
        if (item.names().size() == 1) {
            out.add(NamePrinter.column(item.names().get(0))).add(" = ");
        } else if (!item.names().isEmpty()) {
            out.add("(");
            out.list(item.names(), name -> out.add(NamePrinter.column(name)));
            out.add(") = ");
        }
        expression(item.value());
    }

    void named(List<NamedExpression> items) {
        out.list(items, this::named);
    }

    // ---- names with wildcards

    void patterns(List<NamePattern> items) {
        out.list(items, this::pattern);
    }

    void pattern(NamePattern item) {
        term(item.expression());
        if (item.pattern().isPresent()) {
            String pattern = item.pattern().get();
            out.add(pattern.substring(Math.min(pattern.length(), headLength(item.expression(), pattern))));
        }
    }

    /** How much of a pattern the expression before its wildcards has printed. */
    private static int headLength(Expression head, String pattern) {
        return switch (head) {
            case Expression.NameReference(var name, var origin) -> name.length();
            case Expression.Star star -> 1;
            case Expression.Path(var target, var member, var origin) -> headLength(member, pattern);
            default -> Math.max(0, pattern.indexOf('*'));
        };
    }

    // ---- JSON

    private void json(Expression.Json value) {
        switch (value) {
            case Expression.Json.Array(var items) -> {
                out.add("[");
                out.list(items, this::json);
                out.add("]");
            }
            case Expression.Json.Bag(var members) -> {
                out.add("{");
                out.list(members, member -> {
                    out.add(Quoting.quoted(member.name())).add(": ");
                    json(member.value());
                });
                out.add("}");
            }
            case Expression.Json.Scalar(var literal, var negative) -> {
                out.add(negative ? "-" : "");
                expression(literal);
            }
            case Expression.Json.Null() -> out.add("null");
        }
    }
}
