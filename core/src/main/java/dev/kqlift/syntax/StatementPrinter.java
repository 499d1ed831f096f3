package dev.kqlift.syntax;

import java.util.List;

/** Prints statements and what they declare. */
final class StatementPrinter {
    private final Layout out;
    private final ExpressionPrinter expressions;
    private final OperatorPrinter operators;

    StatementPrinter(Layout out) {
        this.out = out;
        expressions = new ExpressionPrinter(out, this);
        operators = new OperatorPrinter(out, this, expressions);
    }

    ExpressionPrinter expressions() {
        return expressions;
    }

    OperatorPrinter operators() {
        return operators;
    }

    void statements(List<Statement> statements) {
        for (int i = 0; i < statements.size(); i++) {
            if (i > 0) {
                out.line();
            }
            statement(statements.get(i));
            out.add(";");
        }
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.Let let -> {
                out.add("let ").add(NamePrinter.free(let.name())).add(" = ");
                value(let.value());
            }
            case Statement.SetOption set -> {
                out.add("set ").add(set.option());
                set.value().ifPresent(value -> out.add(" = ").add(value));
            }
            case Statement.DeclareParameters declare -> {
                out.add("declare query_parameters(");
                parameters(declare.parameters());
                out.add(")");
            }
            case Statement.DeclarePattern pattern -> out.add(pattern.text());
            case Statement.Restrict restrict -> {
                out.add("restrict access to (");
                expressions.patterns(restrict.entities());
                out.add(")");
            }
            case Statement.Alias alias -> {
                out.add("alias ")
                        .add(alias.kind())
                        .add(" ")
                        .add(NamePrinter.free(alias.name()))
                        .add(" = ");
                expressions.expression(alias.value());
            }
            case Statement.Result result -> expressions.pipeline(result.expression());
        }
    }

    private void value(Statement.LetValue value) {
        switch (value) {
            case Statement.ExpressionValue(var expression) -> expressions.pipeline(expression);
            case Statement.EntityGroupValue group -> entityGroup(group.entities());
            case Statement.FunctionValue function -> {
                out.add(function.view() ? "view (" : "(");
                parameters(function.parameters());
                if (function.body().isEmpty()) {
                    out.add(") {}");
                } else {
                    out.block(") {", () -> statements(function.body()), "}");
                }
            }
        }
    }

    void entityGroup(List<Expression> entities) {
        out.add("entity_group [");
        out.list(entities, expressions::expression);
        out.add("]");
    }

    void parameters(List<Statement.FunctionParameter> parameters) {
        out.list(parameters, parameter -> {
            out.add(NamePrinter.free(parameter.name())).add(": ");
            parameter.type().ifPresent(out::add);
            parameter.schema().ifPresent(expressions::schema);
            parameter.defaultValue().ifPresent(value -> {
                out.add(" = ");
                expressions.expression(value);
            });
        });
    }
}
