package dev.kqlift.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.analysis.Indicator;
import dev.kqlift.catalog.Platform;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.WorkspaceFile;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.Decoder;
import dev.kqlift.document.ReadOutcome;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.SourceFile;
import dev.kqlift.semantic.Surroundings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** What rules mean in a workspace that declares tables, functions and watchlists. */
final class WorkspaceTest {
    private static final String CONFIG = """
            workspace: sentinel
            tables:
              Mine_CL: {TimeGenerated: datetime, User_s: string, Size_d: real}
              Heartbeat: {extends: true, Owner: string}
            functions:
              Recent:
                parameters: "(least: real, name: string = 'root')"
                body: |
                  let limit = least;
                  Mine_CL
                  | where Size_d > limit and User_s == name
              Everything:
                body: Mine_CL | project User_s
              Twice:
                parameters: "(x: long)"
                body: x * 2
              Wrong:
                body: Mine_CL | where Nope == 1
              Enrich:
                parameters: "(T: (User_s: string))"
                body: T | extend Domain = tostring(split(User_s, '@')[1])
              Loop:
                body: Loop2() | take 1
              Loop2:
                body: union Loop(), Everything
              Team: {parameters: "(user: string)", returns: string}
              Rows: {returns: "(Name: string, Count: long)"}
            watchlists:
              VIP: {searchKey: User, columns: {User: string, Level: int}}
            """;
    private static final RuleCompiler COMPILER = new RuleCompiler(Workspace.of(config()));

    private static dev.kqlift.catalog.WorkspaceConfig config() {
        WorkspaceFile file = WorkspaceFile.parse(CONFIG, TableCatalog.builtIn());
        assertThat(file.diagnostics()).isEmpty();
        return file.config();
    }

    private static AnalyzedRule compile(String query) {
        return compile(query, COMPILER);
    }

    static AnalyzedRule compile(String query, RuleCompiler compiler) {
        SourceFile file = switch (Decoder.decode("rule.kql", query.getBytes(StandardCharsets.UTF_8))) {
            case DecodeOutcome.Decoded(SourceFile decoded) -> decoded;
            case DecodeOutcome.Refused refused -> throw new AssertionError(refused);
        };
        return switch (RuleFiles.read(file)) {
            case ReadOutcome.Rules(var documents) ->
                Surroundings.onWorkerStack(
                        () -> compiler.compile(documents.getFirst()).getFirst());
            case ReadOutcome.PassedOver passedOver -> throw new AssertionError(passedOver);
        };
    }

    private static String outputs(String query) {
        AnalyzedRule rule = compile(query);
        StringJoiner text = new StringJoiner(", ");
        rule.analysis()
                .outputFields()
                .forEach(field -> text.add(field.name() + ":" + field.type().word()));
        return rule.analysis().open() ? text.add("…").toString() : text.toString();
    }

    private static List<String> problems(String query) {
        return compile(query).diagnostics().stream()
                .map(diagnostic -> diagnostic.code() + " "
                        + query.substring(
                                diagnostic.span().start(), diagnostic.span().end()) + ": "
                        + diagnostic.message())
                .toList();
    }

    private static List<String> functions(String query) {
        return compile(query).analysis().functions();
    }

    @Test
    void declaredTablesHaveTheirColumnsAndNoOthers() {
        assertThat(outputs("Mine_CL")).isEqualTo("TimeGenerated:datetime, User_s:string, Size_d:real");
        assertThat(problems("Mine_CL | where Other == 1"))
                .singleElement()
                .asString()
                .startsWith("KB001 Other");
        assertThat(outputs("Heartbeat | project Owner, Computer")).isEqualTo("Owner:string, Computer:string");
    }

    @Test
    void aSavedFunctionStandsForItsBody() {
        AnalyzedRule rule = compile("Recent(10.0)\n| project User_s");
        assertThat(rule.diagnostics()).isEmpty();
        assertThat(rule.analysis().tables()).containsExactly("Mine_CL");
        assertThat(rule.analysis().functions()).containsExactly("Recent");
        assertThat(rule.analysis().indicators())
                .extracting(Indicator::field, indicator -> indicator.values().toString())
                .hasSize(2);
        assertThat(outputs("Recent(10.0) | project User_s")).isEqualTo("User_s:string");
        assertThat(outputs("Recent(least=1.0, name='a') | take 1"))
                .isEqualTo("TimeGenerated:datetime, User_s:string, Size_d:real");
    }

    @Test
    void aSavedFunctionNeedsNoBracketsWhereItTakesNothing() {
        assertThat(outputs("Everything | where User_s has 'x'")).isEqualTo("User_s:string");
        assertThat(functions("union Everything, Mine_CL")).containsExactly("Everything");
        assertThat(compile("Everything").analysis().tables()).containsExactly("Mine_CL");
        assertThat(problems("Mine_CL | where User_s in (Everything)")).isEmpty();
        assertThat(problems("Mine_CL | where User_s in (Everything())")).isEmpty();
    }

