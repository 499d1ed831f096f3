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
            case Statement.DeclarePattern pattern -> {
                out.add("declare pattern ").add(NamePrinter.free(pattern.name()));
                pattern.mapping().ifPresent(this::mapping);
            }
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

    private void mapping(Statement.PatternMapping mapping) {
        out.add(" = (");
        parameters(mapping.arguments());
        out.add(")");
        mapping.path().ifPresent(path -> {
            out.add("[");
            parameters(List.of(path));
            out.add("]");
        });
        out.block(" {", () -> cases(mapping.cases()), "}");
    }

    private void cases(List<Statement.PatternCase> cases) {
        for (int i = 0; i < cases.size(); i++) {
            if (i > 0) {
                out.line();
            }
            Statement.PatternCase one = cases.get(i);
            out.add("(");
            out.list(one.arguments(), expressions::expression);
            out.add(")");
            one.path().ifPresent(path -> {
                out.add(".[");
                expressions.expression(path);
                out.add("]");
            });
            body(" = {", one.value().body());
            out.add(";");
        }
    }

    private void body(String head, List<Statement> statements) {
        if (statements.isEmpty()) {
            out.add(head + "}");
        } else {
            out.block(head, () -> statements(statements), "}");
        }
    }

    private void value(Statement.LetValue value) {
        switch (value) {
            case Statement.ExpressionValue(var expression) -> expressions.pipeline(expression);
            case Statement.EntityGroupValue group -> entityGroup(group.entities());
            case Statement.FunctionValue function -> {
                out.add(function.view() ? "view (" : "(");
                parameters(function.parameters());
                body(") {", function.body());
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
