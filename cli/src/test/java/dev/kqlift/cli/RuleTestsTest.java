package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kqlift test} over rules and tests of its own. */
final class RuleTestsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void rule() throws IOException {
        write("failures.yaml", """
                id: 0e0f6d4c-6d0b-4d4e-9f5f-2f1b7c0a9d11
                name: Many failures
                kind: Scheduled
                queryFrequency: 1h
                queryPeriod: 1h
                triggerOperator: gt
                triggerThreshold: 1
                query: |
                  SigninLogs
                  | where TimeGenerated > ago(1h) and ResultType != "0"
                  | summarize Failures = count(), Addresses = make_set(IPAddress) by UserPrincipalName
                """);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Run test(String tests) throws IOException {
        return Run.of("test", write("failures.test.yaml", tests));
    }

    private static final String EVENTS = """
            now: 2024-05-01T12:00:00Z
            tables:
              SigninLogs:
                - {TimeGenerated: 2024-05-01T11:30:00Z, UserPrincipalName: ada@contoso.example, ResultType: 50126, IPAddress: 192.0.2.1}
                - {TimeGenerated: 2024-05-01T11:40:00Z, UserPrincipalName: ada@contoso.example, ResultType: 50126, IPAddress: 192.0.2.2}
                - {TimeGenerated: 2024-05-01T10:30:00Z, UserPrincipalName: bob@contoso.example, ResultType: 50126, IPAddress: 192.0.2.1}
            """;

    @Test
    void casesPassAndItIsSaidWhetherTheRuleFires() throws IOException {
        Run run = test(EVENTS + """
                cases:
                  - name: one user
                    alerts: 1
                    rows:
                      - {UserPrincipalName: ada@contoso.example, Failures: 2, Addresses: [192.0.2.1, 192.0.2.2]}
                  - name: two hours earlier
                    now: 2024-05-01T10:00:00Z
                    alerts: 2
                """);

        assertThat(run.out())
                .contains("  passed  one user  (does not fire: not rows > 1)\n")
                .contains("  passed  two hours earlier  (fires: rows > 1)\n")
                .endsWith("2 passed, 0 failed, 0 refused\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aFailureShowsWhatWasExpectedAndWhatCameOut() throws IOException {
        Run run = test(EVENTS + """
                cases:
                  - name: wrong
                    alerts: 2
                    rows:
                      - {UserPrincipalName: ada@contoso.example, Failures: 3}
                      - {User: ada@contoso.example}
                """);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("  failed  wrong")
                .contains("      expected  2 rows\n      actual    1 row\n")
                .contains("      expected  a row with UserPrincipalName = ada@contoso.example, Failures = 3\n"
                        + "      actual    the nearest, row 1, has Failures = 2\n")
                .contains("the result has no column `User`")
                .contains("row 1: UserPrincipalName = ada@contoso.example, Failures = 2, "
                        + "Addresses = [\"192.0.2.1\",\"192.0.2.2\"]")
                .endsWith("0 passed, 1 failed, 0 refused\n");
    }

    @Test
    void eachExpectedRowIsAnotherRow() throws IOException {
        Run run = test(EVENTS + """
                cases:
                  - name: twice
                    rows:
                      - {Failures: 2}
                      - {UserPrincipalName: ada@contoso.example}
                """);

        assertThat(run.out()).contains("row 1 matches but is taken for another expected row");
    }

    @Test
    void aRowThatIsTakenIsGivenUpForOneThatAlsoMatches() throws IOException {
        Run run = test(EVENTS + """
                cases:
                  - name: either order
                    now: 2024-05-01T11:00:00Z
                    rows:
                      - {Addresses: [192.0.2.1]}
                      - {Failures: 1, UserPrincipalName: bob@contoso.example}
                    tables:
                      SigninLogs:
                        - {TimeGenerated: 2024-05-01T10:40:00Z, UserPrincipalName: cy@contoso.example, ResultType: 1, IPAddress: 192.0.2.1}
                """);

        assertThat(run.out()).endsWith("1 passed, 0 failed, 0 refused\n");
    }

    @Test
    void whatTheEvaluatorRefusesIsRefusedWithThePlaceInTheRule() throws IOException {
        write("mined.kql", "SigninLogs\n| evaluate basket()\n");
        Run run = Run.of("test", write("mined.test.yaml", """
                now: 2024-05-01
                tables: {SigninLogs: [{ResultType: 1}, {ResultType: 2}]}
                cases: [{name: any, alerts: 1}]
                """));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("mined.kql:2:").contains("KR001").endsWith("0 failed, 1 refused\n");
    }

    @Test
    void aCaseWhoseRowsTheEngineMayChooseSaysSo() throws IOException {
        write("sampled.kql", "SigninLogs\n| sample 1\n");
        Path tests = write("sampled.test.yaml", """
                now: 2024-05-01
                tables: {SigninLogs: [{ResultType: 1}, {ResultType: 2}]}
                cases: [{name: one, alerts: 1}, {name: two, alerts: 2}]
                """);

        assertThat(Run.of("test", tests).out())
                .contains("  passed  one\n    " + folder.resolve("sampled.kql") + ":2:3: note KR006 `sample` takes")
                .endsWith("1 passed, 1 failed, 0 refused\n");
        assertThat(Run.of("test", tests, "--format", "jsonl").out().lines().toList())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains("\"notes\":[{\"file\":")
                        .contains("\"code\":\"KR006\"")
                        .endsWith("\"line\":2,\"column\":3}]}"));
        assertThat(Run.of("test", tests, "--format", "junit").out())
                .contains("<system-out>" + folder.resolve("sampled.kql") + ":2:3: note KR006")
                .contains("<failure ");
    }

