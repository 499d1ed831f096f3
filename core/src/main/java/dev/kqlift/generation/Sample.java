package dev.kqlift.generation;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.catalog.WorkspaceFunctions;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.evaluation.Evaluator;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.evaluation.RunLimits;
import dev.kqlift.evaluation.TableSource;
import dev.kqlift.semantic.Binder;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.RowSchema;
import dev.kqlift.syntax.Statement;
import dev.kqlift.syntax.SyntaxPrinter;
import dev.kqlift.syntax.build.QueryParser;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A query and the tables that it reads.
 *
 * @param query a query that binds over the tables
 * @param tables by name, in order
 */
public record Sample(Query query, Map<String, LocalTable> tables) {
    public Sample {
        tables = new LinkedHashMap<>(tables);
    }

    /** What the binder has to know. */
    public List<TableSchema> schemas() {
        return tables.entrySet().stream()
                .map(table -> new TableSchema(table.getKey(), table.getValue().columns()))
                .toList();
    }

    /** Whether the query binds over the tables without an error. */
    boolean binds() {
        return Binder.bind(query, TableCatalog.of(schemas()), FunctionCatalog.builtIn()).diagnostics().stream()
                .noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /** The same as a query that carries its tables: a {@code datatable} for each of them, then the query. */
    public Sample carried() {
        List<Statement> statements = new ArrayList<>();
        tables.forEach((name, table) -> statements.add(
                new Statement.Let(Nodes.name(name), new Statement.ExpressionValue(datatable(table)), Nodes.NONE)));
        statements.addAll(query.statements());
        return new Sample(new Query(statements, Nodes.NONE), Map.of());
    }

    /** One KQL query that says it all. {@link #read} takes it back. */
    public String text() {
        return carried().kql();
    }

    /** The query alone, as KQL. */
    public String kql() {
        return SyntaxPrinter.print(query);
    }

    private static Expression datatable(LocalTable table) {
        List<RowSchema.ColumnDeclaration> columns = table.columns().stream()
                .map(column -> new RowSchema.ColumnDeclaration(
                        Nodes.name(column.name()), column.type().word()))
                .toList();
        List<Expression> values = new ArrayList<>();
        for (List<Value> row : table.rows()) {
            for (int i = 0; i < row.size(); i++) {
                boolean dynamic = table.columns().get(i).type() == KqlType.DYNAMIC;
                values.add(dynamic ? Nodes.dynamic(row.get(i)) : Nodes.literal(row.get(i)));
            }
        }
        return new Expression.Datatable(new RowSchema(false, columns, Nodes.NONE), values, List.of(), Nodes.NONE);
    }

    /**
     * The sample that a text says: its leading {@code let}s of a {@code datatable} are the tables.
     *
     * @throws IllegalArgumentException where the text is no query, or a table has a cell that is no constant
     */
    public static Sample read(String text) {
        Query whole = QueryParser.parse(text)
                .query()
                .orElseThrow(() -> new IllegalArgumentException("this is no query: " + text));
        Map<String, LocalTable> tables = new LinkedHashMap<>();
        List<Statement> rest = new ArrayList<>(whole.statements());
        while (!rest.isEmpty()
                && rest.getFirst() instanceof Statement.Let let
                && let.value() instanceof Statement.ExpressionValue(Expression.Datatable table)) {
            tables.put(let.name().text(), rows(table));
            rest.removeFirst();
        }
        return new Sample(new Query(rest, Nodes.NONE), tables);
    }

    private static LocalTable rows(Expression.Datatable table) {
        Query query = new Query(List.of(new Statement.Result(table, Nodes.NONE)), Nodes.NONE);
        Evaluator evaluator = new Evaluator(
                TableCatalog.of(List.of()), FunctionCatalog.builtIn(), WorkspaceFunctions.builtIn(), RunLimits.DEFAULT);
        return switch (evaluator.run(query, TableSource.NONE, 0)) {
            case EvaluationResult.Rows result -> new LocalTable(result.columns(), result.rows());
            case EvaluationResult.Refused refused ->
                throw new IllegalArgumentException(refused.reason().message());
        };
    }
}
