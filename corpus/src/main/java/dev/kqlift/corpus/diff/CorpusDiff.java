package dev.kqlift.corpus.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two corpora.
 *
 * @param added rules of the new side that the old one lacks, in its order
 * @param removed rules of the old side that the new one lacks, in its order
 * @param changed rules of both that differ, in the order of the new side
 * @param unchanged how many rules of both do not differ
 */
public record CorpusDiff(List<PlacedRule> added, List<PlacedRule> removed, List<RuleChange> changed, int unchanged) {
    public CorpusDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /** Compares two sides: rules are matched by id, then by name, then by path, then by query. */
    public static CorpusDiff of(List<PlacedRule> before, List<PlacedRule> after) {
        RuleMatching matching = RuleMatching.of(before, after);
        List<RuleChange> changed = new ArrayList<>();
        int unchanged = 0;
        for (RuleMatching.Pair pair : matching.pairs()) {
            RuleChange change = RuleComparison.compare(pair.before(), pair.after());
            if (change.any()) {
                changed.add(change);
            } else {
                unchanged++;
            }
        }
        return new CorpusDiff(matching.added(), matching.removed(), changed, unchanged);
    }

    /** True where nothing differs. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
}
