package dev.kqlift.catalog;

import java.util.List;

/**
 * A word for a tactic that Microsoft Sentinel accepts in a rule.
 *
 * @param word {@code DefenseEvasion}
 * @param tactics the tactics of ATT&CK that it stands for, in either matrix
 * @param legacy true for a word that only older versions of the service accept
 */
public record SentinelTactic(String word, List<Tactic> tactics, boolean legacy) {
    public SentinelTactic {
        tactics = List.copyOf(tactics);
    }

    /** True where one of the technique's tactics, in its version, is one of the word's. */
    public boolean covers(Technique technique) {
        return coversAny(technique.tactics());
    }

    /** True for one of the word's tactics by short name. */
    public boolean covers(String shortName) {
        return tactics.stream().anyMatch(tactic -> tactic.shortName().equals(shortName));
    }

    private boolean coversAny(List<String> shortNames) {
        return shortNames.stream().anyMatch(this::covers);
    }
}
