package dev.kqlift.corpus.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TuningKnobsTest {
    @Test
    void countsThatAreComparedWithNumbersAreThresholds() {
        assertThat(knobs(
                        "SigninLogs",
                        "| summarize Failed = countif(ResultType != '0'), dcount(IPAddress) by UserPrincipalName",
                        "| extend PerAddress = Failed / dcount_IPAddress",
                        "| where Failed > 10 and 3 <= dcount_IPAddress",
                        "| where PerAddress between (2 .. 5)"))
                .containsExactly(
                        "THRESHOLD Failed = 10 @4",
                        "THRESHOLD dcount_IPAddress = 3 @4",
                        "THRESHOLD PerAddress = 2 @5",
                        "THRESHOLD PerAddress = 5 @5");
    }

    @Test
    void numbersOfTheEventItselfAreNoThresholds() {
        assertThat(knobs("SecurityEvent", "| where EventID == 4625 and LogonType >= 3"))
                .isEmpty();
    }

    @Test
    void letThatIsComparedIsAThresholdAndAnyOtherNumberAParameter() {
        assertThat(knobs(
                        "let limit = 5;",
                        "let wanted = 10;",
                        "SigninLogs",
                        "| summarize Failed = count() by UserPrincipalName",
                        "| where Failed >= limit",
                        "| top wanted by Failed"))
                .containsExactly("THRESHOLD limit = 5 @0", "PARAMETER wanted = 10 @0");
    }

    @Test
    void lengthsOfTimeAreWindowsNamedAfterWhatUsesThem() {
        assertThat(knobs(
                        "let lookback = 14d;",
                        "let from = ago(2h);",
                        "SigninLogs",
                        "| where TimeGenerated between (ago(lookback) .. ago(1d))",
                        "| where TimeGenerated > from and TimeGenerated < now() - 5m",
                        "| summarize count() by bin(TimeGenerated, 10m)"))
                .containsExactly(
                        "WINDOW lookback = 14d @0",
                        "WINDOW from = 2h @0",
                        "WINDOW ago = 1d @2",
                        "WINDOW now = 5m @3",
                        "WINDOW bin = 10m @4");
    }

    @Test
    void lengthOfTimeThatIsDividedByIsAUnitAndNoneAtAllASign() {
        assertThat(knobs(
                        "SigninLogs",
                        "| extend Minutes = (now() - TimeGenerated) / 1m",
                        "| where now() - TimeGenerated > 0s"))
                .isEmpty();
    }

    @Test
    void listsThatAreLeftOutAreAllowListsHoweverTheNegationIsWritten() {
        assertThat(knobs(
                        "let known = dynamic(['scanner', 'backup']);",
                        "let mine = datatable(Name:string)['a', 'b'];",
                        "SigninLogs",
                        "| where UserPrincipalName !in~ ('svc-a@contoso.example', 'svc-b@contoso.example')",
                        "| where not(AppDisplayName has_any (known) or UserAgent contains 'curl')",
                        "| where IPAddress !startswith '10.' and UserDisplayName !in (mine)"))
                .containsExactly(
                        "ALLOW_LIST known = dynamic(['scanner', 'backup']) @0",
                        "ALLOW_LIST mine = datatable(Name:string)['a', 'b'] @0",
                        "ALLOW_LIST UserPrincipalName = 'svc-a@contoso.example', 'svc-b@contoso.example' @2",
                        "ALLOW_LIST UserAgent = 'curl' @3",
                        "ALLOW_LIST IPAddress = '10.' @4");
    }

    @Test
    void doubleNegationIsNone() {
        assertThat(knobs("SigninLogs", "| where not(not(UserAgent has 'curl')) and not(IPAddress !startswith '10.')"))
                .isEmpty();
    }

    @Test
    void listsThatAreLookedForAreWatchListsAndOneValueAloneIsNone() {
        assertThat(knobs(
                        "let tools = dynamic(['one.exe', 'two.exe']);",
                        "DeviceProcessEvents",
                        "| where FileName in~ (tools)",
                        "| where ProcessCommandLine has_any ('-enc', '-e') and ActionType in ('ProcessCreated')"))
                .containsExactly(
                        "WATCH_LIST tools = dynamic(['one.exe', 'two.exe']) @0",
                        "WATCH_LIST ProcessCommandLine = '-enc', '-e' @3");
    }

    @Test
    void textsAndSwitchesAreParameters() {
        assertThat(knobs(
                        "let prefix = 'adm-';",
                        "let strict = true;",
                        "SigninLogs | where UserPrincipalName startswith prefix and strict"))
                .containsExactly("PARAMETER prefix = 'adm-' @0", "PARAMETER strict = true @0");
    }

    @Test
    void placesPointIntoTheRuleFile() {
        String yaml = """
                id: 7f1c5f0e-2f7e-4c4e-9d3f-0d7f3a1f6a11
                name: Many failures
                kind: Scheduled
                query: |
                  SigninLogs
                  | summarize Failed = count() by UserPrincipalName
                  | where Failed > 25
                """;
        TuningKnob knob = Samples.facts("many.yaml", yaml).knobs().getFirst();

        assertThat(yaml.substring(knob.span().start(), knob.span().end())).isEqualTo("25");
    }

    private static List<String> knobs(String... lines) {
        return Samples.query("sample.kql", lines).knobs().stream()
                .map(knob -> knob.kind() + " " + knob.name() + " = " + knob.value() + " @" + knob.stage())
                .toList();
    }
}
