package dev.kqlift.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.AttackVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The version of ATT&CK that is asked for decides what is revoked, and is the one that findings name. */
final class AttackVersionTest {
    private static final String RULE = """
            id: 6c1c1f0a-9d39-4b9c-9d0a-2f6f8b6f7a01
            name: Log service stopped
            kind: NRT
            tactics:
              - DefenseEvasion
            relevantTechniques:
              - T1562.001
            query: SecurityEvent | where EventID == 1100
            """;

    @Test
    void aTechniqueIsRevokedOnlyInTheVersionThatRevokesIt() {
        assertThat(messages("KL403", AttackVersion.V19))
                .singleElement()
                .asString()
                .contains("T1562.001", "ATT&CK 19.1");
        assertThat(messages("KL403", AttackVersion.V18)).isEmpty();
    }

    @Test
    void theSplitOfATacticIsNewsOnlyAfterIt() {
        assertThat(messages("KL410", AttackVersion.V19)).hasSize(1);
        assertThat(messages("KL410", AttackVersion.V18)).isEmpty();
    }

    @Test
    void findingsNameTheVersionChosen() {
        String other = RULE.replace("T1562.001", "T1566");
        assertThat(messages("KL405", other, AttackVersion.V18))
                .singleElement()
                .asString()
                .endsWith("by ATT&CK 18.1");
        assertThat(messages("KL405", other, AttackVersion.V19))
                .singleElement()
                .asString()
                .endsWith("by ATT&CK 18.1 or 19.1");
    }

    private static List<String> messages(String code, AttackVersion version) {
        return messages(code, RULE, version);
    }

    private static List<String> messages(String code, String rule, AttackVersion version) {
        return LintedText.run(
                        List.of(new LintedText.File("rule.yaml", rule)), Linter.only(code, new LintSettings(version)))
                .getFirst()
                .stream()
                .flatMap(outcome -> outcome.findings().stream())
                .filter(finding -> finding.check().code().equals(code))
                .map(Finding::message)
                .toList();
    }
}
