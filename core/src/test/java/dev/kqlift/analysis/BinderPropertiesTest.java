package dev.kqlift.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.IrInvariants;
import dev.kqlift.ir.Relation;
import dev.kqlift.semantic.Binder;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.syntax.BindableQueries;
import dev.kqlift.syntax.ParsedQuery;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.SyntaxPrinter;
import dev.kqlift.syntax.TestQueries;
import dev.kqlift.syntax.build.QueryParser;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** What holds for every query that is bound: generated ones, which bind by construction, and damaged samples. */
class BinderPropertiesTest {
    private static final int QUERIES = 5_000;
    private static final int SOME = 1_000;
    private static final int DAMAGED = 2_000;

    /** What is said of a query when all is well. */
    private static final String WELL = "";

    @Test
    void generatedQueriesBindWithoutErrorsToAWellFormedResult() {
        forEachQuery(QUERIES, text -> {
            BoundQuery bound = bind(text, UnaryOperator.identity());
            return hasErrors(bound) ? bound.diagnostics().toString() : String.join("\n", breaches(bound, text));
        });
    }

    @Test
    void bindingTwiceGivesTheSame() {
        forEachQuery(SOME, text -> {
            boolean same = bind(text, UnaryOperator.identity()).equals(bind(text, UnaryOperator.identity()));
            return same ? WELL : "another result";
        });
    }

    @Test
    void printingKeepsTheResultColumns() {
        forEachQuery(SOME, text -> {
            String printed = SyntaxPrinter.print(QueryParser.parse(text).query().orElseThrow());
            List<Column> before = columns(bind(text, UnaryOperator.identity()));
            List<Column> after = columns(bind(printed, UnaryOperator.identity()));
            return before.equals(after) ? WELL : before + "\nbut printed\n" + printed + after;
        });
    }

    @Test
    void theColumnsOfAnAggregateOfAllColumnsKeepTheirLineage() {
        BoundQuery bound = bind("Alpha | summarize take_any(*) by Host", UnaryOperator.identity());
        Lineage lineage = Lineage.of(bound);
        List<String> without = columns(bound).stream()
                .filter(column -> !lineage.of(column.id()).equals(List.of("Alpha." + column.name())))
                .map(Column::name)
                .toList();
        assertThat(without).isEmpty();
    }

    @Test
    void lineageNamesColumnsOfTablesThatTheQueryReads() {
        Set<String> stated = new HashSet<>();
        BindableQueries.TABLES.forEach((table, columns) ->
                columns.forEach(column -> stated.add(table + "." + column.substring(0, column.indexOf(':')))));
        forEachQuery(SOME, text -> {
            BoundQuery bound = bind(text, UnaryOperator.identity());
            Lineage lineage = Lineage.of(bound);
            for (Relation relation : QueryRelations.of(bound)) {
                for (Column column : relation.columns()) {
                    for (String source : lineage.of(column.id())) {
                        String table = source.substring(0, source.indexOf('.'));
                        if (!stated.contains(source) || !bound.tables().contains(table)) {
                            return column + " comes from " + source + ", the query reads " + bound.tables();
                        }
                    }
                }
            }
            return WELL;
        });
    }

    @Test
    void renamingAColumnChangesNothingButItsName() {
        // Names of the same length, which no other name sorts between: places and sorted lists stay as they are.
        UnaryOperator<String> rename = text -> text.replace("User", "Uses")
                .replace("Host", "Hosu")
                .replace("Bytes", "Bytet")
                .replace("Extra", "Extrb");
        forEachQuery(SOME, text -> {
            String before = rename.apply(told(text, UnaryOperator.identity()));
            String after = told(rename.apply(text), rename);
            return before.equals(after) ? WELL : before + "\nbut renamed\n" + after;
        });
    }

    @Test
    void renamingALetChangesNothing() {
        forEachQuery(SOME, text -> {
            String before = told(text, UnaryOperator.identity());
            String after = told(text.replace("Let1", "LetA").replace("Let2", "Let1"), UnaryOperator.identity());
            return before.equals(after) ? WELL : before + "\nbut renamed\n" + after;
        });
    }

