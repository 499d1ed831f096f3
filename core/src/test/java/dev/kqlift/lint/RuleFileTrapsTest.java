package dev.kqlift.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the checks of rule files leave alone, and what they say cannot be checked. */
final class RuleFileTrapsTest {
    @Test
    void aColumnOfAnOpenResultIsNotChecked() {
        LintOutcome outcome = only("KL301", mapped("ContosoFirewall_CL", "SourceAddress"));
        assertThat(own(outcome)).isEmpty();
        assertThat(outcome.notChecked()).hasSize(1);
    }

    @Test
    void aKnownColumnOfAnOpenResultPasses() {
        LintOutcome outcome = only("KL301", mapped("ContosoFirewall_CL | extend Address = \"\"", "Address"));
        assertThat(own(outcome)).isEmpty();
        assertThat(outcome.notChecked()).isEmpty();
    }

    @Test
    void aQueryWithErrorsIsNotChecked() {
        LintOutcome outcome = only("KL301", mapped("SigninLogs | where Nothing == 1", "SourceAddress"));
        assertThat(own(outcome)).isEmpty();
        assertThat(outcome.notChecked()).hasSize(1);
    }

    @Test
    void theOperatorThatLeavesTheColumnOutIsShown() {
        String text = mapped("SigninLogs | summarize Count = count() by AppDisplayName | top 5 by Count", "IPAddress");
        Finding finding = own(only("KL301", text)).getFirst();
        assertThat(finding.labels()).hasSize(1);
        Span label = finding.labels().getFirst().span();
        assertThat(text.substring(label.start(), label.end())).isEqualTo("summarize");
    }

    @Test
    void aColumnThatWasRenamedIsNamed() {
        String text = mapped("SigninLogs | project TimeGenerated, Source = IPAddress", "IPAddress");
        assertThat(own(only("KL301", text)).getFirst().help())
                .hasValueSatisfying(help -> assertThat(help).contains("`Source`"));
    }

    @Test
    void namesWithOneEndingAreNotOffered() {
        String text = mapped("SigninLogs | project HostCustomEntity = AppDisplayName", "FileHashCustomEntity");
        assertThat(own(only("KL301", text)).getFirst().help()).hasValue("let the query return the column");
    }

    @Test
    void aListThatIsExpandedIsNoArray() {
        String query = "SigninLogs | summarize Address = make_set(IPAddress) by AppDisplayName"
                + " | mv-expand Address to typeof(string)";
        assertThat(own(only("KL320", mapped(query, "Address")))).isEmpty();
    }

    @Test
    void aTemplateExpressionIsNotChecked() {
        String text = """
                {"resources": [{"type": "x/alertRules", "kind": "Scheduled", "properties": {
                  "severity": "[parameters('severity')]", "query": "SigninLogs"}}]}
                """;
        LintOutcome outcome = LintedText.only("KL126", "rule.json", text).getFirst();
        assertThat(own(outcome)).isEmpty();
        assertThat(outcome.notChecked()).hasSize(1);
    }

    @Test
    void aTemplateSaysItsKindOnTheResource() {
        String text = """
                {"resources": [{"type": "x/alertRules", "kind": "NRT", "properties": {
                  "severity": "Low", "query": "SigninLogs"}}]}
                """;
        assertThat(LintedText.only("KL201", "rule.json", text).getFirst().findings())
                .isEmpty();
    }

    @Test
    void aSavedQueryOfATemplateIsNoAnalyticsRule() {
        String text = """
                {"resources": [{"type": "x/savedSearches", "properties": {
                  "displayName": "Sign-ins", "category": "Hunting Queries", "query": "SigninLogs"}}]}
                """;
        List<Finding> findings = LintedText.all("rule.json", text).getFirst().findings();
        assertThat(findings).isEmpty();
    }

    @Test
    void aLookAlikeBetweenQuotesIsAValue() {
        String text = "name: a\nqueryFrequency: 1h\nquery: SigninLogs | where UserAgent has \"a\u00A0b\" // \u2019\n";
        assertThat(own(only("KL111", text))).isEmpty();
    }

    @Test
    void aCommentAtTheEndOfAFoldedQueryIsHarmless() {
        String text = "name: a\nqueryFrequency: 1h\nquery: >\n  SigninLogs\n  | count // done\n";
        assertThat(own(only("KL113", text))).isEmpty();
    }

    @Test
    void twoSlashesInAnAddressAreNoComment() {
        String text =
                "name: a\nqueryFrequency: 1h\nquery: >\n  SigninLogs\n  | where UserAgent has \"http://x\"\n  | count\n";
        assertThat(own(only("KL113", text))).isEmpty();
    }

    @Test
    void aTacticOfTheVersionBeforeIsAccepted() {
        String text = "name: a\nqueryFrequency: 1h\nquery: SigninLogs\ntactics: [DefenseEvasion]\n"
                + "relevantTechniques: [T1078]\n";
        assertThat(own(only("KL405", text))).isEmpty();
    }

    @Test
    void aTechniqueOfIndustrialControlSystemsIsKnown() {
        String text = "name: a\nqueryFrequency: 1h\nquery: SigninLogs\ntactics: [InhibitResponseFunction]\n"
                + "relevantTechniques: [T0814]\n";
        assertThat(own(only("KL402", text))).isEmpty();
        assertThat(own(only("KL405", text))).isEmpty();
    }

    @Test
    void aKeyBesideTheOneThatItIsNearIsNoMisspelling() {
        String text = "name: a\nqueryFrequency: 1h\nquery: SigninLogs\nqueryPeriod: 1h\nqueryType: kql\n";
        assertThat(own(only("KL101", text))).isEmpty();
        assertThat(own(only("KL102", text))).hasSize(1);
    }