    @Test
    void aTestThatIsNotUnderstoodIsRefusedAsAWhole() throws IOException {
        Run run = test(EVENTS + "cases:\n  - {name: a, none: true}\n  - {name: b, nome: true}\n");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("failures.test.yaml:9:")
                .contains("KD030 a case has no key `nome`")
                .endsWith("0 passed, 0 failed, 1 refused\n");
    }

    @Test
    void eventsMayStandInFilesBesideTheTest() throws IOException {
        write("a.csv", "TimeGenerated,UserPrincipalName,ResultType\n2024-05-01T11:30:00Z,ada@contoso.example,1\n");
        write(
                "b.ndjson",
                "{\"TimeGenerated\":\"2024-05-01T11:30:00Z\",\"UserPrincipalName\":\"bob@contoso.example\",\"ResultType\":\"1\"}\n");
        Run run = test("""
                now: 2024-05-01T12:00:00Z
                tables: {SigninLogs: {file: a.csv}}
                cases:
                  - name: both
                    tables: {SigninLogs: {file: b.ndjson}}
                    alerts: 2
                    rows: [{UserPrincipalName: bob@contoso.example}]
                  - {name: gone, tables: {SigninLogs: {file: c.csv}}, none: true}
                """);

        assertThat(run.out()).contains("passed  both").contains("refused  gone").contains("KR005");
    }

    @Test
    void aRuleIsNamedByPathAndById() throws IOException {
        Files.createDirectory(folder.resolve("tests"));
        String cases = EVENTS + "cases: [{name: a, alerts: 1}]\n";
        write("tests/other.test.yaml", "rule: ../failures.yaml\n" + cases);
        write("tests/wrong.test.yaml", "rule: ../failures.yaml\nid: 1-2\n" + cases);
        write("tests/lone.test.yaml", cases);
        Run run = Run.of("test", folder);

        assertThat(run.out())
                .contains("other.test.yaml  Many failures\n  passed  a")
                .contains("wrong.test.yaml:2:5: error KD032")
                .contains("lone.test.yaml:1:1: error KD032 there is no rule file of this name")
                .endsWith("1 passed, 0 failed, 2 refused\n");
    }

