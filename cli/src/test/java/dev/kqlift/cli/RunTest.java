package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunTest {
    private static final String NOW = "2024-05-01T12:00:00Z";

    @TempDir
    Path folder;

    private Path events;

    @BeforeEach
    void data() throws IOException {
        events = folder.resolve("events.ndjson");
        Files.writeString(events, """
                {"TimeGenerated":"2024-05-01T10:00:00Z","UserPrincipalName":"ada@contoso.example","ResultType":"0"}
                {"TimeGenerated":"2024-05-01T11:00:00Z","UserPrincipalName":"bob@contoso.example","Custom":5}
                """);
    }

    private String data(String table) {
        return table + "=" + events;
    }

    @Test
    void aQueryRunsOverTheColumnsOfTheTableAndThoseOfTheData() {
        Run run = Run.of(
                "run",
                "SigninLogs | where TimeGenerated > ago(90m) | project UserPrincipalName, ResultType, Custom",
                "--data",
                data("SigninLogs"),
                "--now",
                NOW,
                "--format",
                "csv");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("UserPrincipalName,ResultType,Custom\nbob@contoso.example,,5\n");
    }

    @Test
    void theTableForPeopleHasTypesAndACount() {
        assertThat(Run.of("run", "print Name = 'x', Number = 1.5, Nothing = long(null)")
                        .out())
                .isEqualTo("""
                        Name    Number  Nothing
                        string    real     long
                        x          1.5
                        1 row
                        """);
    }

    @Test
    void jsonKeepsTypesAndNulls() {
        assertThat(Run.of("run", "print a = dynamic(['x', 1]), b = long(null)", "--format", "json")
                        .out())
                .isEqualTo("{\"columns\":[{\"name\":\"a\",\"type\":\"dynamic\"},{\"name\":\"b\",\"type\":\"long\"}],"
                        + "\"rows\":[[\"[\\\"x\\\",1]\",null]]}\n");
    }

    @Test
    void aStageShowsTheRowsBehindItAndATraceCountsThem() {
        String query = "range x from 1 to 4 step 1 | where x > 1 | count";

        assertThat(Run.of("run", query, "--stage", "2", "--format", "csv").out())
                .isEqualTo("x\n2\n3\n4\n");
        assertThat(Run.of("run", query, "--trace").err())
                .contains("    1     4  source")
                .contains("    2     3  where")
                .contains("    3     1  count");
        assertThat(Run.of("run", query, "--stage", "4").exitCode()).isEqualTo(2);
    }

    @Test
    void aChoiceOfTheEngineIsToldBesideTheRows() {
        Run run = Run.of("run", "range x from 1 to 4 step 1\n| sample 1", "--format", "csv");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("x\n1\n");
        assertThat(run.err()).contains("query.kql:2:3: note KR006 `sample` takes rows at random");
    }

    @Test
    void aRefusalIsToldWithItsPlaceAndExitsWithOne() {
        Run run = Run.of("run", "range x from 1 to 4 step 1\n| evaluate basket()");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("query.kql:2:3: error KR001");
    }

    @Test
    void aRuleFileRuns() throws IOException {
        Path rule = folder.resolve("rule.yaml");
        Files.writeString(rule, """
                name: Failed sign-ins
                kind: NRT
                query: |
                  SigninLogs
                  | where ResultType != "0"
                  | count
                """);

        assertThat(Run.of("run", rule, "--data", data("SigninLogs"), "--format", "csv")
                        .out())
                .isEqualTo("Count\n1\n");
        assertThat(Run.of("run", rule).err()).contains("rule.yaml:4:3: error KR001 there are no data for `SigninLogs`");
    }

    @Test
    void csvTellsTypesByItsValues() throws IOException {
        Path csv = folder.resolve("t.csv");
        Files.writeString(csv, "id,code,on\n1,007,true\n2,010,false\n");

        assertThat(Run.of("run", "T | where on | extend next = id + 1", "--data", "T=" + csv, "--format", "csv")
                        .out())
                .isEqualTo("id,code,on,next\n1,007,true,2\n");
    }

    @Test
    void typesThatOnlyTheValuesTellAreSaid() {
        assertThat(Run.of("run", "SigninLogs | count", "--data", data("SigninLogs"))
                        .err())
                .isEqualTo("SigninLogs: types taken from the values, no schema declares them: Custom: long\n");
    }

    @Test
    void dataThatCannotBeReadAreWrongUsage() {
        assertThat(Run.of("run", "T", "--data", "T").err()).contains("TABLE=FILE");
        assertThat(Run.of("run", "T", "--data", "T=nowhere.csv").exitCode()).isEqualTo(2);
        assertThat(Run.of("run", "print now()", "--now", "soon").exitCode()).isEqualTo(2);
        assertThat(Run.of("run").exitCode()).isEqualTo(2);
    }

    @Test
    void aBatchAnswersEachLineInOrderAndABrokenLineCostsItself() {
        String lines = """
                {"id":"a","kql":"T | extend y = x * 2","tables":{"T":{"columns":[{"name":"x","type":"long"}],"rows":[["3"],[null]]}}}
                {"id":"b","kql":"print now()","now":"2024-05-01T12:00:00Z"}
                {"id":"c","kql":"print ("}
                {"id":"d"}
                nonsense
                """;

        assertThat(Run.withInput(lines, "run", "--batch", "--engine", "reference")
                        .lines())
                .containsExactly(
                        "{\"id\":\"a\",\"columns\":[{\"name\":\"x\",\"type\":\"long\"},{\"name\":\"y\",\"type\":\"long\"}],"
                                + "\"rows\":[[\"3\",\"6\"],[null,null]]}",
                        "{\"id\":\"b\",\"columns\":[{\"name\":\"print_0\",\"type\":\"datetime\"}],"
                                + "\"rows\":[[\"2024-05-01T12:00:00.0000000Z\"]]}",
                        "{\"id\":\"c\",\"error\":{\"code\":\"KS003\",\"message\":"
                                + "\"found the end of the query, expected an expression\",\"line\":1,\"column\":8}}",
                        "{\"id\":\"d\",\"error\":{\"code\":\"KR005\",\"message\":\"the line has no text `kql`\","
                                + "\"line\":1,\"column\":1}}",
                        "{\"id\":\"\",\"error\":{\"code\":\"KR005\",\"message\":\"line 1 is no JSON: Unrecognized token"
                                + " 'nonsense': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or"
                                + " 'false')\",\"line\":1,\"column\":1}}");
    }

    @Test
    void placesOfAddressesComeFromAFile() throws IOException {
        Path places = folder.resolve("places.csv");
        Files.writeString(places, """
                network,country,state,city,latitude,longitude
                203.0.113.0/24,Iceland,Capital Region,Reykjavik,64.1355,-21.8954
                """);
        String query = "print Country = tostring(geo_info_from_ip_address('203.0.113.9').country)";

        assertThat(Run.of("run", query, "--format", "csv", "--geoip", places.toString())
                        .out())
                .isEqualTo("Country\nIceland\n");
        assertThat(Run.of("run", query).err()).contains("KR002").contains("--geoip FILE");
        assertThat(Run.of("run", query, "--geoip", folder.resolve("no.csv").toString())
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void profilesOfFilesAndRowsOfParsersAreData() throws IOException {
        Path profiles = folder.resolve("profiles.ndjson");
        Files.writeString(
                profiles,
                "{\"SHA1\":\"" + "a".repeat(40) + "\",\"GlobalPrevalence\":3,\"SignatureState\":\"Unsigned\"}\n");
        Path files = folder.resolve("files.ndjson");
        Files.writeString(files, "{\"DeviceName\":\"host1\",\"SHA1\":\"" + "a".repeat(40) + "\"}\n");
        Path lookups = folder.resolve("lookups.ndjson");
        Files.writeString(lookups, """
                {"TimeGenerated":"2024-05-01T10:00:00Z","EventType":"Query","DnsQuery":"www.contoso.example"}
                {"TimeGenerated":"2024-05-01T10:00:00Z","EventType":"Query","DnsQuery":"www.fabrikam.example"}
                """);

        assertThat(Run.of(
                                "run",
                                "DeviceFileEvents | invoke FileProfile(SHA1, 1000) | where GlobalPrevalence < 10 and SignatureState == 'Unsigned' | project DeviceName, ProfileAvailability",
                                "--data",
                                "DeviceFileEvents=" + files,
                                "--data",
                                "FileProfile=" + profiles,
                                "--format",
                                "csv")
                        .out())
                .isEqualTo("DeviceName,ProfileAvailability\nhost1,Available\n");
        assertThat(Run.of(
                                "run",
                                "_Im_Dns(domain_has_any=dynamic(['contoso.example'])) | project DnsQuery",
                                "--data",
                                "_Im_Dns=" + lookups,
                                "--format",
                                "csv")
                        .out())
                .isEqualTo("DnsQuery\nwww.contoso.example\n");
    }

    @Test
    void aSavedFunctionIsInvokedOverTheRowsAtHand() throws IOException {
        Path config = folder.resolve("kqlift.yaml");
        Files.writeString(config, """
                functions:
                  WithDomain:
                    parameters: "(T: (UserPrincipalName: string))"
                    body: T | extend Domain = tostring(split(UserPrincipalName, "@")[1])
                """);

        assertThat(Run.of(
                                "run",
                                "SigninLogs | invoke WithDomain() | distinct Domain",
                                "--data",
                                data("SigninLogs"),
                                "--config",
                                config.toString(),
                                "--format",
                                "csv")
                        .out())
                .isEqualTo("Domain\ncontoso.example\n");
    }

    @Test
    void duckDbAnswersWhatIsExactAndRefusesTheRest() {
        String[] engine = {"--engine", "duckdb", "--now", NOW, "--format", "csv", "--data", data("SigninLogs")};
        String query = "SigninLogs\n| where TimeGenerated > ago(90m)\n| project UserPrincipalName, ResultType, Custom";

        assertThat(run(query, engine).out()).isEqualTo("UserPrincipalName,ResultType,Custom\nbob@contoso.example,,5\n");
        Run refused = run(query + "\n| take 1", engine);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("query.kql:4:3: warning KX004 the rows have no order");
        assertThat(run(query, "--engine", "duckdb", "--trace").exitCode()).isEqualTo(2);
        assertThat(run(query, "--engine", "duckdb", "--stage", "1").exitCode()).isEqualTo(2);
    }

    private static Run run(String query, String... options) {
        Object[] words =
                Stream.concat(Stream.of("run", query), Stream.of(options)).toArray();
        return Run.of(words);
    }

    @Test
    void aRefusalOfDuckDbPointsIntoTheRuleFile() throws IOException {
        Path rule = folder.resolve("rule.yaml");
        Files.writeString(rule, """
                name: Any sign-in
                kind: NRT
                query: |
                  SigninLogs
                  | take 1
                """);

        assertThat(Run.of("run", rule, "--engine", "duckdb", "--data", data("SigninLogs"))
                        .err())
                .contains("rule.yaml:5:5: warning KX004");
    }

    @Test
    void aBatchOfDuckDbAnswersEachLineInOrder() {
        String lines = """
                {"id":"a","kql":"T | extend y = x * 2","tables":{"T":{"columns":[{"name":"x","type":"long"}],"rows":[["3"],[null]]}}}
                {"id":"b","kql":"print now()","now":"2024-05-01T12:00:00Z"}
                {"id":"c","kql":"print ("}
                {"id":"d","kql":"T | count"}
                {"id":"e","kql":"range x from 1 to 3 step 1\\n| sample 1"}
                """;

        assertThat(Run.withInput(lines, "run", "--batch", "--engine", "duckdb").lines())
                .containsExactly(
                        "{\"id\":\"a\",\"columns\":[{\"name\":\"x\",\"type\":\"long\"},{\"name\":\"y\",\"type\":\"long\"}],"
                                + "\"rows\":[[\"3\",\"6\"],[null,null]]}",
                        "{\"id\":\"b\",\"columns\":[{\"name\":\"print_0\",\"type\":\"datetime\"}],"
                                + "\"rows\":[[\"2024-05-01T12:00:00.0000000Z\"]]}",
                        "{\"id\":\"c\",\"error\":{\"code\":\"KS003\",\"message\":"
                                + "\"found the end of the query, expected an expression\",\"line\":1,\"column\":8}}",
                        "{\"id\":\"d\",\"error\":{\"code\":\"KR001\",\"message\":\"there are no data for `T`\","
                                + "\"line\":1,\"column\":1}}",
                        "{\"id\":\"e\",\"error\":{\"code\":\"KX005\",\"message\":\"`sample` draws rows at random\","
                                + "\"line\":2,\"column\":3}}");
    }

    @Test
    void aParquetFileIsReadAndABrokenOneIsWrongUsage() throws IOException, SQLException {
        Path file = folder.resolve("it's.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT 'ada@contoso.example' AS UserPrincipalName, 7::SMALLINT AS ResultType, [1] AS Extra) TO '"
                            + file.toString().replace("'", "''") + "' (FORMAT parquet)");
        }
        String query = "SigninLogs | project UserPrincipalName, ResultType, Extra, AppId";
        for (String engine : List.of("reference", "duckdb")) {
            assertThat(Run.of("run", query, "--data", "SigninLogs=" + file, "--engine", engine, "--format", "csv")
                            .out())
                    .isEqualTo("UserPrincipalName,ResultType,Extra,AppId\nada@contoso.example,7,[1],\n");
        }
        Files.writeString(file, "no such thing");
        Run broken = Run.of("run", query, "--data", "SigninLogs=" + file);
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.err()).contains("it's.parquet cannot be read: ").doesNotContain("Exception");
    }
}
