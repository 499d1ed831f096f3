package dev.kqlift.generation;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Relation;
import dev.kqlift.semantic.Binder;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.Statement;
import dev.kqlift.syntax.TabularOperator;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule that is being made. A stage is kept only if the rule still binds with it; what columns it gives is asked of the
 * binder, so that the names and types of the language are written down in one place.
 */
final class RuleDraft {
    private static final int MOST_LETS = 2;
    private static final int DEEPEST = 2;

    /** A table as an expression, with its columns. */
    record Known(Expression table, List<ColumnSchema> columns) {}

    private final RuleGenerator generator;
    private final Draws draws;
    private final List<Statement> lets = new ArrayList<>();
    private final List<ColumnSchema> scalars = new ArrayList<>();
    private final List<Known> tables = new ArrayList<>();
    private int nextName;

    RuleDraft(RuleGenerator generator, Draws draws) {
        this.generator = generator;
        this.draws = draws;
        for (TableSchema table : generator.tables()) {
            tables.add(new Known(Nodes.reference(table.name()), table.columns()));
        }
    }

    Query finished() {
        if (generator.vocabulary().lets() && draws.oneIn(3)) {
            for (int i = draws.between(1, MOST_LETS); i > 0; i--) {
                let();
            }
        }
        Known result = pipeline(generator.vocabulary().mostStages(), 0);
        return query(result.table());
    }

    private Query query(Expression result) {
        List<Statement> statements = new ArrayList<>(lets);
        statements.add(new Statement.Result(result, Nodes.NONE));
        return new Query(statements, Nodes.NONE);
    }

    // ---- let

    private void let() {
        switch (draws.below(3)) {
            case 0 -> {
                KqlType type = draws.of(CallForms.TYPES);
                String name = "s" + nextName++;
                declare(
                        name,
                        new Statement.ExpressionValue(
                                expressions(List.of(), DEEPEST).value(type, 1)));
                scalars.add(new ColumnSchema(name, type));
            }
            case 1 -> {
                String name = "T" + nextName++;
                Known table = pipeline(2, 1);
                declare(name, new Statement.ExpressionValue(table.table()));
                tables.add(new Known(Nodes.reference(name), table.columns()));
            }
            default -> {
                String name = "F" + nextName++;
                Known table = pipeline(2, 1);
                List<Statement> body = List.of(new Statement.Result(table.table(), Nodes.NONE));
                declare(name, new Statement.FunctionValue(false, List.of(), body, Nodes.NONE));
                tables.add(new Known(Nodes.call(name), table.columns()));
            }
        }
    }

    private void declare(String name, Statement.LetValue value) {
        lets.add(new Statement.Let(Nodes.name(name), value, Nodes.NONE));
    }

    // ---- pipelines

    /** A table with some stages over it. */
    Known pipeline(int mostStages, int nesting) {
        Known known = draws.of(tables);
        List<TabularOperator> operators = new ArrayList<>();
        for (int i = draws.between(nesting == 0 ? 1 : 0, mostStages); i > 0; i--) {
            Optional<List<TabularOperator>> stage = new StageGenerator(this, known.columns(), nesting).stage();
            if (stage.isEmpty()) {
                continue;
            }
            List<TabularOperator> longer = Nodes.together(operators, stage.get());
            Expression table = new Expression.Pipeline(source(known, operators), longer, Nodes.NONE);
            Optional<List<ColumnSchema>> columns = columns(table);
            if (columns.isPresent()) {
                operators = longer;
                known = new Known(table, columns.get());
            }
        }
        return known;
    }

    private static Expression source(Known known, List<TabularOperator> operators) {
        return !operators.isEmpty() && known.table() instanceof Expression.Pipeline pipeline
                ? pipeline.source()
                : known.table();
    }

    /** The columns of a table; empty where it does not bind, or where not all of its columns are known. */
    private Optional<List<ColumnSchema>> columns(Expression table) {
        BoundQuery bound = Binder.bind(query(table), generator.catalog(), generator.functions());
        boolean wrong = bound.diagnostics().stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
        if (wrong || bound.relation().filter(Relation::open).isPresent()) {
            return Optional.empty();
        }
        return bound.relation()
                .map(relation -> relation.columns().stream()
                        .map(column -> new ColumnSchema(column.name(), column.type()))
                        .toList())
                .filter(columns ->
                        !columns.isEmpty() && columns.stream().noneMatch(column -> column.type() == KqlType.UNKNOWN));
    }

    /** What may be joined or united with the rows: small where it stands deep inside. */
    Known other(int nesting) {
        return pipeline(nesting >= DEEPEST ? 0 : 2, nesting + 1);
    }

    /** A table of one column of a type. */
    private Optional<Expression> singleColumn(KqlType type, int nesting) {
        if (nesting >= DEEPEST) {
            return Optional.empty();
        }
        Known known = pipeline(1, nesting + 1);
        List<ColumnSchema> fitting =
                known.columns().stream().filter(column -> column.type() == type).toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        TabularOperator project = new TabularOperator.Project(
                List.of(Nodes.unnamed(Nodes.reference(draws.of(fitting).name()))), Nodes.NONE);
        return Optional.of(new Expression.Parenthesized(followed(known.table(), project), Nodes.NONE));
    }

    /** A table of one row and one column of a type. */
    private Optional<Expression> summary(KqlType type, int nesting) {
        if (nesting >= DEEPEST) {
            return Optional.empty();
        }
        Known known = pipeline(1, nesting + 1);
        return generator.aggregates().draw(type, draws).map(form -> {
            Expression call = expressions(known.columns(), DEEPEST).call(form, 1);
            TabularOperator summarize = new TabularOperator.Summarize(
                    List.of(), List.of(Nodes.unnamed(call)), List.of(), Optional.empty(), Nodes.NONE);
            return followed(known.table(), summarize);
        });
    }

    private static Expression followed(Expression table, TabularOperator operator) {
        return table instanceof Expression.Pipeline pipeline
                ? new Expression.Pipeline(
                        pipeline.source(), Nodes.together(pipeline.operators(), List.of(operator)), Nodes.NONE)
                : new Expression.Pipeline(table, List.of(operator), Nodes.NONE);
    }

    ExpressionGenerator expressions(List<ColumnSchema> columns, int nesting) {
        Scope scope = new Scope(columns, scalars, type -> singleColumn(type, nesting), type -> summary(type, nesting));
        return new ExpressionGenerator(draws, generator.vocabulary(), generator.scalars(), scope);
    }

    Draws draws() {
        return draws;
    }

    RuleGenerator generator() {
        return generator;
    }
}
