package dev.kqlift.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.Technique.Status;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttackCatalogTest {
    private final AttackCatalog now = AttackCatalog.builtIn();
    private final AttackCatalog former = now.version(AttackVersion.V18);

    @Test
    void theNewestVersionHoldsWhereNoneIsChosen() {
        assertThat(now.version().number()).isEqualTo("19.1");
        assertThat(former.version().number()).isEqualTo("18.1");
        assertThat(AttackVersion.of("18")).contains(AttackVersion.V18);
        assertThat(AttackVersion.of("19.1")).contains(AttackVersion.V19);
        assertThat(AttackVersion.of("17.1")).isEmpty();
    }

    @Test
    void aSubTechniqueNamesItsTechnique() {
        Technique cloudAccounts = now.technique("T1078.004").orElseThrow();
        assertThat(cloudAccounts.name()).isEqualTo("Cloud Accounts");
        assertThat(cloudAccounts.parent()).contains("T1078");
        assertThat(cloudAccounts.status()).isEqualTo(Status.ACTIVE);
        assertThat(cloudAccounts.tactics()).contains("initial-access", "persistence", "stealth");
        assertThat(former.technique("T1078.004").orElseThrow().tactics()).contains("defense-evasion");
    }

    @Test
    void whatIsRevokedIsActiveInTheVersionBefore() {
        Technique revoked = now.technique("T1562.001").orElseThrow();
        assertThat(revoked.status()).isEqualTo(Status.REVOKED);
        assertThat(revoked.successor()).contains("T1685");
        assertThat(former.technique("T1562.001").orElseThrow().isActive()).isTrue();
        assertThat(former.technique("T1685")).isEmpty();
    }

    @Test
    void aSuccessorThatWasRevokedItselfIsFollowedToTheEnd() {
        assertThat(former.technique("T1089").orElseThrow().successor()).contains("T1562.001");
        assertThat(now.technique("T1089").orElseThrow().successor()).contains("T1685");
        for (Technique technique : now.techniques()) {
            technique
                    .successor()
                    .ifPresent(id -> assertThat(now.technique(id).orElseThrow().isActive())
                            .as(technique.id())
                            .isTrue());
        }
    }

    @Test
    void aTechniqueThatLeftDefenseEvasionStillTellsItsFormerTactics() {
        Technique elevation = now.technique("T1548").orElseThrow();
        assertThat(elevation.tactics()).containsExactly("privilege-escalation");
        assertThat(elevation.formerTactics()).contains("defense-evasion");
    }

    @Test
    void retiredCollectionsAndIdsFromBeforeSubTechniquesAreKnown() {
        Technique pre = now.technique("T1224").orElseThrow();
        assertThat(pre.matrix()).isEqualTo(AttackMatrix.PRE);
        assertThat(pre.status()).isEqualTo(Status.DEPRECATED);
        assertThat(now.technique("T1086").orElseThrow().successor()).contains("T1059.001");
        assertThat(now.technique("T1999")).isEmpty();
    }

    @Test
    void industrialTechniquesAreKnownWithWhatReplacesThem() {
        Technique command = now.technique("T0855").orElseThrow();
        assertThat(command.matrix()).isEqualTo(AttackMatrix.ICS);
        assertThat(command.successor()).contains("T1692.001");
        assertThat(now.technique("T1692.001").orElseThrow().parent()).contains("T1692");
        assertThat(former.technique("T0855").orElseThrow().isActive()).isTrue();
    }

    @Test
    void defenseEvasionStandsForBothTacticsThatItBecame() {
        SentinelTactic evasion = now.sentinelTactic("DefenseEvasion").orElseThrow();
        assertThat(evasion.tactics()).extracting(Tactic::id).contains("TA0005", "TA0112");
        assertThat(evasion.covers(now.technique("T1685").orElseThrow())).isTrue();
        assertThat(evasion.covers(now.technique("T1548").orElseThrow())).isFalse();
        SentinelTactic before = former.sentinelTactic("DefenseEvasion").orElseThrow();
        assertThat(before.tactics()).extracting(Tactic::id).contains("TA0005").doesNotContain("TA0112");
        assertThat(before.covers(former.technique("T1548").orElseThrow())).isTrue();
    }

    @Test
    void everyActiveTechniqueHasAWordInEachVersion() {
        for (AttackCatalog catalog : List.of(now, former)) {
            for (Technique technique : catalog.techniques()) {
                if (technique.isActive()) {
                    assertThat(catalog.wordsFor(technique)).as(technique.id()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void everyActiveTechniqueStandsUnderATacticOfItsVersion() {
        for (AttackCatalog catalog : List.of(now, former)) {
            long active =
                    catalog.techniques().stream().filter(Technique::isActive).count();
            long reached = catalog.tactics().stream()
                    .flatMap(tactic -> catalog.techniquesOf(tactic).stream())
                    .distinct()
                    .count();
            assertThat(reached).isEqualTo(active);
        }
    }

    @Test
    void tacticsComeInTheOrderOfTheMatrix() {
        assertThat(now.tactics(AttackMatrix.ENTERPRISE))
                .hasSize(15)
                .extracting(Tactic::shortName)
                .startsWith("reconnaissance", "resource-development", "initial-access")
                .endsWith("impact");
        assertThat(former.tactics(AttackMatrix.ENTERPRISE)).hasSize(14);
        assertThat(now.tactics(AttackMatrix.ICS)).hasSize(12);
        assertThat(now.tactic("initial-access").orElseThrow().id()).isEqualTo("TA0001");
        assertThat(now.tactic("TA0108").orElseThrow().matrix()).isEqualTo(AttackMatrix.ICS);
        assertThat(now.tactic("defense-evasion")).isEmpty();
    }

    @Test
    void wordsOfSentinelAreExact() {
        assertThat(now.sentinelTactics()).hasSize(17);
        assertThat(now.sentinelTactic("PreAttack").orElseThrow().legacy()).isTrue();
        assertThat(now.sentinelTactic("initialaccess")).isEmpty();
        assertThat(now.sentinelTactic("ImpairProcessControl").orElseThrow().tactics())
                .extracting(Tactic::id)
                .containsExactly("TA0106");
    }

    @Test
    void aWordThatIsNotAcceptedLeadsToTheOneThatWasMeant() {
        assertThat(now.nearestSentinelTactic("Initial Access")).contains("InitialAccess");
        assertThat(now.nearestSentinelTactic("defense-evasion")).contains("DefenseEvasion");
        assertThat(now.nearestSentinelTactic("Stealth")).contains("DefenseEvasion");
        assertThat(now.nearestSentinelTactic("TA0008")).contains("LateralMovement");
        assertThat(now.nearestSentinelTactic("Persistance")).contains("Persistence");
        assertThat(now.nearestSentinelTactic("Bananas")).isEqualTo(Optional.empty());
    }

    @Test
    void theVersionIsToldWithItsSource() {
        assertThat(CatalogVersions.lines()).anyMatch(line -> line.startsWith("ATT&CK 19.1 2026-06 ("));
    }
}
