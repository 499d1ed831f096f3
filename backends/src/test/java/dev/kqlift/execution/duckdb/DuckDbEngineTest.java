package dev.kqlift.execution.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.Workspace;
import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.evaluation.RunLimits;
import dev.kqlift.evaluation.TableSource;
import dev.kqlift.execution.BatchQuery;
import dev.kqlift.execution.DuckDbSession;
import dev.kqlift.execution.InputException;
import dev.kqlift.types.ValueText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DuckDbEngineTest {
    /** 2024-05-01T12:00:00Z. */
    private static final long NOON = 638_501_616_000_000_000L;

    private static final String EVENTS = """
            "Events": {"columns": [
                {"name":"Time","type":"datetime"},{"name":"Name","type":"string"},{"name":"Count","type":"long"},
                {"name":"Small","type":"int"},{"name":"Share","type":"real"},{"name":"On","type":"bool"},
                {"name":"Id","type":"guid"},{"name":"Took","type":"timespan"},{"name":"Data","type":"dynamic"}],
             "rows": [
                ["2024-05-01T11:30:00.123456Z","Ada 'a\\" Ünal","9223372036854775807","-1","0.1","true",
                 "74be27de-1e4e-49d9-b579-fe0b331d3642","1.02:03:04.0000001","{\\"z\\":[1,2.5,null],\\"a\\":\\"x\\"}"],
                [null,"",null,null,null,null,null,null,null]]}
            """;

    private DuckDbEngine engine = new DuckDbEngine();

    @AfterEach
    void close() {
        engine.close();
    }

    private EvaluationResult run(String kql, String tables, long now) throws InputException {
        String line = "{\"id\":\"a\",\"kql\":\""
                + kql.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\",\"tables\":{"
                + tables.replace("\n", " ") + "}}";
        BatchQuery query = BatchQuery.of(line);
        List<TableSchema> schemas = new ArrayList<>();
        query.tables().forEach((name, table) -> schemas.add(new TableSchema(name, table.columns())));
        AnalyzedRule rule = new RuleCompiler(Workspace.builtIn().with(schemas))
                .compile(query.document())
                .getFirst();
        return engine.run(rule, TableSource.of(query.tables()), now);
    }

    private String text(String kql, String tables) throws InputException {
        return text(run(kql, tables, NOON));
    }

    private static String text(EvaluationResult result) {
        return switch (result) {
            case EvaluationResult.Rows(var columns, var rows, var notes) ->
                rows.stream()
                        .map(row -> row.stream().map(ValueText::of).collect(Collectors.joining("|")))
                        .collect(Collectors.joining("\n"));
            case EvaluationResult.Refused(var reason) ->
                reason.code() + " " + reason.span().start() + " " + reason.message();
        };
    }

    private static String texts(String... values) {
        return "\"T\":{\"columns\":[{\"name\":\"s\",\"type\":\"string\"},{\"name\":\"n\",\"type\":\"long\"}],\"rows\":["
                + java.util.Arrays.stream(values)
                        .map(value -> "[\"" + value + "\",\"1\"]")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    @Test
    void valuesOfAllTypesComeBackAsTheyAre() throws InputException {
        EvaluationResult result = run("Events", EVENTS, NOON);

        assertThat(text(result))
                .isEqualTo("2024-05-01T11:30:00.1234560Z|Ada 'a\" Ünal|9223372036854775807|-1|0.1|true|"
                        + "74be27de-1e4e-49d9-b579-fe0b331d3642|1.02:03:04.0000001|{\"z\":[1,2.5,null],\"a\":\"x\"}\n"
                        + "null||null|null|null|null|null|null|null");
        assertThat(((EvaluationResult.Rows) result)
                        .columns().stream().map(column -> column.type().word()))
                .containsExactly("datetime", "string", "long", "int", "real", "bool", "guid", "timespan", "dynamic");
    }

    @Test
    void aQueryGivesRowsAndTablesOfOneQueryAreGoneInTheNext() throws InputException {
        assertThat(text("Events | where Name has 'ada' | summarize n = count() by On", EVENTS))
                .isEqualTo("true|1");
        assertThat(text("Events | count", EVENTS)).isEqualTo("2");
        assertThat(text("T | count", texts("a", "b", "c"))).isEqualTo("3");
        assertThat(text("T | count", texts("a"))).isEqualTo("1");
        assertThat(text("T | count", "\"T\":{\"columns\":[{\"name\":\"s\",\"type\":\"string\"}],\"rows\":[]}"))
                .isEqualTo("0");
    }

    @Test
    void nowIsTheInstantThatIsGiven() throws InputException {
        assertThat(text("print now(), ago(1h)", ""))
                .isEqualTo("2024-05-01T12:00:00.0000000Z|2024-05-01T11:00:00.0000000Z");
        assertThat(text("Events | where Time > ago(30m) | count", EVENTS)).isEqualTo("1");
        assertThat(text(run("print now()", "", NOON + 1))).startsWith("KX005 0 emitted queries know `now()`");
        assertThat(text(run("print now()", "", 0))).startsWith("KX005");
        assertThat(text(run("print 1", "", NOON + 1))).isEqualTo("1");
    }

    @Test
    void theFirstNoteThatWeakensIsTheRefusal() throws InputException {
        assertThat(text("Events\n| where Count > 1\n| take 1", EVENTS)).startsWith("KX004 27 ");
        assertThat(text("Events\n| mv-expand Data", EVENTS)).startsWith("KX005 9 ");
        assertThat(text("Events | where Nme == 1", EVENTS)).startsWith("KB");
        assertThat(text("print (", "")).startsWith("KS");
        assertThat(text("SigninLogs | count", "")).isEqualTo("KR001 0 there are no data for `SigninLogs`");
    }

    @Test
    void aConditionOnDataIsCheckedAgainstTheRows() throws InputException {
        assertThat(text("T | project tolong(s)", texts("12", "-3", ""))).isEqualTo("12\n-3\nnull");
        // How Kusto reads these is not what DuckDB does.
        assertThat(text("T | project tolong(s)", texts("12", " 3 ")))
                .startsWith("KX005")
                .contains("the data may break");
        assertThat(text("T | where s has 'cafe' | count", texts("a cafe"))).isEqualTo("1");
        assertThat(text("T | where s has 'cafe' | count", texts("a caf\u0065\u0301")))
                .startsWith("KX005");
        assertThat(text("T | where s =~ 'x' | count", texts("\u0130"))).startsWith("KX005");
        // A column that is not read does not count.
        assertThat(text("T | where n == 1 | project n | where n in~ ('1') | count", texts("\u0130")))
                .doesNotContain("may break");
    }

    @Test
    void aUnionThatPassesOverMissingTablesIsRefusedWhereOneIsMissing() throws InputException {
        assertThat(text("union isfuzzy=true T, T | count", texts("a"))).isEqualTo("2");
        assertThat(text("union isfuzzy=true T, SigninLogs | count", texts("a"))).startsWith("KR001");
    }

    @Test
    void valuesThatDuckDbCannotHoldAreRefused() throws InputException {
        String ticks =
                "\"T\":{\"columns\":[{\"name\":\"t\",\"type\":\"datetime\"},{\"name\":\"d\",\"type\":\"decimal\"}],"
                        + "\"rows\":[[\"2024-05-01T00:00:00.0000001Z\",\"1.5\"]]}";

        assertThat(text("T | project t", ticks)).startsWith("KX005 0 DuckDB cannot hold a value of `t`");
        assertThat(text("T | project d", ticks)).startsWith("KX005");
        assertThat(text("T | count", ticks)).isEqualTo("1");
        assertThat(text("T | project s", texts("a\\u0000b"))).startsWith("KX005");
    }

    @Test
    void namesMeanNothing() throws InputException {
        String name = "x\\\"; DROP TABLE a --";
        String table = "\"" + name + "\":{\"columns\":[{\"name\":\"a'\\\";--\",\"type\":\"long\"},"
                + "{\"name\":\"select\",\"type\":\"string\"}],\"rows\":[[\"7\",\"'; --\"]]}";

        assertThat(text("['x\"; DROP TABLE a --'] | where ['a\\'\";--'] == 7", table))
                .isEqualTo("7|'; --");
        assertThat(text("pg_class | count", texts("a").replace("\"T\"", "\"pg_class\"")))
                .isEqualTo("1");
        assertThat(text(
                        "T | count | union (t | count)",
                        texts("a") + "," + texts("b").replace("\"T\"", "\"t\"")))
                .startsWith("KX005");
        assertThat(
                        text(
                                "T | project a, A",
                                "\"T\":{\"columns\":[{\"name\":\"a\",\"type\":\"long\"},{\"name\":\"A\",\"type\":\"long\"}],\"rows\":[]}"))
                .startsWith("KX005");
    }

    @Test
    void largeResultsAndLongRunsEnd() throws InputException {
        engine = new DuckDbEngine(new RunLimits(3, 3), DuckDbSession.MEMORY);
        assertThat(text("range x from 1 to 3 step 1", "")).isEqualTo("1\n2\n3");
        assertThat(text("range x from 1 to 4 step 1", "")).startsWith("KR004");
        assertThat(text("print 1", "")).isEqualTo("1");

        engine.close();
        engine = new DuckDbEngine(RunLimits.DEFAULT, "20MB");
        assertThat(text("range x from 1 to 2000000 step 1 | summarize by y = x * 7 | count", ""))
                .startsWith("KR004");
        assertThat(text("print 1", "")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('%s')",
                "SELECT * FROM read_text('%s')",
                "SELECT * FROM '%s'",
                "COPY (SELECT 1) TO '%s.out'",
                "ATTACH '%s.db' AS other",
                "EXPORT DATABASE '%s.folder'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SET enable_external_access = true",
                "SET allowed_directories = ['/']",
                "SET threads = 2",
                "SET lock_configuration = false",
            })
    void noStatementReachesBeyondTheSession(String statement, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret.csv"), "a,b\n1,2\n");
        try (DuckDbSession session = DuckDbSession.open(List.of(), DuckDbSession.MEMORY);
                Statement sql = session.connection().createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement.formatted(file))).isInstanceOf(SQLException.class);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @CsvSource({"Out of Memory Error: x,LIMIT", "Parser Error: x,DEFECT"})
    void failuresAreToldApart(String message, EngineFailure expected) {
        assertThat(EngineFailure.of(new SQLException(message))).isEqualTo(expected);
    }
}