    @Test
    void aWindowThatTheQueryPicksItselfIsNotRepeated() {
        String text = "name: a\nqueryFrequency: 1h\nqueryPeriod: 14d\n"
                + "query: SigninLogs | where TimeGenerated > ago(1h)\n";
        assertThat(own(only("KL217", text))).isEmpty();
    }

    @Test
    void theOtherSideOfAJoinMayLookBackInANearRealTimeRule() {
        String text = "name: a\nkind: NRT\nquery: SigninLogs | join kind=leftanti"
                + " (SigninLogs | where TimeGenerated > ago(14d)) on IPAddress\n";
        assertThat(own(only("KL209", text))).isEmpty();
    }

    @Test
    void aDetectionOverAlertsNeedsNoReportId() {
        String text = "displayName: a\nqueryCondition:\n  queryText: AlertInfo | project Timestamp, AlertId\n";
        assertThat(own(only("KL903", text))).isEmpty();
    }

    @Test
    void aHuntingQueryIsNotRefusedForItsMappings() {
        String mapping = "entityMappings:\n  - entityType: Place\n    fieldMappings:\n"
                + "      - identifier: Address\n        columnName: IPAddress\n";
        assertThat(severities("KL310", "name: a\nquery: SigninLogs\n" + mapping))
                .containsExactly(Severity.WARNING);
        assertThat(severities("KL310", "name: a\nqueryFrequency: 1h\nquery: SigninLogs\n" + mapping))
                .containsExactly(Severity.ERROR);
    }

    @Test
    void aTechniqueWithoutItsTacticIsNoErrorInAHuntingQuery() {
        String attack = "query: SigninLogs\ntactics: [Exfiltration]\nrelevantTechniques: [T1190]\n";
        assertThat(severities("KL405", "name: a\n" + attack)).containsExactly(Severity.WARNING);
        assertThat(severities("KL405", "name: a\nqueryFrequency: 1h\n" + attack))
                .containsExactly(Severity.ERROR);
    }

    @Test
    void aMisspeltTacticStillCoversItsTechniques() {
        String text = "name: a\nquery: SigninLogs\ntactics: [InitialAcess]\nrelevantTechniques: [T1190]\n";
        assertThat(own(only("KL405", text))).isEmpty();
        assertThat(severities("KL414", text)).containsExactly(Severity.WARNING);
    }

    @Test
    void aTacticInOtherCaseIsNotRefused() {
        String text = "name: a\nqueryFrequency: 1h\nquery: SigninLogs\ntactics: [CommandandControl, Initial Access]\n";
        assertThat(severities("KL401", text)).containsExactly(Severity.WARNING, Severity.ERROR);
    }

    @Test
    void aLabelOfOnesOwnIsNoMisspeltTactic() {
        String text = "name: a\nquery: SigninLogs\ntactics: [Fraud campaign, Initial access]\n";
        assertThat(severities("KL414", text)).containsExactly(Severity.NOTE, Severity.WARNING);
    }

    @Test
    void anEmptyListOfConnectorsIsAStatement() {
        String text = "name: a\nqueryFrequency: 1h\nquery: SigninLogs\n";
        assertThat(severities("KL131", text)).containsExactly(Severity.WARNING);
        assertThat(severities("KL131", text + "requiredDataConnectors: []\n")).containsExactly(Severity.NOTE);
    }

    @Test
    void aCountOverThePeriodIsNotRepeated() {
        String start =
                "name: a\nqueryFrequency: 1h\nqueryPeriod: 1d\nquery: SigninLogs | summarize n = count() by IPAddress";
        assertThat(own(only("KL217", start + " | where n > 50\n"))).isEmpty();
        assertThat(own(only("KL217", start + ", bin(TimeGenerated, 5m) | where n > 50\n")))
                .hasSize(1);
    }

    @Test
    void whiteSpaceThatTheLanguageTakesForSuchIsANote() {
        String start = "name: a\nqueryFrequency: 1h\nquery: SigninLogs |";
        assertThat(severities("KL111", start + "\u202Fcount\n")).containsExactly(Severity.NOTE);
        assertThat(severities("KL111", start + "\u200Bcount\n")).containsExactly(Severity.NOTE);
        assertThat(severities("KL111", start + "\u2060count\n")).containsExactly(Severity.WARNING);
    }

    @Test
    void aHuntingQueryThatCallsItselfScheduledIsToldOnce() {
        String text = "name: a\nkind: Scheduled\nquery: SigninLogs\n";
        assertThat(severities("KL201", text)).containsExactly(Severity.WARNING);
        assertThat(own(only("KL125", text))).isEmpty();
        assertThat(own(only("KL127", text))).isEmpty();
        assertThat(severities("KL201", text + "triggerOperator: gt\n")).containsExactly(Severity.ERROR, Severity.ERROR);
    }

    private static List<Severity> severities(String code, String text) {
        return own(only(code, text)).stream().map(Finding::severity).toList();
    }

    /** What the check itself found, without the diagnostics of the steps before. */
    private static List<Finding> own(LintOutcome outcome) {
        return outcome.findings().stream()
                .filter(finding -> finding.check().code().startsWith("KL"))
                .toList();
    }

    private static String mapped(String query, String column) {
        return "name: a\nqueryFrequency: 1h\nquery: " + query
                + "\nentityMappings:\n  - entityType: IP\n    fieldMappings:\n"
                + "      - identifier: Address\n        columnName: " + column + "\n";
    }

    private static LintOutcome only(String code, String text) {
        return LintedText.only(code, "rule.yaml", text).getFirst();
    }
}
