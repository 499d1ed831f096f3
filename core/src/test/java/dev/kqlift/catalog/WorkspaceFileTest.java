package dev.kqlift.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.source.Located;
import dev.kqlift.source.Position;
import dev.kqlift.source.SourceText;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkspaceFileTest {
    private static final TableCatalog TABLES = TableCatalog.of(List.of(new TableSchema(
            "Known", List.of(new ColumnSchema("Time", KqlType.DATETIME), new ColumnSchema("Code", KqlType.STRING)))));

    private static WorkspaceFile parse(String yaml) {
        return WorkspaceFile.parse(yaml, TABLES);
    }

    /** Code, place and message of each diagnostic: {@code KD020 1:1 …}. */
    private static List<String> problems(String yaml) {
        SourceText text = SourceText.of(yaml);
        List<String> problems = new ArrayList<>();
        for (Diagnostic diagnostic : parse(yaml).diagnostics()) {
            Position start = text.position(diagnostic.span().start());
            problems.add(diagnostic.code() + " " + start.line() + ":" + start.column() + " " + diagnostic.message());
        }
        return problems;
    }

    private static TableSchema table(String name, ColumnSchema... columns) {
        return new TableSchema(name, List.of(columns));
    }

    @Test
    void everySectionIsRead() {
        WorkspaceFile file = parse("""
                workspace: defender
                tables:
                  Mine_CL: {TimeGenerated: datetime, Size_d: double}
                  Known: {extends: true, Extra: dynamic, Code: long}
                functions:
                  Normal:
                    parameters: "(since: timespan = 1d)"
                    body: |
                      Mine_CL | where TimeGenerated > ago(since)
                  Team: {returns: string}
                  Rows: {parameters: "(a: string, b: int = 1)", returns: "(Name: string, Count: long)"}
                  More: {returns: "(*, Name: string)"}
                watchlists:
                  VIP: {searchKey: User, columns: {User: string, Level: int}}
                """);

        assertThat(file.diagnostics()).isEmpty();
        assertThat(file.config().platform()).contains(Platform.DEFENDER);
        assertThat(file.config().tables())
                .containsExactly(
                        table(
                                "Mine_CL",
                                new ColumnSchema("TimeGenerated", KqlType.DATETIME),
                                new ColumnSchema("Size_d", KqlType.REAL)),
                        table(
                                "Known",
                                new ColumnSchema("Time", KqlType.DATETIME),
                                new ColumnSchema("Code", KqlType.LONG),
                                new ColumnSchema("Extra", KqlType.DYNAMIC)));
        assertThat(file.config().functions())
                .extracting(WorkspaceFunction::name)
                .containsExactly("Normal", "Team", "Rows", "More");
        assertThat(file.config().functions().get(0)).isInstanceOf(WorkspaceFunction.Saved.class);
        assertThat(file.config().functions().get(1)).isEqualTo(new WorkspaceFunction.Value("Team", KqlType.STRING));
        assertThat(file.config().functions().get(2))
                .isEqualTo(new WorkspaceFunction.Tabular(
                        "Rows",
                        List.of(new ColumnSchema("Name", KqlType.STRING), new ColumnSchema("Count", KqlType.LONG)),
                        false));
        assertThat(file.config().functions().get(3))
                .isEqualTo(
                        new WorkspaceFunction.Tabular("More", List.of(new ColumnSchema("Name", KqlType.STRING)), true));
        assertThat(file.config().watchlists())
                .containsExactly(new Watchlist(
                        "VIP",
                        "User",
                        List.of(new ColumnSchema("User", KqlType.STRING), new ColumnSchema("Level", KqlType.INT))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# nothing\n", "---\n", "{}", "tables:\nfunctions: {}\nwatchlists: ~\nworkspace:\nlint:\n"})
    void aFileThatDeclaresNothingIsNoError(String yaml) {
        assertThat(parse(yaml)).isEqualTo(new WorkspaceFile(WorkspaceConfig.EMPTY, List.of()));
    }

    @Test
    void theSectionOfLintIsReadAsWritten() {
        LintConfig lint = parse("""
                lint:
                  select: [default, KL7]
                  ignore: [nonsense]
                  severity: {KL612: error}
                  failOn: warning
                  attackVersion: 18.1
                  overrides:
                    - paths: ["hunting/**", "*.csl"]
                      ignore: [KL2]
                      severity: {all: note}
                """).config().lint();

        assertThat(lint.rules().select()).extracting(Located::value).containsExactly("default", "KL7");
        assertThat(lint.rules().ignore()).extracting(Located::value).containsExactly("nonsense");
        assertThat(lint.rules().severity()).singleElement().satisfies(setting -> {
            assertThat(setting.checks().value()).isEqualTo("KL612");
            assertThat(setting.severity()).isEqualTo(Severity.ERROR);
        });
        assertThat(lint.failOn()).contains(Severity.WARNING);
        assertThat(lint.attackVersion()).contains(AttackVersion.V18);
        assertThat(lint.overrides()).singleElement().satisfies(override -> {
            assertThat(override.paths()).containsExactly("hunting/**", "*.csl");
            assertThat(override.rules().ignore()).extracting(Located::value).containsExactly("KL2");
        });
    }

    @Test
    void whatIsWrongInTheSectionOfLintIsToldAtItsPlace() {
        assertThat(problems("lint: [KL612]"))
                .containsExactly(
                        "KD021 1:7 `lint` is a mapping with the keys select, ignore, severity, failOn, attackVersion, overrides");
        assertThat(problems("lint: {selct: [a]}"))
                .containsExactly("KD020 1:8 `lint` has no key `selct`; did you mean `select`?");
        assertThat(problems("lint: {ignore: KL612}"))
                .containsExactly("KD021 1:16 `ignore` is a list of checks: codes, beginnings of codes, categories");
        assertThat(problems("lint: {severity: {KL612: bad}}"))
                .containsExactly("KD021 1:26 a severity is one of error, warning, note");
        assertThat(problems("lint: {failOn: never}"))
                .containsExactly("KD021 1:16 a severity is one of error, warning, note");
        assertThat(problems("lint: {attackVersion: 12}"))
                .containsExactly("KD021 1:23 `attackVersion` is one of 18.1, 19.1");
        assertThat(problems("lint: {overrides: [{ignore: [KL6]}]}"))
                .containsExactly("KD024 1:20 the override has no `paths`");
        assertThat(problems("lint: {overrides: [a]}"))
                .singleElement()
                .asString()
                .startsWith("KD021 1:20 an override");
    }

    @Test
    void anUnknownKeyIsAnErrorThatNamesTheNearestOne() {
        assertThat(problems("table: {}\n"))
                .containsExactly("KD020 1:1 the file has no key `table`; did you mean `tables`?");
        assertThat(problems("x-y-z-unlike: 1\n"))
                .containsExactly(
                        "KD020 1:1 the file has no key `x-y-z-unlike`; known are workspace, tables, functions, watchlists, lint");
        assertThat(problems("functions:\n  F: {returns: int, params: \"()\"}\n"))
                .containsExactly("KD020 2:21 function `F` has no key `params`; did you mean `parameters`?");
        assertThat(problems("watchlists:\n  W: {searchkey: a, columns: {a: int}}\n"))
                .containsExactly("KD020 2:7 watchlist `W` has no key `searchkey`; did you mean `searchKey`?");
    }

    @Test
    void aValueOfAnotherKindIsToldAtItsPlace() {
        assertThat(problems("[1]")).singleElement().asString().startsWith("KD021 1:1 the file is a mapping");
        assertThat(problems("text")).singleElement().asString().startsWith("KD021 1:1 the file is a mapping");
        assertThat(problems("workspace: splunk"))
                .containsExactly("KD021 1:12 `workspace` is one of sentinel, defender");
        assertThat(problems("tables: [T]")).containsExactly("KD021 1:9 `tables` is a mapping of names");
        assertThat(problems("tables:\n  T: int")).containsExactly("KD021 2:6 table `T` is a mapping {column: type}");
        assertThat(problems("tables:\n  T:")).containsExactly("KD021 2:3 table `T` is a mapping {column: type}");
        assertThat(problems("tables: {T: {a: }}"))
                .singleElement()
                .asString()
                .startsWith("KD021 1:14 column `a` of table");
        assertThat(problems("functions: {F: {body: [1]}}")).containsExactly("KD021 1:23 `body` is a text of KQL");
        assertThat(problems("a: 1\n---\nb: 2\n"))
                .anyMatch(problem -> problem.startsWith("KD021 3:1 the file holds several"));
    }

    @Test
    void aTypeThatKqlDoesNotHaveIsToldWhereverItStands() {
        assertThat(problems("tables: {T: {a: strng}}"))
                .containsExactly("KD022 1:17 the type of column `a` of table `T` is no type of KQL: `strng`"
                        + "; did you mean `string`?");
        assertThat(problems("functions: {F: {returns: text}}"))
                .singleElement()
                .asString()
                .startsWith("KD022 1:26 `text` is no type of KQL");
        assertThat(problems("functions: {F: {returns: \"(a: text)\"}}"))
                .singleElement()
                .asString()
                .startsWith("KD0");
        assertThat(problems("watchlists: {W: {columns: {a: number}}}"))
                .singleElement()
                .asString()
                .startsWith("KD022 1:31");
    }

    @Test
    void aMistakeInABodyIsShownAtItsOwnLine() {
        assertThat(problems("""
                        functions:
                          F:
                            body: |
                              Known
                              | where Code ==
                              | take 1
                        """)).singleElement().asString().startsWith("KD023 6:7 the body does not parse: ");
        assertThat(problems("functions: {F: {parameters: \"(a: string,, b: int)\", body: T}}"))
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("KD023 1:41 the parameters do not parse: "));
        assertThat(problems("functions: {F: {returns: \"(a: string\"}}"))
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("KD023 1:") && problem.contains("the result does not parse: "));
        for (String body : List.of("", " ", "// nothing", "let a = 1;")) {
            assertThat(problems("functions: {F: {body: \"" + body + "\"}}"))
                    .isNotEmpty()
                    .allMatch(problem -> problem.startsWith("KD023 1:2"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T }; let g = () { T",
                "T } | union {",
                "} {",
                "T };",
                "T }; T; let f = () { U",
            })
    void aBodyCannotLeaveItsFunction(String body) {
        assertThat(problems("functions:\n  F:\n    body: \"" + body + "\"\n"))
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("KD023 "));
        assertThat(problems("functions:\n  F:\n    parameters: \"() { " + body + "\"\n    body: T\n"))
                .isNotEmpty();
    }

    @Test
    void aBodyMayEndWithASemicolonOrAComment() {
        assertThat(problems("functions:\n  F:\n    body: |\n      let a = 1;\n      Known | take a; // some\n"))
                .isEmpty();
    }

    @Test
    void keysThatContradictEachOtherAreErrors() {
        assertThat(problems("functions: {F: {returns: int, body: T}}"))
                .containsExactly("KD024 1:13 function `F` has to have one of `body` and `returns`");
        assertThat(problems("functions: {F: {}}"))
                .containsExactly("KD024 1:13 function `F` has to have one of `body` and `returns`");
        assertThat(problems("tables: {Nowhere: {extends: true, a: int}}"))
                .singleElement()
                .asString()
                .startsWith("KD024 1:10");
        assertThat(problems("watchlists: {W: {searchKey: usr, columns: {User: string}}}"))
                .containsExactly("KD024 1:29 the search key `usr` is no column of watchlist `W`; did you mean `User`?");
        assertThat(problems("watchlists: {W: {searchKey: User}}"))
                .containsExactly("KD024 1:14 watchlist `W` has no `columns`");
    }

    @Test
    void aColumnMayBeCalledExtends() {
        assertThat(parse("tables: {Known: {extends: string}, T: {extends: false, a: int}}")
                        .config()
                        .tables())
                .containsExactly(
                        table("Known", new ColumnSchema("extends", KqlType.STRING)),
                        table("T", new ColumnSchema("a", KqlType.INT)));
    }

    @Test
    void aDuplicateIsToldAndTheLastCounts() {
        assertThat(problems("tables:\n  T: {a: int}\n  T: {a: long}\n"))
                .singleElement()
                .asString()
                .startsWith("KD013 3:3");
        assertThat(parse("tables:\n  T: {a: int}\n  T: {a: long}\n").config().tables())
                .containsExactly(table("T", new ColumnSchema("a", KqlType.LONG)));
    }

    @Test
    void brokenYamlHasItsPlaceAndDeclaresNothing() {
        assertThat(problems("tables:\n  T: {a: int\nx: y\n"))
                .singleElement()
                .asString()
                .startsWith("KD010 ");
        assertThat(parse("tables:\n  T: {a: int\nx: y\n").config()).isEqualTo(WorkspaceConfig.EMPTY);
    }

    @Test
    void aliasesDoNotMultiplyTheWork() {
        StringBuilder yaml = new StringBuilder("tables:\n  T0: &all {");
        for (int i = 0; i < 2000; i++) {
            yaml.append(i == 0 ? "" : ", ").append("c").append(i).append(": nope");
        }
        yaml.append("}\n");
        for (int i = 1; i < 2000; i++) {
            yaml.append("  T").append(i).append(": *all\n");
        }
        assertThat(parse(yaml.toString()).diagnostics()).hasSize(2000);
    }

    @Test
    void asimParsersAreKnownInEverySpellingAndTablesAreNot() {
        WorkspaceFunctions functions = WorkspaceFunctions.builtIn();
        for (String name :
                List.of("_Im_Dns", "_ASim_Dns", "imDns", "ASimDns", "_Im_Dns_AzureFirewall", "imProcessCreate")) {
            assertThat(functions.find(name)).as(name).isPresent();
        }
        for (String name : List.of("_Im_", "_Im_Nothing", "im", "image", "ASimDnsActivityLogs", "_im_Dns", "imports")) {
            assertThat(functions.find(name)).as(name).isEmpty();
        }
    }

    @Test
    void everyAsimSchemaHasItsTable() {
        for (String schema : List.of(
                "AlertEvent",
                "AuditEvent",
                "Authentication",
                "DhcpEvent",
                "Dns",
                "FileEvent",
                "NetworkSession",
                "ProcessEvent",
                "RegistryEvent",
                "UserManagement",
                "WebSession")) {
            assertThat(AsimParsers.find("_Im_" + schema)).hasValueSatisfying(parser -> {
                assertThat(TableCatalog.builtIn().table(parser.table()))
                        .as(schema)
                        .isPresent();
                assertThat(parser.parameters())
                        .startsWith("starttime", "endtime")
                        .contains("disabled", "pack");
            });
            assertThat(AsimParsers.find("ASim" + schema).orElseThrow().parameters())
                    .containsExactly("disabled", "pack");
        }
    }

    @Test
    void aDeclaredFunctionTakesThePlaceOfAParser() {
        WorkspaceFunctions functions = WorkspaceFunctions.of(
                parse("functions: {imDns: {returns: string}}").config());
        assertThat(functions.find("imDns")).contains(new WorkspaceFunction.Value("imDns", KqlType.STRING));
    }
}
