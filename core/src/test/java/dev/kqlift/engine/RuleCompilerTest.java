package dev.kqlift.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.analysis.OutputField;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule's way through all steps: places in the file, blocks of a text, and failures that stay with their rule. */
class RuleCompilerTest {
    private static AnalyzedRule only(String name, String text) {
        List<AnalyzedRule> rules = RuleText.compile(name, text);
        assertThat(rules).hasSize(1);
        return rules.getFirst();
    }

    private static String yaml(String query) {
        return "id: 5b1d1b0e-6f5b-4c0e-9a53-0d5f0e3b8a11\nname: A rule\nseverity: Low\nkind: Scheduled\n" + query;
    }

    // ---- places

    @Test
    void placesPointIntoTheBlockOfTheYamlFile() {
        AnalyzedRule rule = only("a.yaml", yaml("query: |\n  SigninLogs\n  | where Nope == 1\n  | take 1\n"));
        assertThat(RuleText.places(rule)).containsExactly("KB001 7:11-7:15");
    }

    @Test
    void placesPointThroughAFoldedText() {
        AnalyzedRule rule = only("a.yaml", yaml("query: >\n  SigninLogs\n  | where\n  Nope == 1\n"));
        assertThat(RuleText.places(rule)).containsExactly("KB001 8:3-8:7");
    }

    @Test
    void placesPointThroughTheEscapesOfAQuotedText() {
        AnalyzedRule rule = only("a.yaml", yaml("query: \"SigninLogs\\n| where \\\"a\\\" == Nope\"\n"));
        assertThat(RuleText.places(rule)).containsExactly("KB001 5:38-5:42");
    }

    @Test
    void placesCountUtf16Units() {
        AnalyzedRule rule = only("a.yaml", yaml("query: |\n  SigninLogs | where \"\uD83D\uDE00\" == Nope\n"));
        assertThat(RuleText.places(rule)).containsExactly("KB001 6:30-6:34");
    }

    @Test
    void placesPointIntoAFileOfWindows() {
        AnalyzedRule rule = only(
                "a.yaml", yaml("query: |\n  SigninLogs\n  | where Nope == 1\n").replace("\n", "\r\n"));
        assertThat(RuleText.places(rule)).containsExactly("KB001 7:11-7:15");
    }

    @Test
    void aSyntaxErrorPointsIntoTheFileAndNothingIsBound() {
        AnalyzedRule rule = only("a.yaml", yaml("query: |\n  SigninLogs\n  | where == 1\n"));
        assertThat(rule.hasErrors()).isTrue();
        assertThat(rule.bound()).isEmpty();
        assertThat(rule.analysis().tables()).isEmpty();
        assertThat(RuleText.places(rule)).containsExactly("KS003 7:11-7:13");
    }

    @Test
    void diagnosticsStandInTheOrderOfTheirPlaces() {
        String query = "query: |\n  Missing_CL | join (Missing2_CL) on a\n  | extend x = nofunc(b)\n";
        AnalyzedRule rule = only("a.yaml", yaml(query));
        assertThat(RuleText.places(rule)).containsExactly("KB002 6:3-6:13", "KB002 6:22-6:33", "KB003 7:16-7:22");
    }

    @Test
    void aRuleWithoutAQueryIsStillARule() {
        AnalyzedRule rule = only("a.yaml", yaml("query: \"\"\n"));
        assertThat(rule.bound()).isEmpty();
        assertThat(rule.diagnostics()).extracting(Diagnostic::code).contains(DiagnosticCode.KD012);
    }

    // ---- blocks

    @Test
    void aBareTextThatParsesWholeIsOneRule() {
        assertThat(RuleText.compile("a.kql", "let a = 1;\n\nSigninLogs\n\n| where ResultType == a\n"))
                .hasSize(1);
    }

    @Test
    void aBareTextThatParsesOnlyInBlocksIsARuleForEach() {
        String text = "SigninLogs | count\n\nSecurityEvent\n| where Nope == 1\n";
        List<AnalyzedRule> rules = RuleText.compile("a.kql", text);
        assertThat(rules).hasSize(2);
        assertThat(rules)
                .extracting(rule -> rule.analysis().tables())
                .containsExactly(List.of("SigninLogs"), List.of("SecurityEvent"));
        assertThat(RuleText.places(rules.get(0))).containsExactly("KD017 1:1-1:19");
        assertThat(RuleText.places(rules.get(1))).contains("KD017 3:1-4:18", "KB001 4:9-4:13");
    }

    @Test
    void aBareTextWithABrokenBlockIsOneBrokenRule() {
        List<AnalyzedRule> rules = RuleText.compile("a.kql", "SigninLogs | count\n\nSecurityEvent | where (\n");
        assertThat(rules).hasSize(1);
        assertThat(rules.getFirst().hasErrors()).isTrue();
    }

