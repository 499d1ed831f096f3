package dev.kqlift.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the checks of windows and of cost must not take for a mistake. */
final class QueryTimeAndCostChecksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SigninLogs | where TimeGenerated > ago(1d)",
                "SigninLogs | where TimeGenerated < ago(14d)",
                "SigninLogs | where CreatedDateTime > ago(14d)",
                "SigninLogs | summarize TimeGenerated = max(TimeGenerated) by Type | where TimeGenerated > ago(14d)",
                "SigninLogs | where TimeGenerated > now(-12h)",
            })
    void aWindowInsideThePeriodPasses(String query) {
        assertThat(FoundIn.scheduled("KL251", "1h", "1d", query)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "let back = 7d; SigninLogs | where TimeGenerated > ago(back * 2)",
                "let start = ago(7d); SigninLogs | where TimeGenerated between (start .. now())",
                "SigninLogs | where ago(1d + 1h) < TimeGenerated",
                "SigninLogs | where TimeGenerated > now() - 2d",
                "union SigninLogs, AuditLogs | where TimeGenerated > ago(2d)",
            })
    void aWindowIsFollowedThroughLetsAndSums(String query) {
        assertThat(FoundIn.scheduled("KL251", "1h", "1d", query)).containsExactly(6);
    }

    @Test
    void aRuleWithoutAReadablePeriodIsNotChecked() {
        String rule = "name: Sample\nkind: Scheduled\nqueryFrequency: 1h\nqueryPeriod: soon\nquery: |\n  SigninLogs\n";
        for (String code : new String[] {"KL251", "KL252", "KL253", "KL254"}) {
            assertThat(FoundIn.notChecked(code, "rule.yaml", rule)).as(code).hasSize(1);
        }
    }

    @Test
    void aPeriodIsReadInTheSpellingOfTemplates() {
        assertThat(FoundIn.scheduled("KL251", "PT1H", "P1D", "SigninLogs | where TimeGenerated > ago(2d)"))
                .containsExactly(6);
    }

    @Test
    void oneSourceWithoutAWindowUsesTheWholePeriod() {
        assertThat(FoundIn.scheduled(
                        "KL252",
                        "1h",
                        "7d",
                        "SigninLogs | where TimeGenerated > ago(1h) | join kind=leftanti AuditLogs on CorrelationId"))
                .isEmpty();
    }

    @Test
    void aNarrowBinOrOneThatCountsNothingPasses() {
        assertThat(FoundIn.scheduled("KL254", "1h", "1d", "SigninLogs | summarize count() by bin(TimeGenerated, 1h)"))
                .isEmpty();
        assertThat(FoundIn.scheduled("KL254", "1h", "1h", "SigninLogs | summarize by Type, bin(TimeGenerated, 1h)"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SigninLogs | where TimeGenerated between (ago(7d) .. ago(1d))",
                "SigninLogs | where TimeGenerated between (ago(1d) .. 7d)",
                "SigninLogs | where TimeGenerated between (ago(1d) .. datetime(2020-01-01))",
                "SigninLogs | where TimeGenerated > ago(1d) and CreatedDateTime < ago(7d)",
                "SigninLogs | where TimeGenerated > ago(1d) or TimeGenerated < ago(7d)",
                "SigninLogs | where TimeGenerated !between (ago(1d) .. ago(7d))",
            })
    void aWindowThatCanHoldRowsPasses(String query) {
        assertThat(FoundIn.query("KL256", query)).isEmpty();
    }

    @Test
    void aReversedWindowOfTwoComparisonsIsTold() {
        assertThat(FoundIn.query("KL256", "SigninLogs | where TimeGenerated > ago(1d) and ago(7d) >= TimeGenerated"))
                .containsExactly(1);
    }

    @Test
    void datesOfOtherColumnsAreNoWindow() {
        assertThat(FoundIn.scheduled("KL258", "1h", "1h", "SigninLogs | where CreatedDateTime > datetime(2024-01-01)"))
                .isEmpty();
    }

    @Test
    void aDailyRuleMayBeginWithTheDay() {
        assertThat(FoundIn.scheduled("KL260", "1d", "1d", "SigninLogs | where TimeGenerated >= startofday(now())"))
                .isEmpty();
    }

    @Test
    void textThatIsNoTermNeedsContains() {
        assertThat(FoundIn.query("KL701", "SigninLogs | where UserAgent contains \"a-b\""))
                .isEmpty();
        assertThat(FoundIn.query("KL701", "SigninLogs | where UserAgent has \"curl\""))
                .isEmpty();
    }

    @Test
    void theFixOfAChangedCaseTakesTheCallAway() {
        assertThat(FoundIn.fixed("KL702", "rule.kql", "SigninLogs | where toupper( Location ) !in (\"US\", \"GB\")"))
                .isEqualTo("SigninLogs | where Location !in~ (\"US\", \"GB\")");
        assertThat(FoundIn.query("KL702", "SigninLogs | where tolower(Location) == \"US\""))
                .isEmpty();
    }

    @Test
    void twoTestsAreNoListYet() {
        assertThat(FoundIn.query("KL703", "SigninLogs | where Location == \"US\" or Location == \"GB\""))
                .isEmpty();
    }

    @Test
    void innerUniqueIsNotFilteredBefore() {
        assertThat(FoundIn.query(
                        "KL704",
                        "SigninLogs | join kind=innerunique AuditLogs on CorrelationId | where Location == \"US\""))
                .isEmpty();
    }

    @Test
    void aTimeThatTheQueryMakesIsNoTimeOfATable() {
        assertThat(FoundIn.query(
                        "KL705",
                        "SigninLogs | make-series n = count() on TimeGenerated from ago(7d) to now() step 1h by Location"
                                + " | mv-expand TimeGenerated to typeof(datetime) | where TimeGenerated > ago(1d)"))
                .isEmpty();
    }

    @Test
    void aMaterializedOrCheapTableMayBeReadTwice() {
        assertThat(
                        FoundIn.query(
                                "KL707",
                                "let a = materialize(SigninLogs | summarize by Identity);\nlet b = SigninLogs | where Location == \"US\";\nunion a, a, b, b"))
                .isEmpty();
    }

    @Test
    void aLazyStarIsNoLooseEnd() {
        assertThat(
                        FoundIn.query(
                                "KL715",
                                "SigninLogs | where UserAgent matches regex @\".*?a\" or UserAgent matches regex @\"[a-z]\\.*\""))
                .isEmpty();
    }
}
