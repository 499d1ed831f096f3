package dev.kqlift.lint;

import static dev.kqlift.lint.Applicability.SAFE;
import static dev.kqlift.lint.Applicability.UNSAFE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the checks of names must not take for a mistake, and the traps of their fixes. */
final class QueryNameChecksTest {
    @Test
    void aLetThatOnlyItsOwnValueNamesIsUnused() {
        assertThat(FoundIn.query("KL506", "let SigninLogs = SigninLogs | where ResultType == \"0\";\nAuditLogs"))
                .containsExactly(1);
    }

    @Test
    void aLetThatAWildcardMayMeanIsUsed() {
        assertThat(FoundIn.query("KL506", "let recentLogons = SigninLogs;\nunion recent*"))
                .isEmpty();
    }

    @Test
    void aFunctionThatIsInvokedIsUsed() {
        assertThat(FoundIn.query(
                        "KL506", "let busy = (T: (*)) { T | summarize count() by Type };\nSigninLogs | invoke busy()"))
                .isEmpty();
    }

    @Test
    void aTextWithoutAResultIsNotChecked() {
        assertThat(FoundIn.notChecked("KL506", "rule.kql", "let a = 1;")).isNotEmpty();
    }

    @Test
    void aTableThatIsNarrowedUnderItsNameIsNotHidden() {
        assertThat(FoundIn.query(
                        "KL507", "let SigninLogs = SigninLogs | where ResultType == \"0\";\nSigninLogs | take 1"))
                .isEmpty();
    }

    @Test
    void aColumnThatTakesOverTheConstantOfItsNameIsMeant() {
        assertThat(
                        FoundIn.query(
                                "KL507",
                                "let threshold = 5;\nSigninLogs | extend threshold = threshold | where toint(ResultType) > threshold"))
                .isEmpty();
    }

    @Test
    void oldListsAreSafeToRenameOnlyWhereTheySayTheirSize() {
        assertThat(
                        FoundIn.fixes(
                                "KL508",
                                "SigninLogs | summarize A = makeset(IPAddress), B = makeset(IPAddress, 10), C = makelist(IPAddress)"))
                .containsExactly(UNSAFE, SAFE, UNSAFE);
    }

    @Test
    void anOldNameWhoseResultIsNamedOtherwiseIsNotSafe() {
        assertThat(FoundIn.fixes("KL508", "SigninLogs | summarize argmax(TimeGenerated, IPAddress), any(Location)"))
                .containsOnly(UNSAFE);
    }

    @Test
    void theSuccessorWithItsArgumentsTurnedIsNotOffered() {
        String query = "SigninLogs | extend User = replace(@\"@.*\", \"\", UserPrincipalName)";
        assertThat(FoundIn.query("KL508", query)).containsExactly(1);
        assertThat(FoundIn.fixes("KL508", query)).isEmpty();
    }

    @Test
    void anOwnFunctionOfAnOldNameIsNone() {
        assertThat(FoundIn.query("KL508", "let pack = (a: string) { a };\nprint pack(\"x\")"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SecurityEvent | where EventID == 4625",
                "SigninLogs | where ResultType == \"0\"",
                "SigninLogs | where toint(ResultType) == 0",
                "SigninLogs | where DeviceDetail.x == 1",
                "Unknown_CL | where Code_d == \"7\"",
            })
    void sidesOfOneTypeOrOfAnUnknownOneAreNotMixed(String query) {
        assertThat(FoundIn.query("KL509", query)).isEmpty();
    }

    @Test
    void aNumberWithALeadingZeroKeepsItsQuotes() {
        assertThat(FoundIn.fixes("KL509", "SecurityEvent | where EventID == \"04625\""))
                .isEmpty();
    }

    @Test
    void searchBehindATableReadsThatTable() {
        assertThat(FoundIn.scheduled("KL511", "1h", "1h", "SigninLogs\n| search \"203.0.113.7\""))
                .isEmpty();
    }

    @Test
    void huntingQueriesMaySearchEverything() {
        assertThat(FoundIn.query("KL511", "search \"203.0.113.7\"")).isEmpty();
    }

    @Test
    void deletingRenderLeavesTheRuleWhole() {
        String rule = FoundIn.rule("1h", "1h", "SigninLogs\n| summarize count() by Location\n| render piechart");
        assertThat(FoundIn.fixed("KL514", "rule.yaml", rule))
                .isEqualTo(FoundIn.rule("1h", "1h", "SigninLogs\n| summarize count() by Location"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SigninLogs | sort by TimeGenerated asc | where ResultType == \"0\" | extend p = prev(TimeGenerated)",
                "SigninLogs | serialize | extend n = row_number()",
                "SigninLogs | serialize n = row_number()",
                "SigninLogs | top 10 by TimeGenerated | extend n = row_number()",
                "range x from 1 to 9 step 1 | extend s = row_cumsum(x)",
                "Parser() | extend n = row_number()",
            })
    void rowsInOrderOrOfUnknownOrderPass(String query) {
        assertThat(FoundIn.query("KL516", query)).isEmpty();
    }

    @Test
    void aGroupAfterASortHasNoOrder() {
        assertThat(
                        FoundIn.query(
                                "KL516",
                                "SigninLogs | sort by TimeGenerated asc\n| summarize n = count() by Location\n| extend s = row_cumsum(n)"))
                .containsExactly(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a+b*c?",
                "(?i)abc",
                "(?P<name>a)|(?<other>b)|(?:c)|(?i:d)",
                "[]a]",
                "[^]a]",
                "[[:alpha:]]+",
                "[(*+?]",
                "\\(\\)\\[\\*\\.\\-\\_\\/",
                "\\d{1,3}\\.\\w+\\b\\s\\S\\pL\\x41\\z",
                "^*a",
                "a{2,}",
                "(?i)^(a|b|)$",
                "\\Q(*\\E",
            })
    void aLegalPatternPasses(String pattern) {
        assertThat(RegexSyntax.fault(pattern)).as(pattern).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "(?=a), looks around",
        "(?<!a)b, looks around",
        "(a)\\1, refers back",
        "*.exe, repeats nothing",
        "a|+b, repeats nothing",
        "(a, nothing closes",
        "a), nothing opens",
        "[a, nothing closes",
        "a\\, ends in a backslash",
        "a\\Z, does not know",
        "(?>a), atomic",
    })
    void anIllegalPatternIsTold(String pattern, String words) {
        assertThat(RegexSyntax.fault(pattern)).get().asString().contains(words);
    }
}
