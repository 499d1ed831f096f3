package dev.kqlift.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules of one family that have something in common. Copies of a rule, which have its id, do not count.
 *
 * @param <T> what they may have in common
 */
final class AlikeRules<T> {
    private final Map<Key<T>, List<CorpusRule>> rules = new LinkedHashMap<>();

    private record Key<T>(RuleFamily family, T common) {}

    void add(T common, CorpusRule rule) {
        Key<T> key = new Key<>(RuleFamily.of(rule.document().kind()), common);
        rules.computeIfAbsent(key, any -> new ArrayList<>()).add(rule);
    }

    /**
     * Reports each rule that is not alone.
     *
     * @param noun what they have in common, as {@code name}
     */
    void report(String noun, String help) {
        for (List<CorpusRule> alike : rules.values()) {
            for (CorpusRule rule : alike) {
                List<CorpusRule> others = rule.others(alike).stream()
                        .filter(other -> !rule.isCopyOf(other))
                        .toList();
                if (!others.isEmpty()) {
                    String count = CorpusRule.count(others, "another rule", "other rules");
                    rule.report("the " + noun + " is that of " + count + " as well", others, "the same " + noun)
                            .help(help);
                }
            }
        }
    }
}