    @Test
    void aScalarFunctionIsBoundInTheRow() {
        assertThat(outputs("print a = Twice(21)")).isEqualTo("a:long");
        assertThat(outputs("Mine_CL | extend T = Twice(tolong(Size_d)) | project T"))
                .isEqualTo("T:long");
        assertThat(outputs("Mine_CL | project T = Team(User_s)")).isEqualTo("T:string");
        assertThat(problems("Mine_CL | where Team(User_s) == 'blue'")).isEmpty();
        assertThat(functions("Mine_CL | where Team(User_s) == 'blue'")).containsExactly("Team");
    }

    @Test
    void aDeclaredResultIsKnownAndClosed() {
        assertThat(outputs("Rows() | where Count > 1")).isEqualTo("Name:string, Count:long");
        assertThat(outputs("Rows | where Count > 1")).isEqualTo("Name:string, Count:long");
        assertThat(problems("Rows() | where Other > 1"))
                .singleElement()
                .asString()
                .startsWith("KB001 Other");
        assertThat(outputs("Mine_CL | invoke Rows()")).isEqualTo("Name:string, Count:long");
    }

    @Test
    void invokeGivesTheInputToASavedFunction() {
        assertThat(outputs("Mine_CL | where Size_d > 1 | invoke Enrich() | project Domain"))
                .isEqualTo("Domain:string");
        assertThat(functions("Mine_CL | invoke Enrich()")).containsExactly("Enrich");
        assertThat(problems("Mine_CL | invoke Enrich()")).isEmpty();
    }

    @Test
    void whatIsWrongInABodyIsToldAtTheCall() {
        assertThat(problems("Mine_CL\n| union (Wrong())"))
                .singleElement()
                .asString()
                .startsWith("KB001 Wrong(): ")
                .endsWith(" (in the saved function `Wrong`)");
        assertThat(problems("Recent(1.0, 'a', 3)")).singleElement().asString().startsWith("KB005 Recent(");
    }

    @Test
    void aBodySeesNothingOfTheQuery() {
        assertThat(outputs("let Mine_CL = datatable(z: int) [1]; Everything()")).isEqualTo("User_s:string");
        assertThat(problems("let Nope = 1; Wrong()")).hasSize(1);
    }

    @Test
    void theQuerysOwnNamesComeFirst() {
        assertThat(outputs("let Everything = datatable(z: int) [1]; Everything"))
                .isEqualTo("z:int");
        assertThat(outputs("let Twice = (x: long) { tostring(x) }; print a = Twice(1)"))
                .isEqualTo("a:string");
        assertThat(functions("let Twice = (x: long) { tostring(x) }; print a = Twice(1)"))
                .isEmpty();
    }

    @Test
    void functionsThatCallEachOtherEndWithADiagnostic() {
        assertThat(problems("Loop()")).anyMatch(problem -> problem.startsWith("KB006 "));
        assertThat(problems("Loop | take 1")).anyMatch(problem -> problem.startsWith("KB006 "));
    }

    @Test
    void aDeclaredWatchlistHasItsColumnsAndThoseOfTheService() {
        assertThat(outputs("_GetWatchlist('VIP')"))
                .isEqualTo("_DTItemId:string, LastUpdatedTimeUTC:datetime, SearchKey:string, User:string, Level:int");
        assertThat(outputs("let who = 'VIP'; _GetWatchlist(who) | project Level"))
                .isEqualTo("Level:int");
        assertThat(problems("_GetWatchlist('VIP') | where Other == 1"))
                .singleElement()
                .asString()
                .startsWith("KB001 Other");
        assertThat(functions("_GetWatchlist('VIP')")).containsExactly("_GetWatchlist");
    }

    @Test
    void anUndeclaredWatchlistIsOpen() {
        assertThat(outputs("_GetWatchlist('Other') | project SearchKey, Mail"))
                .isEqualTo("SearchKey:string, Mail:unknown");
        assertThat(outputs("_GetWatchlist('Other')"))
                .isEqualTo("_DTItemId:string, LastUpdatedTimeUTC:datetime, SearchKey:string, …");
        assertThat(problems("_GetWatchlist('Other')"))
                .singleElement()
                .asString()
                .startsWith("KB003 _GetWatchlist");
    }

