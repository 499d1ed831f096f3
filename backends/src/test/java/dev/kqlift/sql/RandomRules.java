package dev.kqlift.sql;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.generation.RowGenerator;
import dev.kqlift.generation.RuleGenerator;
import dev.kqlift.generation.Sample;
import dev.kqlift.generation.StageKind;
import dev.kqlift.generation.ValuePools;
import dev.kqlift.generation.Vocabulary;
import dev.kqlift.mapping.BackendDefinitionReader;
import dev.kqlift.mapping.FunctionMapping;
import dev.kqlift.mapping.FunctionTable;
import dev.kqlift.mapping.ResourceFolder;
import dev.kqlift.syntax.Query;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Random rules in the part of the language that the backend translates, over two tables. */
final class RandomRules {
    private static final FunctionTable TABLE =
            SqlTranslator.functions(BackendDefinitionReader.read(new ResourceFolder("duckdb")));
    /** What depends on the clock. */
    private static final Set<String> CLOCK = Set.of("now", "ago", "ingestion_time");

    private static final List<TableSchema> TABLES = List.of(
            new TableSchema(
                    "Events",
                    List.of(
                            new ColumnSchema("Id", KqlType.LONG),
                            new ColumnSchema("Name", KqlType.STRING),
                            new ColumnSchema("Text", KqlType.STRING),
                            new ColumnSchema("Count", KqlType.LONG),
                            new ColumnSchema("Small", KqlType.INT),
                            new ColumnSchema("Ratio", KqlType.REAL),
                            new ColumnSchema("Time", KqlType.DATETIME),
                            new ColumnSchema("Lasted", KqlType.TIMESPAN),
                            new ColumnSchema("Flag", KqlType.BOOL),
                            new ColumnSchema("Key", KqlType.GUID),
                            new ColumnSchema("Data", KqlType.DYNAMIC))),
            new TableSchema(
                    "Users",
                    List.of(
                            new ColumnSchema("Name", KqlType.STRING),
                            new ColumnSchema("Team", KqlType.STRING),
                            new ColumnSchema("Level", KqlType.LONG),
                            new ColumnSchema("Since", KqlType.DATETIME),
                            new ColumnSchema("Flag", KqlType.BOOL))));
    private static final int MOST_ROWS = 8;

    private final RuleGenerator wild;
    private final RuleGenerator calm;

    RandomRules() {
        Vocabulary vocabulary = Vocabulary.of(
                        FunctionCatalog.builtIn(), RandomRules::isTranslated, RandomRules::isTranslated)
                .withLiterals(keeping(ValuePools.wild()))
                .with(StageKind.MV_EXPAND, 0)
                .with(StageKind.PARSE, 0)
                .with(StageKind.MAKE_SERIES, 0)
                // Which rows are taken where several tie is left open, so that most of these are never exact.
                .with(StageKind.SORT_TAKE, 1)
                .with(StageKind.TOP, 1);
        this.wild = new RuleGenerator(TABLES, vocabulary);
        this.calm = new RuleGenerator(TABLES, vocabulary.withLiterals(ValuePools.calm()));
    }

    private static boolean isTranslated(String function) {
        return !CLOCK.contains(function)
                && TABLE.mappings(function).stream()
                        .anyMatch(mapping -> !(mapping instanceof FunctionMapping.Unsupported));
    }

    private static boolean isTranslated(String function, List<KqlType> arguments) {
        return TABLE.mapping(function, arguments)
                .flatMap(FunctionMapping::promised)
                .filter(promise -> promise.fidelity() == Fidelity.EXACT)
                .isPresent();
    }

    /** The values that keep the conditions which hold for all translations. */
    private static ValuePools keeping(ValuePools pools) {
        List<Value> texts = pools.values().getOrDefault(KqlType.STRING, List.of()).stream()
                .filter(text -> DataAssumption.ONE_CASE_EACH.holds(text) && DataAssumption.PLAIN_TERMS.holds(text))
                .toList();
        return pools.with(KqlType.STRING, texts);
    }

    /** Every other rule has literals that no engine reads in its own way. */
    Query rule(long seed) {
        return (seed % 2 == 0 ? wild : calm).rule(seed);
    }

    Sample wildSample(long seed) {
        return new Sample(rule(seed), tables(seed, keeping(ValuePools.wild())));
    }

    /** The same rule over rows that keep all conditions. */
    Sample calmSample(long seed) {
        return new Sample(rule(seed), tables(seed, ValuePools.calm()));
    }

    /** The same rule over rows that a query can carry: a bare number in a dynamic column is a call, which is not translated. */
    Sample carriedSample(long seed) {
        ValuePools pools = keeping(ValuePools.wild());
        List<Value> parts = pools.values().getOrDefault(KqlType.DYNAMIC, List.of()).stream()
                .filter(value -> value instanceof Value.Array || value instanceof Value.Bag)
                .toList();
        return new Sample(rule(seed), tables(seed, pools.with(KqlType.DYNAMIC, parts)));
    }

    private static Map<String, LocalTable> tables(long seed, ValuePools pools) {
        return new RowGenerator(pools).tables(seed, TABLES, MOST_ROWS);
    }
}
