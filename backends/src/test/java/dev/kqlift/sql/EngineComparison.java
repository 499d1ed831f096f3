package dev.kqlift.sql;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.Workspace;
import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.evaluation.Evaluator;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.evaluation.RunLimits;
import dev.kqlift.evaluation.TableSource;
import dev.kqlift.generation.Sample;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.Statement;
import dev.kqlift.syntax.TabularOperator;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.Translation;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a sample in the reference evaluator and, where its translation is called exact, in the target. */
final class EngineComparison {
    /** What came out. */
    sealed interface Outcome {
        /** Both gave the same rows. */
        record Same(int rows) implements Outcome {}

        /** The translation promises less than the same rows. */
        record NotExact(Translation translation) implements Outcome {}

        /** The translation is exact under a condition that the tables break. */
        record Assuming(Translation translation) implements Outcome {}

        /** The reference does not answer. */
        record Refused(String reason) implements Outcome {}

        /** Called exact, and not. */
        record Different(String how) implements Outcome {}
    }

    private final DuckDb database;

    EngineComparison(DuckDb database) {
        this.database = database;
    }

    Outcome compare(Sample sample) {
        RuleCompiler compiler =
                new RuleCompiler(new Workspace(TableCatalog.of(sample.schemas()), FunctionCatalog.builtIn()));
        AnalyzedRule rule = Translations.compile(sample.kql(), compiler);
        Translation translation = Translations.duckDb(rule);
        if (translation.fidelity() != Fidelity.EXACT) {
            return new Outcome.NotExact(translation);
        }
        if (isConditional(translation)) {
            translation = Translations.duckDb(rule, TableSource.of(sample.tables()));
            if (translation.fidelity() != Fidelity.EXACT || isConditional(translation)) {
                return new Outcome.Assuming(translation);
            }
        }
        String sql = translation.text().orElseThrow();
        EvaluationResult reference =
                Evaluator.run(rule.bound().orElseThrow(), TableSource.of(sample.tables()), 0, RunLimits.DEFAULT);
        return switch (reference) {
            case EvaluationResult.Refused(var reason) -> new Outcome.Refused(reason.code() + " " + reason.message());
            case EvaluationResult.Rows rows -> compare(sample, rows, sql);
        };
    }

    private static boolean isConditional(Translation translation) {
        return translation.notes().stream().anyMatch(note -> note.code() == DiagnosticCode.KX006);
    }

    private Outcome compare(Sample sample, EvaluationResult.Rows reference, String sql) {
        List<KqlType> types =
                reference.columns().stream().map(column -> column.type()).toList();
        List<List<String>> expected =
                reference.rows().stream().map(row -> cells(row, types)).toList();
        List<List<String>> actual;
        try {
            load(sample.tables());
            actual = database.query(sql, types, true).rows();
        } catch (SQLException | RuntimeException e) {
            return new Outcome.Different("the target stops: " + e.getMessage() + "\n" + sql);
        }
        boolean same = sorted(expected).equals(sorted(actual))
                && ordered(sample, reference, expected).equals(ordered(sample, reference, actual));
        return same
                ? new Outcome.Same(expected.size())
                : new Outcome.Different("reference: " + expected + "\ntarget:    " + actual + "\n" + sql);
    }

    private static List<String> cells(List<Value> row, List<KqlType> types) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Value value = row.get(i);
            KqlType type = types.get(i);
            boolean missing = value instanceof Value.Null && type != KqlType.STRING;
            String text = type == KqlType.DYNAMIC ? ValueText.json(value) : ValueText.of(value);
            cells.add(Cells.expected(missing ? null : text, type, true));
        }
        return cells;
    }

    private static List<String> sorted(List<List<String>> rows) {
        return rows.stream().map(List::toString).sorted().toList();
    }

    /** The cells that a sort at the end puts in order. */
    private static List<List<String>> ordered(Sample sample, EvaluationResult.Rows reference, List<List<String>> rows) {
        List<Integer> places = new ArrayList<>();
        for (String key : lastSort(sample.query())) {
            for (int i = 0; i < reference.columns().size(); i++) {
                if (reference.columns().get(i).name().equals(key)) {
                    places.add(i);
                }
            }
        }
        return rows.stream().map(row -> places.stream().map(row::get).toList()).toList();
    }

    private static List<String> lastSort(Query query) {
        boolean sorted = query.statements().getLast() instanceof Statement.Result(Expression.Pipeline pipeline, var at)
                && pipeline.operators().getLast() instanceof TabularOperator.Sort;
        if (!sorted) {
            return List.of();
        }
        Statement.Result result = (Statement.Result) query.statements().getLast();
        Expression.Pipeline pipeline = (Expression.Pipeline) result.expression();
        TabularOperator.Sort sort = (TabularOperator.Sort) pipeline.operators().getLast();
        return sort.items().stream()
                .map(item -> item.value().value() instanceof Expression.NameReference(var name, var at) ? name : "")
                .takeWhile(name -> !name.isEmpty())
                .toList();
    }

    // ---- tables of the target

    private void load(Map<String, LocalTable> tables) throws SQLException {
        for (Map.Entry<String, LocalTable> entry : tables.entrySet()) {
            LocalTable table = entry.getValue();
            List<String> columns = table.columns().stream()
                    .map(column -> SqlNames.quoted(column.name()) + " " + SqlTypes.name(column.type()))
                    .toList();
            String name = SqlNames.quoted(entry.getKey());
            database.execute("CREATE OR REPLACE TABLE " + name + " (" + String.join(", ", columns) + ")");
            List<String> rows = new ArrayList<>();
            for (List<Value> row : table.rows()) {
                // A table of the target may hold a null for an empty text.
                boolean nulls = rows.size() % 2 == 1;
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    cells.add(literal(row.get(i), table.columns().get(i).type(), nulls));
                }
                rows.add("(" + String.join(", ", cells) + ")");
            }
            if (!rows.isEmpty()) {
                database.execute("INSERT INTO " + name + " VALUES " + String.join(", ", rows));
            }
        }
    }

    private static String literal(Value value, KqlType type, boolean nulls) {
        if (value instanceof Value.Null || nulls && type == KqlType.STRING && value.equals(new Value.Text(""))) {
            return "NULL";
        }
        if (type == KqlType.DYNAMIC) {
            return "CAST('" + ValueText.json(value).replace("'", "''") + "' AS JSON)";
        }
        return SqlLiterals.constant(value)
                .orElseThrow(() -> new IllegalArgumentException("the target cannot hold " + value))
                .text();
    }
}
