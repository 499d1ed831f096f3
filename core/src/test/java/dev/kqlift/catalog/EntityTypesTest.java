package dev.kqlift.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntityTypesTest {
    private final EntityTypes types = EntityTypes.builtIn();

    @Test
    void oneOfSeveralIdentifiersIsEnough() {
        EntityType account = types.type("Account").orElseThrow();
        assertThat(account.satisfied(Set.of("Name"))).isTrue();
        assertThat(account.satisfied(Set.of("AadUserId", "DisplayName"))).isTrue();
        assertThat(account.satisfied(Set.of("UPNSuffix", "DisplayName"))).isFalse();
        assertThat(account.satisfied(Set.of())).isFalse();
    }

    @Test
    void aFileHashNeedsBothOfItsIdentifiers() {
        EntityType hash = types.type("FileHash").orElseThrow();
        assertThat(hash.satisfied(Set.of("Algorithm", "Value"))).isTrue();
        assertThat(hash.satisfied(Set.of("Value"))).isFalse();
    }

    @Test
    void aNameAloneIsWeakAndWithItsDomainStrong() {
        EntityType account = types.type("Account").orElseThrow();
        assertThat(account.isStrong(Set.of("Name"))).isFalse();
        assertThat(account.isStrong(Set.of("Name", "UPNSuffix"))).isTrue();
        EntityType host = types.type("Host").orElseThrow();
        assertThat(host.isStrong(Set.of("HostName"))).isFalse();
        assertThat(host.isStrong(Set.of("HostName", "DnsDomain"))).isTrue();
        EntityType process = types.type("Process").orElseThrow();
        assertThat(process.isStrong(Set.of("ProcessId", "CreationTimeUtc"))).isFalse();
    }

    @Test
    void namesAreExactAndTheNearestIsOffered() {
        assertThat(types.type("account")).isEmpty();
        assertThat(types.nearest("account")).contains("Account");
        assertThat(types.nearest("Url")).contains("URL");
        assertThat(types.nearest("Filehash")).contains("FileHash");
        assertThat(types.nearest("IPAddress")).contains("IP");
        assertThat(types.nearest("DNS resolution")).contains("DNS");
        assertThat(types.nearest("Registry keys")).contains("RegistryKey");
        assertThat(types.nearest("Acount")).contains("Account");
        assertThat(types.nearest("Vehicle")).isEmpty();
        assertThat(types.type("IP").orElseThrow().has("IpAddress")).isFalse();
        assertThat(types.type("Account").orElseThrow().nearestIdentifier("AadUserID"))
                .contains("AadUserId");
    }

    @Test
    void everyAlternativeIsMadeOfTheTypesOwnIdentifiers() {
        assertThat(types.types()).hasSize(19);
        for (EntityType type : types.types()) {
            assertThat(type.requirement()).as(type.name()).isNotEmpty();
            assertThat(type.strong().size() + type.weak().size())
                    .as(type.name())
                    .isPositive();
            for (List<List<String>> part : List.of(type.requirement(), type.strong(), type.weak())) {
                for (List<String> alternative : part) {
                    assertThat(type.identifiers()).containsAll(alternative);
                }
            }
        }
    }

    @Test
    void assetsOfDefenderAreKnownByTypeAndIdentifier() {
        DefenderAssets assets = DefenderAssets.builtIn();
        assertThat(assets.asset("#microsoft.graph.security.impactedDeviceAsset", "deviceId")
                        .orElseThrow()
                        .columns())
                .containsExactly("DeviceId");
        assertThat(assets.asset("impactedUserAsset", "deviceId")).isEmpty();
        assertThat(assets.asset("impactedMailboxAsset", "recipientEmailAddress")
                        .orElseThrow()
                        .kind())
                .isEqualTo("mailbox");
        assertThat(assets.nearest("impactedUserAsset", "accountUPN")).contains("accountUpn");
        assertThat(assets.identifiers("impactedDiskAsset")).isEmpty();
        assertThat(assets.assets()).hasSize(32);
    }
}