    @Test
    void aRuleFileIsNeverSplit() {
        List<AnalyzedRule> rules =
                RuleText.compile("a.yaml", yaml("query: |\n  SigninLogs | count\n\n  SecurityEvent | count\n"));
        assertThat(rules).hasSize(1);
        assertThat(rules.getFirst().hasErrors()).isTrue();
    }

    // ---- results

    @Test
    void theAnalysisIsThatOfTheQuery() {
        AnalyzedRule rule = only(
                "a.yaml",
                yaml("query: |\n  let limit = 3;\n  SigninLogs\n  | summarize Tries = count() by UserPrincipalName\n"
                        + "  | where Tries > limit\n"));
        assertThat(rule.analysis().tables()).containsExactly("SigninLogs");
        assertThat(rule.analysis().parameters()).hasSize(1);
        assertThat(rule.analysis().stages()).hasSize(3);
        assertThat(rule.analysis().outputFields())
                .extracting(OutputField::name)
                .containsExactly("UserPrincipalName", "Tries");
        assertThat(rule.analysis().open()).isFalse();
        assertThat(rule.diagnostics()).isEmpty();
    }

    @Test
    void compilingTwiceGivesTheSame() {
        String text = yaml("query: |\n  union SigninLogs, AuditLogs | where OperationName in (\"b\", \"a\")\n"
                + "  | summarize take_any(*) by Category\n");
        assertThat(RuleText.of(only("a.yaml", text))).isEqualTo(RuleText.of(only("a.yaml", text)));
    }

    // ---- failures

    @Timeout(60)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ";",
                "|",
                "let x = ;",
                "let x = 1",
                "print",
                "T | where",
                "T | extend = 1",
                "union",
                "search",
                "find where",
                "let f = () { }; f()",
                "let f = (T:(*)) { T }; f(1)",
                "let f = (x:nosuchtype) { x }; print f(1)",
                "let x = x; x",
                "let f = (n:string) { table(n) }; f(5)",
                "table(5)",
                "table(\"\")",
                "datatable()[]",
                "datatable(a:string, b:long)[\"x\"]",
                "T | project-away *",
                "T | project-keep",
                "T | summarize",
                "T | summarize by",
                "T | join on a",
                "T | join kind=inner (T) on $left.a == $left.b",
                "T | join (T) on $left == $right",
                "T | where $left.a == 1",
                "T | mv-expand",
                "T | mv-apply x = a on ()",
                "T | top by a",
                "T | top-nested 1 of a by",
                "T | evaluate",
                "T | evaluate bag_unpack()",
                "T | evaluate ipv4_lookup()",
                "T | parse a with",
                "T | parse a with *",
                "T | extend a.b = 1",
                "T | extend x = a[]",
                "T | extend x = percentile(a)",
                "T | summarize arg_max()",
                "T | summarize arg_max(*)",
                "T | summarize percentiles(a)",
                "T | summarize percentile(a, b)",
                "T | make-series count() on a step 0",
                "range x from 1 to",
                "range x from \"a\" to \"b\" step \"c\"",
                "T | where a in ()",
                "T | where a between (1 .. )",
                "T | where a has_any (T)",
                "T | where (a, b) == 1",
                "T | as T | T",
                "T | invoke",
                "T | scan with ()",
                "T | partition by a ()",
                "print 99999999999999999999999999",
                "print 1e999, -1e999, real(nan)",
                "print dynamic({\"a\": })",
                "print dynamic({)",
                "print datetime(99999-99-99), timespan(99999999999999d)",
                "print 9223372036854775807 * 9223372036854775807, -9223372036854775808 / -1",
                "print strcat(), iff(), case(), coalesce(), split(), column_ifexists()",
                "T | reduce by",
                "T | graph-match (a)-[b]->(c) project a.x",
                ".show tables",
                "print \"\uD800\""
            })
    void noTextMakesTheCompilerFail(String query) {
        for (AnalyzedRule rule : RuleText.compile("a.kql", query.isBlank() ? query + "\n" : query)) {
            assertThat(rule.diagnostics())
                    .as(query)
                    .extracting(Diagnostic::code)
                    .doesNotContain(DiagnosticCode.KD900);
        }
    }

    @Test
    @Timeout(60)
    void scalarsThatDoubleEndInTime() {
        StringBuilder query = new StringBuilder("let a0 = rand(); ");
        for (int i = 1; i < 60; i++) {
            query.append("let a" + i + " = a" + (i - 1) + " + a" + (i - 1) + "; ");
        }
        AnalyzedRule rule = only("a.kql", query + "SigninLogs | where a59 > 1");
        assertThat(rule.analysis().tables()).containsExactly("SigninLogs");
    }
}