    @Test
    void aRuleFileStandsForItsTestsAndTestsAreNoRules() throws IOException {
        test(EVENTS + "cases: [{name: a, alerts: 1}]\n");

        assertThat(Run.of("test", folder.resolve("failures.yaml")).out()).contains("passed  a");
        assertThat(Run.of("inspect", folder).err()).contains("1 rule in 1 file");
        assertThat(Run.of("inspect", folder, "--verbose").err())
                .contains("failures.test.yaml: passed over: it holds tests of a rule");
        assertThat(Run.of("test", write("none.kql", "T")).exitCode()).isEqualTo(2);
    }

    @Test
    void coverageListsTheTestsThatWereNotBoth() throws IOException {
        Path file = write("failures.test.yaml", EVENTS + "cases: [{name: a, alerts: 1}]\n");
        Run run = Run.of("test", file, "--coverage");

        assertThat(run.out())
                .contains("  coverage  1 of 2 tests of `where` were true and false\n")
                .contains("failures.yaml:10:39  never false  ResultType != \"0\"\n")
                .doesNotContain("ago(1h)");
        assertThat(Run.of("test", file, "--coverage", "--format", "jsonl").lines())
                .last()
                .asString()
                .contains("\"test\":\"ResultType != \\\"0\\\"\",\"seen_true\":true,\"seen_false\":false");
    }

    @Test
    void machinesReadJsonLinesAndJunit() throws IOException {
        Path file = write("failures.test.yaml", EVENTS + """
                cases:
                  - {name: a < b, alerts: 1}
                  - {name: c, none: true}
                """);
        Run jsonl = Run.of("test", file, "--format", "jsonl");
        Run junit = Run.of("test", file, "--format", "junit");

        assertThat(jsonl.lines()).hasSize(2);
        assertThat(jsonl.lines().getFirst())
                .endsWith("\"case\":\"a < b\",\"line\":8,\"column\":12,\"verdict\":\"passed\",\"fires\":false}");
        assertThat(jsonl.lines().get(1)).contains("{\"expected\":\"no rows\",\"actual\":\"1 row\",");
        assertThat(junit.out())
                .contains("<testsuites name=\"kqlift test\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"0\">")
                .contains("name=\"a &lt; b\"/>")
                .contains("<failure message=\"expected no rows, actual 1 row\" type=\"mismatch\">");
        assertThat(junit.exitCode()).isEqualTo(1);
    }

    @Test
    void theTestsOfTheSamplesPass() {
        Run run = Run.of("test", Run.samples());

        assertThat(run.out()).contains("Break-glass").endsWith("5 passed, 0 failed, 0 refused\n");
    }

    @Test
    void placesOfAddressesComeFromAFileAndProfilesStandAmongTheTables() throws IOException {
        write("failures.yaml", """
                id: 0e0f6d4c-6d0b-4d4e-9f5f-2f1b7c0a9d11
                name: Rare file from far away
                query: |
                  DeviceNetworkEvents
                  | extend Country = tostring(geo_info_from_ip_address(RemoteIP).country)
                  | invoke FileProfile(InitiatingProcessSHA1, 1000)
                  | where GlobalPrevalence < 10
                  | project DeviceName, Country
                """);
        Path places = write("places.csv", """
                network,country,state,city,latitude,longitude
                203.0.113.0/24,Iceland,,,,
                """);
        Path tests = write("failures.test.yaml", """
                now: 2024-05-01T12:00:00Z
                tables:
                  DeviceNetworkEvents:
                    - {DeviceName: host1, RemoteIP: 203.0.113.9, InitiatingProcessSHA1: %1$s}
                    - {DeviceName: host2, RemoteIP: 10.1.2.3, InitiatingProcessSHA1: %1$s}
                  FileProfile:
                    - {SHA1: %1$s, GlobalPrevalence: 3}
                cases:
                  - name: both
                    alerts: 2
                    rows:
                      - {DeviceName: host1, Country: Iceland}
                      - {DeviceName: host2, Country: ""}
                """.formatted("a".repeat(40)));

        assertThat(Run.of("test", tests.toString(), "--geoip", places.toString())
                        .out())
                .contains("1 passed, 0 failed, 0 refused");
        assertThat(Run.of("test", tests.toString()).out()).contains("KR002");
    }
}
