package dev.kqlift.corpus.diff;

import dev.kqlift.source.Located;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * Finds the rules of two sides that are one rule. The surest sign comes first, and a sign counts only where it tells one rule
 * of each side from all others that are still alone: copies that share an id are told apart by name and path.
 */
final class RuleMatching {
    private final List<PlacedRule> before;
    private final List<PlacedRule> after;
    /** For each rule of the new side the place of its match on the old one, or below zero. */
    private final int[] matches;

    private final boolean[] taken;

    private RuleMatching(List<PlacedRule> before, List<PlacedRule> after) {
        this.before = before;
        this.after = after;
        this.matches = new int[after.size()];
        this.taken = new boolean[before.size()];
        Arrays.fill(matches, -1);
    }

    /** A rule of each side. */
    record Pair(PlacedRule before, PlacedRule after) {}

    static RuleMatching of(List<PlacedRule> before, List<PlacedRule> after) {
        RuleMatching matching = new RuleMatching(before, after);
        matching.inOrder(rule -> id(rule).map(id -> join(id, name(rule), rule.path())));
        matching.alone(rule -> id(rule).map(id -> join(id, name(rule))));
        matching.alone(rule -> id(rule).map(id -> join(id, rule.path())));
        matching.alone(RuleMatching::id);
        matching.inOrder(rule -> rule.rule().fingerprint().map(print -> join(name(rule), rule.path(), print)));
        matching.inOrder(rule -> Optional.of(join(name(rule), rule.path())));
        matching.alone(rule -> Optional.of(name(rule)));
        matching.alone(rule -> rule.rule().fingerprint().map(print -> join(rule.path(), print)));
        matching.alone(rule -> Optional.of(rule.path()));
        matching.alone(rule -> rule.rule().fingerprint());
        return matching;
    }

    private static Optional<String> id(PlacedRule rule) {
        return rule.rule()
                .document()
                .metadata()
                .id()
                .map(Located::value)
                .map(id -> id.strip().toLowerCase(Locale.ROOT))
                .filter(id -> !id.isEmpty());
    }

    private static String name(PlacedRule rule) {
        return rule.rule().title();
    }

    private static String join(String... parts) {
        return String.join("\n", parts);
    }

    /** Matches rules that alone have a key on their side. */
    private void alone(Function<PlacedRule, Optional<String>> key) {
        Map<String, List<Integer>> old = keyed(before, key, i -> taken[i]);
        keyed(after, key, i -> matches[i] >= 0).forEach((value, places) -> {
            List<Integer> others = old.getOrDefault(value, List.of());
            if (places.size() == 1 && others.size() == 1) {
                match(others.getFirst(), places.getFirst());
            }
        });
    }

    /** Matches rules that have a key, the first with the first and so on: nothing else tells them apart. */
    private void inOrder(Function<PlacedRule, Optional<String>> key) {
        Map<String, List<Integer>> old = keyed(before, key, i -> taken[i]);
        keyed(after, key, i -> matches[i] >= 0).forEach((value, places) -> {
            List<Integer> others = old.getOrDefault(value, List.of());
            for (int i = 0; i < Math.min(places.size(), others.size()); i++) {
                match(others.get(i), places.get(i));
            }
        });
    }

    private void match(int old, int place) {
        matches[place] = old;
        taken[old] = true;
    }

    private static Map<String, List<Integer>> keyed(
            List<PlacedRule> rules, Function<PlacedRule, Optional<String>> key, IntPredicate done) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            if (!done.test(i)) {
                Optional<String> value = key.apply(rules.get(i));
                if (value.isPresent()) {
                    places.computeIfAbsent(value.get(), any -> new ArrayList<>())
                            .add(i);
                }
            }
        }
        return places;
    }

    /** The matches in the order of the new side. */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < matches.length; i++) {
            if (matches[i] >= 0) {
                pairs.add(new Pair(before.get(matches[i]), after.get(i)));
            }
        }
        return pairs;
    }

    List<PlacedRule> added() {
        List<PlacedRule> added = new ArrayList<>();
        for (int i = 0; i < matches.length; i++) {
            if (matches[i] < 0) {
                added.add(after.get(i));
            }
        }
        return added;
    }

    List<PlacedRule> removed() {
        List<PlacedRule> removed = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                removed.add(before.get(i));
            }
        }
        return removed;
    }
}
