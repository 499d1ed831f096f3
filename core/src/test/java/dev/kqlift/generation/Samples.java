package dev.kqlift.generation;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.catalog.Volatility;
import dev.kqlift.catalog.WorkspaceFunctions;
import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.evaluation.Evaluator;
import dev.kqlift.evaluation.RunLimits;
import dev.kqlift.evaluation.TableSource;
import dev.kqlift.types.KqlType;
import java.util.List;

/** Random rules over two tables with a column of each type. */
final class Samples {
    static final List<TableSchema> TABLES = List.of(
            new TableSchema(
                    "Signals",
                    List.of(
                            new ColumnSchema("Id", KqlType.LONG),
                            new ColumnSchema("Name", KqlType.STRING),
                            new ColumnSchema("Small", KqlType.INT),
                            new ColumnSchema("Ratio", KqlType.REAL),
                            new ColumnSchema("Price", KqlType.DECIMAL),
                            new ColumnSchema("Time", KqlType.DATETIME),
                            new ColumnSchema("Lasted", KqlType.TIMESPAN),
                            new ColumnSchema("Flag", KqlType.BOOL),
                            new ColumnSchema("Key", KqlType.GUID),
                            new ColumnSchema("Data", KqlType.DYNAMIC))),
            new TableSchema(
                    "People",
                    List.of(
                            new ColumnSchema("Name", KqlType.STRING),
                            new ColumnSchema("Team", KqlType.STRING),
                            new ColumnSchema("Level", KqlType.LONG))));

    private static final FunctionCatalog FUNCTIONS = FunctionCatalog.builtIn();
    static final RuleGenerator RULES =
            new RuleGenerator(TABLES, Vocabulary.of(FUNCTIONS, Samples::isSteady, (function, types) -> true));

    private Samples() {}

    private static boolean isSteady(String name) {
        return !name.startsWith("__")
                && FUNCTIONS
                        .scalar(name)
                        .or(() -> FUNCTIONS.aggregate(name))
                        .filter(function -> function.volatility() == Volatility.IMMUTABLE)
                        .isPresent();
    }

    static Sample sample(long seed) {
        return new Sample(RULES.rule(seed), new RowGenerator(ValuePools.wild()).tables(seed, TABLES, 8));
    }

    static EvaluationResult run(Sample sample) {
        return new Evaluator(
                        TableCatalog.of(sample.schemas()), FUNCTIONS, WorkspaceFunctions.builtIn(), RunLimits.DEFAULT)
                .run(sample.query(), TableSource.of(sample.tables()), 0);
    }
}