    @Test
    void asimParsersHaveTheColumnsOfTheirTables() {
        assertThat(outputs("_Im_Dns(domain_has_any=dynamic(['a.b'])) | project SrcIpAddr, DnsFlagsZ, Vendor_x"))
                .isEqualTo("SrcIpAddr:string, DnsFlagsZ:bool, Vendor_x:unknown");
        assertThat(outputs("_Im_NetworkSession | project DstBytes")).isEqualTo("DstBytes:long");
        assertThat(functions("union _Im_WebSession(), imDns")).containsExactly("_Im_WebSession");
        assertThat(compile("imDns | take 1").analysis().tables()).containsExactly("imDns");
        assertThat(compile("imDns | take 1").analysis().open()).isTrue();
        assertThat(problems("_Im_Dns(starttime=ago(1d), endtime=now()) | take 1"))
                .isEmpty();
    }

    @Test
    void aParameterThatAParserDoesNotHaveIsAWarning() {
        assertThat(problems("_Im_Dns(srcip='1.2.3.4')"))
                .singleElement()
                .asString()
                .startsWith("KB011 srcip: ");
        assertThat(problems("ASimDns(false, false, 3)"))
                .singleElement()
                .asString()
                .startsWith("KB011 3: ");
    }

    @Test
    void aTableIsNoParserAndAFunctionThatNobodyKnowsStaysUnknown() {
        assertThat(compile("ASimDnsActivityLogs").analysis().tables()).containsExactly("ASimDnsActivityLogs");
        assertThat(problems("Nobody()")).singleElement().asString().startsWith("KB003 Nobody");
        assertThat(problems("Nobody")).singleElement().asString().startsWith("KB002 Nobody");
    }

    @Test
    void otherWorkspacesAreNotThisOne() {
        assertThat(compile("workspace('w').Mine_CL").analysis().open()).isTrue();
        assertThat(compile("database('d').Everything").analysis().functions()).isEmpty();
    }

    @Test
    void thePlatformIsCarried() {
        assertThat(COMPILER.workspace().platform()).contains(Platform.SENTINEL);
        assertThat(Platform.DEFENDER.timeColumn()).isEqualTo("Timestamp");
        assertThat(Workspace.builtIn().platform()).isEmpty();
    }

    @Test
    void inDefenderItsTablesHaveTheTimeColumnOfDefenderAlone() {
        RuleCompiler defender = on("workspace: defender\n");
        assertThat(messages("DeviceEvents | where Timestamp > ago(1d)", defender))
                .isEmpty();
        assertThat(messages("DeviceEvents | where TimeGenerated > ago(1d)", defender))
                .singleElement()
                .asString()
                .startsWith("no column `TimeGenerated`")
                .endsWith("in Defender the time of a row is `Timestamp`");
        // Tables of Sentinel can be read there too, and stay what they are.
        assertThat(messages("SigninLogs | where TimeGenerated > ago(1d)", defender))
                .isEmpty();
        assertThat(messages("SigninLogs | where Timestamp > ago(1d)", defender))
                .singleElement()
                .asString()
                .endsWith("in Sentinel the time of a row is `TimeGenerated`");
    }

    @Test
    void aCopyInSentinelHasTheTimeColumnsOfBoth() {
        String query = "DeviceEvents | where TimeGenerated > ago(1d) and Timestamp > ago(1d)";
        assertThat(messages(query, on("workspace: sentinel\n"))).isEmpty();
        assertThat(messages(query, new RuleCompiler(Workspace.builtIn()))).isEmpty();
        assertThat(messages("SigninLogs | where Timestamp > ago(1d)", on("workspace: sentinel\n")))
                .hasSize(1);
    }

    @Test
    void aTableOfDefenderIsExtendedAsItIsThere() {
        String extended = "workspace: defender\ntables:\n  DeviceEvents: {extends: true, Owner: string}\n";
        assertThat(messages("DeviceEvents | project Timestamp, Owner", on(extended)))
                .isEmpty();
        assertThat(messages("DeviceEvents | project TimeGenerated", on(extended)))
                .hasSize(1);
        String declared = "workspace: defender\ntables:\n  DeviceEvents: {extends: true, TimeGenerated: datetime}\n";
        assertThat(messages("DeviceEvents | project TimeGenerated", on(declared)))
                .isEmpty();
    }

    private static RuleCompiler on(String config) {
        WorkspaceFile file = WorkspaceFile.parse(config, TableCatalog.builtIn());
        assertThat(file.diagnostics()).isEmpty();
        return new RuleCompiler(Workspace.of(file.config()));
    }

    private static List<String> messages(String query, RuleCompiler compiler) {
        return compile(query, compiler).diagnostics().stream()
                .map(Diagnostic::message)
                .toList();
    }

    @Test
    void theSameCallGivesTheSameAnswerEveryTime() {
        String query = "Recent(1.0) | join kind=inner (Recent(2.0) | invoke Enrich()) on User_s";
        assertThat(compile(query).analysis()).isEqualTo(compile(query).analysis());
    }
}
