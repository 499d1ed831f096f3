package dev.kqlift.corpus.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.corpus.facts.Samples;
import dev.kqlift.types.KqlType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CorpusDiffTest {
    private static final String RULE = """
            id: 7a0d1b3c-53d1-4f7e-8d53-1d6f6a2b9c01
            name: Share opened from a kiosk
            kind: Scheduled
            severity: Medium
            queryFrequency: 1h
            queryPeriod: 1h
            triggerOperator: gt
            triggerThreshold: 0
            tactics:
              - Collection
            query: |
              SecurityEvent
              | where EventID == 5140 and ShareName == "payroll"
              | project TimeGenerated, Computer, Account
            entityMappings:
              - entityType: Host
                fieldMappings:
                  - identifier: HostName
                    columnName: Computer
            """;

    private static PlacedRule rule(String path, String text) {
        return new PlacedRule(Samples.facts(path, text), path);
    }

    private static CorpusDiff diff(PlacedRule before, PlacedRule after) {
        return CorpusDiff.of(List.of(before), List.of(after));
    }

    private static RuleChange change(String before, String after) {
        CorpusDiff diff = diff(rule("a.yaml", before), rule("a.yaml", after));
        assertThat(diff.changed()).hasSize(1);
        return diff.changed().getFirst();
    }

    @Test
    void equalRulesDoNotDiffer() {
        CorpusDiff diff = diff(rule("a.yaml", RULE), rule("a.yaml", RULE.replace("\n", "\r\n")));

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.unchanged()).isEqualTo(1);
    }

    @Test
    void valuesFieldsTablesAndMappingsAreTold() {
        RuleChange change = change(
                RULE,
                RULE.replace("\"payroll\"", "\"wages\"")
                        .replace("Computer, Account", "Computer, Account = strlen(Account)")
                        .replace("HostName", "FullName")
                        .replace("SecurityEvent\n", "SecurityEvent\n  | union Event\n"));

        assertThat(change.inMeaning()).isTrue();
        assertThat(change.query()).isEqualTo(RuleChange.QueryChange.MEANING);
        assertThat(change.indicators().gained()).extracting(SoughtValue::value).containsExactly(Optional.of("wages"));
        assertThat(change.indicators().lost()).extracting(SoughtValue::value).containsExactly(Optional.of("payroll"));
        assertThat(change.tables()).isEqualTo(new Delta<>(List.of("Event"), List.of()));
        assertThat(change.retyped()).containsExactly(new FieldChange("Account", KqlType.STRING, KqlType.LONG));
        assertThat(change.mappings())
                .isEqualTo(new Delta<>(
                        List.of("entity Host.FullName = Computer"), List.of("entity Host.HostName = Computer")));
    }

    @Test
    void metadataThatMattersIsAChangeOfMeaningAndAnyOtherOfText() {
        RuleChange severity = change(RULE, RULE.replace("Medium", "High"));
        assertThat(severity.metadata()).containsExactly(new Change("severity", "Medium", "High", true));
        assertThat(severity.inMeaning()).isTrue();

        RuleChange words = change(RULE, RULE + "version: 1.0.1\ntags:\n  - night\n");
        assertThat(words.metadata())
                .containsExactly(new Change("version", "", "1.0.1", false), new Change("tags[0]", "", "night", false));
        assertThat(words.onlyInText()).isTrue();

        RuleChange resting = change(RULE, RULE + "suppressionEnabled: true\n");
        assertThat(resting.inMeaning()).isTrue();
    }

    @Test
    void spellingsOfOneValueAreNoChange() {
        String other = RULE.replace("queryFrequency: 1h", "queryFrequency: PT60M")
                .replace("triggerOperator: gt", "triggerOperator: GreaterThan");

        assertThat(diff(rule("a.yaml", RULE), rule("a.yaml", other)).isEmpty()).isTrue();
    }

    @Test
    void commentsAndLayoutOfTheQueryAreText() {
        RuleChange change = change(RULE, RULE.replace("| project", "// what the analyst needs\n  |   project"));

        assertThat(change.query()).isEqualTo(RuleChange.QueryChange.TEXT);
        assertThat(change.onlyInText()).isTrue();
    }

    @Test
    void queryThatCannotBeReadMayMeanAnything() {
        RuleChange change = change(RULE, RULE.replace("| project", "| where ("));

        assertThat(change.query()).isEqualTo(RuleChange.QueryChange.MEANING);
    }

    @Test
    void rulesAreMatchedByIdWhereverTheyWentAndWhateverTheyAreCalled() {
        RuleChange change = diff(rule("a.yaml", RULE), rule("b/c.yaml", RULE.replace("a kiosk", "the lobby")))
                .changed()
                .getFirst();

        assertThat(change.moved()).isTrue();
        assertThat(change.renamed()).isTrue();
        assertThat(change.inMeaning()).isFalse();
    }

    @Test
    void rulesWithoutIdAreMatchedByNameThenByPathThenByQuery() {
        String unnamed = "SecurityEvent | where EventID == 1102";
        CorpusDiff diff = CorpusDiff.of(
                List.of(
                        rule("one.kql", unnamed),
                        rule("two.kql", "SigninLogs | where ResultType == '50053'"),
                        rule("gone.kql", "AuditLogs | count")),
                List.of(
                        rule("x/two.kql", "SigninLogs | where ResultType == '50057'"),
                        rule("log-cleared.kql", unnamed),
                        rule("new.kql", "Heartbeat | count")));

        assertThat(diff.changed())
                .extracting(
                        change -> change.before().path() + " " + change.after().path())
                .containsExactly("two.kql x/two.kql", "one.kql log-cleared.kql");
        assertThat(diff.added()).extracting(PlacedRule::path).containsExactly("new.kql");
        assertThat(diff.removed()).extracting(PlacedRule::path).containsExactly("gone.kql");
    }

    @Test
    void copiesThatShareAnIdAreToldApart() {
        String other = RULE.replace("payroll", "plans");
        CorpusDiff diff = CorpusDiff.of(
                List.of(rule("a.yaml", RULE), rule("b.yaml", other)),
                List.of(rule("b.yaml", other), rule("a.yaml", RULE), rule("c.yaml", RULE)));

        assertThat(diff.unchanged()).isEqualTo(2);
        assertThat(diff.added()).extracting(PlacedRule::path).containsExactly("c.yaml");
        assertThat(diff.changed()).isEmpty();
    }
}
