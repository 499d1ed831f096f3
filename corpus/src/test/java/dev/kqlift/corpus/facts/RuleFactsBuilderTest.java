package dev.kqlift.corpus.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RuleFactsBuilderTest {
    private static final String RULE = """
            id: 2b0e3b5c-6a55-4d4c-9a0e-5a9c2c1f7b01
            name: Sign-in by an emergency account
            kind: Scheduled
            severity: High
            tactics:
              - InitialAccess
              - Impact
            relevantTechniques:
              - T1078.004
              - T9999
            query: |
              SigninLogs
              | project TimeGenerated, Account = UserPrincipalName, IPAddress
            entityMappings:
              - entityType: Account
                fieldMappings:
                  - identifier: FullName
                    columnName: Account
                  - identifier: AadUserId
                    columnName: UserId
            customDetails:
              Where: IPAddress
            alertDetailsOverride:
              alertDisplayNameFormat: "Used by {{Account}} from {{Country}}"
            """;

    @Test
    void mappingsSayWhetherTheQueryReturnsTheColumn() {
        assertThat(mappings(Samples.facts("rule.yaml", RULE)))
                .containsExactly(
                        "ENTITY Account FullName Account YES",
                        "ENTITY Account AadUserId UserId NO",
                        "CUSTOM_DETAIL Where  IPAddress YES",
                        "ALERT_DETAIL alertDisplayNameFormat  Account YES",
                        "ALERT_DETAIL alertDisplayNameFormat  Country NO");
    }

    @Test
    void columnOfATableThatNobodyKnowsIsNotChecked() {
        String open = RULE.replace("SigninLogs", "Contoso_CL")
                .replace("| project TimeGenerated, Account = UserPrincipalName, IPAddress", "");
        assertThat(Samples.facts("rule.yaml", open).mappings())
                .extracting(MappingFact::holds)
                .containsOnly(MappingFact.Holds.NOT_CHECKED);
        String broken = RULE.replace("| project", "| where (");
        assertThat(Samples.facts("rule.yaml", broken).mappings())
                .extracting(MappingFact::holds)
                .containsOnly(MappingFact.Holds.NOT_CHECKED);
    }

    @Test
    void assetsOfADefenderRuleAreCheckedByTheColumnsThatTheyStandFor() {
        String rule = """
                displayName: Tool copied
                queryCondition:
                  queryText: DeviceFileEvents | project Timestamp, DeviceId, ReportId
                detectionAction:
                  alertTemplate:
                    title: Tool copied
                    impactedAssets:
                      - "@odata.type": "#microsoft.graph.security.impactedDeviceAsset"
                        identifier: deviceId
                      - "@odata.type": "#microsoft.graph.security.impactedDeviceAsset"
                        identifier: deviceName
                """;
        assertThat(mappings(Samples.facts("rule.yaml", rule)))
                .containsExactly(
                        "ENTITY impactedDeviceAsset deviceId DeviceId YES",
                        "ENTITY impactedDeviceAsset deviceName DeviceName NO");
    }

    @Test
    void techniquesStandUnderTheirTacticsWithNames() {
        assertThat(Samples.facts("rule.yaml", RULE).attack())
                .containsExactly(
                        new AttackFact(
                                "InitialAccess", "Initial Access", "T1078.004", "Valid Accounts: Cloud Accounts"),
                        new AttackFact("Impact", "Impact", "", ""),
                        new AttackFact("", "", "T9999", ""));
    }

    @Test
    void fingerprintSeesNeitherCommentsNorLayoutButEveryWord() {
        RuleFacts plain = Samples.query("a.kql", "SigninLogs | where ResultType == '50126' | count");
        RuleFacts spaced = Samples.query(
                "b.kql", "// refused", "SigninLogs", "| where ResultType  ==  \"50126\" // wrong password", "| count");
        RuleFacts other = Samples.query("c.kql", "SigninLogs | where ResultType == '50127' | count");

        assertThat(spaced.fingerprint()).isEqualTo(plain.fingerprint()).isPresent();
        assertThat(other.fingerprint()).isPresent().isNotEqualTo(plain.fingerprint());
        assertThat(Samples.query("d.kql", "SigninLogs | where (").fingerprint()).isEmpty();
    }

    @Test
    void titleIsTheNameOrElseTheFile() {
        assertThat(Samples.facts("rules/rule.yaml", RULE).title()).isEqualTo("Sign-in by an emergency account");
        assertThat(Samples.query("rules/quiet.night.kql", "SigninLogs").title()).isEqualTo("quiet.night");
    }

    private static List<String> mappings(RuleFacts facts) {
        return facts.mappings().stream()
                .map(fact -> String.join(
                        " ",
                        fact.use().name(),
                        fact.group(),
                        fact.name(),
                        fact.column(),
                        fact.holds().name()))
                .toList();
    }
}
