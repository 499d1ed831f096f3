package dev.kqlift.document;

import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What a custom detection of Defender XDR says besides its query and the keys that all rules share, as written.
 *
 * @param impactedAssets the assets that an alert is about
 * @param period {@code schedule.period}, the older way to say how often the rule runs
 * @param frequency {@code schedule.frequency}, the newer one
 * @param lookback {@code schedule.lookback}
 * @param organizationalScope the devices that the rule is about, where it is not about all
 */
public record DefenderSettings(
        List<ImpactedAsset> impactedAssets,
        Optional<Located<String>> period,
        Optional<Located<String>> frequency,
        Optional<Located<String>> lookback,
        Optional<OrganizationalScope> organizationalScope) {
    public DefenderSettings {
        impactedAssets = List.copyOf(impactedAssets);
    }

    /**
     * One of {@code impactedAssets}.
     *
     * @param type its {@code @odata.type}
     * @param identifier the word for the column that names it
     * @param place its first key
     */
    public record ImpactedAsset(Optional<Located<String>> type, Optional<Located<String>> identifier, Span place) {}

    /**
     * @param type {@code scopeType}
     * @param names {@code scopeNames}
     */
    public record OrganizationalScope(Optional<Located<String>> type, List<Located<String>> names) {
        public OrganizationalScope {
            names = List.copyOf(names);
        }
    }
}
