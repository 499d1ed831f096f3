package dev.kqlift.bench;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.catalog.WorkspaceFunctions;
import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.evaluation.Evaluator;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.evaluation.RunLimits;
import dev.kqlift.evaluation.TableSource;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.build.QueryParser;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The table {@code T} of {@link Operators}, with a tenth as many names as rows. */
final class OperatorEvents {
    /** 2024-06-01T00:00:00Z. */
    private static final long DAY = 638_527_968_000_000_000L;

    private static final long SECOND = 10_000_000L;
    private static final List<String> WORDS = List.of("alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf");
    private static final List<TableSchema.ColumnSchema> COLUMNS = List.of(
            new TableSchema.ColumnSchema("Id", KqlType.LONG),
            new TableSchema.ColumnSchema("Time", KqlType.DATETIME),
            new TableSchema.ColumnSchema("Name", KqlType.STRING),
            new TableSchema.ColumnSchema("Kind", KqlType.STRING),
            new TableSchema.ColumnSchema("Number", KqlType.LONG),
            new TableSchema.ColumnSchema("Text", KqlType.STRING),
            new TableSchema.ColumnSchema("Bag", KqlType.DYNAMIC));

    private final LocalTable table;
    private final Evaluator evaluator;

    OperatorEvents(int rows) {
        Random random = new Random(rows);
        List<List<Value>> events = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            events.add(event(i, random.nextInt(rows / 10), random));
        }
        this.table = new LocalTable(COLUMNS, events);
        this.evaluator = new Evaluator(
                TableCatalog.of(List.of(new TableSchema("T", COLUMNS))),
                FunctionCatalog.builtIn(),
                WorkspaceFunctions.builtIn(),
                RunLimits.DEFAULT);
    }

    private static List<Value> event(int id, int name, Random random) {
        Map<String, Value> bag = new LinkedHashMap<>();
        bag.put("items", new Value.Array(List.of(word(random), word(random), word(random))));
        bag.put("number", new Value.Whole(random.nextInt(10), KqlType.LONG));
        return List.of(
                new Value.Whole(id, KqlType.LONG),
                new Value.DateTime(DAY + SECOND * random.nextInt(86_400)),
                new Value.Text("name" + name),
                new Value.Text("kind" + random.nextInt(20)),
                new Value.Whole(random.nextInt(1_000), KqlType.LONG),
                new Value.Text("user-" + name + " did " + WORDS.get(random.nextInt(WORDS.size())) + " and more"),
                new Value.Bag(bag));
    }

    private static Value word(Random random) {
        return new Value.Text(WORDS.get(random.nextInt(WORDS.size())));
    }

    static Query parsed(Operators operator) {
        return QueryParser.parse(operator.query()).query().orElseThrow();
    }

    /** Runs a query; fails where it is refused. */
    List<?> run(Query query) {
        return switch (evaluator.run(query, TableSource.of(Map.of("T", table)), DAY)) {
            case EvaluationResult.Rows(var columns, var rows, var notes) -> rows;
            case EvaluationResult.Refused(var reason) -> throw new IllegalStateException(reason.toString());
        };
    }
}