    @Test
    void bindingIsTotalOnDamagedQueriesAndPointsIntoTheText() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_260_101L);
        List<String> samples = new ArrayList<>(TestQueries.samples().values());
        List<String> names = List.of(
                "where",
                "extend",
                "summarize",
                "by",
                "|",
                "(",
                ")",
                "count()",
                "*",
                "x",
                "\"x\"",
                "1",
                "==",
                "in",
                "TimeGenerated",
                "join",
                "on",
                "union",
                "let",
                ";",
                ",",
                "project",
                "mv-expand",
                "$left",
                "ago(1d)",
                "dynamic(null)",
                "toscalar(");
        int read = 0;
        for (int i = 0; i < DAMAGED; i++) {
            String[] words = samples.get(random.nextInt(samples.size())).split("(?<=\\W)|(?=\\W)");
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                int at = random.nextInt(words.length);
                words[at] = switch (random.nextInt(4)) {
                    case 0 -> "";
                    case 1 -> " " + names.get(random.nextInt(names.size())) + " ";
                    default -> words[random.nextInt(words.length)];
                };
            }
            String text = String.join("", words);
            ParsedQuery parsed = QueryParser.parse(text);
            if (parsed.query().isPresent()) {
                read++;
                checkTotal(text, parsed.query().get(), TableCatalog.builtIn());
            }
        }
        assertThat(read).isGreaterThan(DAMAGED / 20);
    }

    private static void checkTotal(String text, Query query, TableCatalog tables) {
        BoundQuery bound = bound(text, query, tables);
        for (Diagnostic diagnostic : bound.diagnostics()) {
            assertThat(diagnostic.span().end()).as(text).isLessThanOrEqualTo(text.length());
        }
        assertThat(breaches(bound, text))
                .as(text)
                .allMatch(breach -> IrInvariants.comesOfAnError(breach) && hasErrors(bound));
        Lineage lineage = Lineage.of(bound);
        columns(bound).forEach(column -> lineage.of(column.id()));
        QueryAnalyzer.analyze(bound, Stages.of(query, text));
    }

    private static boolean hasErrors(BoundQuery bound) {
        return bound.diagnostics().stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    private static BoundQuery bound(String text, Query query, TableCatalog tables) {
        try {
            return Binder.bind(query, tables, FunctionCatalog.builtIn());
        } catch (RuntimeException | StackOverflowError failure) {
            throw new AssertionError("binding failed on\n" + text, failure);
        }
    }

    // ---- asking generated queries

    /** Asks every generated query; the first that is not well is made small and shown. */
    private static void forEachQuery(int queries, Function<String, String> ask) {
        for (long seed = 0; seed < queries; seed++) {
            String text = BindableQueries.query(seed);
            String answer = ask.apply(text);
            if (!answer.equals(WELL)) {
                String smallest = BindableQueries.smallest(seed, candidate -> fails(candidate, ask));
                throw new AssertionError("seed " + seed + ":\n" + smallest + "\n" + ask.apply(smallest));
            }
        }
    }

    private static boolean fails(String text, Function<String, String> ask) {
        return QueryParser.parse(text).query().isPresent() && !ask.apply(text).equals(WELL);
    }

    private static BoundQuery bind(String text, UnaryOperator<String> rename) {
        ParsedQuery parsed = QueryParser.parse(text);
        Query query = parsed.query().orElseThrow(() -> new AssertionError(text + "\n" + parsed.diagnostics()));
        return bound(text, query, tables(rename));
    }

    private static TableCatalog tables(UnaryOperator<String> rename) {
        List<TableSchema> schemas = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : BindableQueries.TABLES.entrySet()) {
            List<TableSchema.ColumnSchema> columns = new ArrayList<>();
            for (String column : table.getValue()) {
                int colon = column.indexOf(':');
                columns.add(new TableSchema.ColumnSchema(
                        rename.apply(column.substring(0, colon)),
                        KqlType.ofName(column.substring(colon + 1)).orElseThrow()));
            }
            schemas.add(new TableSchema(table.getKey(), columns));
        }
        return TableCatalog.of(schemas);
    }

    /** Everything that is said of a query, as text. */
    private static String told(String text, UnaryOperator<String> rename) {
        BoundQuery bound = bind(text, rename);
        Query query = QueryParser.parse(text).query().orElseThrow();
        RuleAnalysis analysis = QueryAnalyzer.analyze(bound, Stages.of(query, text));
        Lineage lineage = Lineage.of(bound);
        StringBuilder told = new StringBuilder();
        for (Column column : columns(bound)) {
            told.append(column).append(lineage.of(column.id())).append('\n');
        }
        bound.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .forEach(diagnostic -> told.append(diagnostic).append('\n'));
        return told.append(analysis.tables())
                .append(analysis.indicators())
                .append(analysis.outputFields())
                .append(analysis.open())
                .toString();
    }

    private static List<Column> columns(BoundQuery bound) {
        return bound.relation().map(Relation::columns).orElse(List.of());
    }

    private static List<String> breaches(BoundQuery bound, String text) {
        return IrInvariants.breaches(QueryRelations.of(bound), text.length());
    }
}
