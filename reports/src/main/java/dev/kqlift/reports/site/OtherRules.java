package dev.kqlift.reports.site;

import dev.kqlift.analysis.IndicatorKind;
import dev.kqlift.corpus.facts.IndicatorFact;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.source.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many rules other than one look for a value, negated or not. Copies of a rule, which have its GUID, are the rule itself:
 * the count is that of {@code inspect --corpus}.
 */
final class OtherRules {
    private static final int GUID_LENGTH = 36;

    private final Map<Sought, Set<String>> seekers = new HashMap<>();
    private final Map<String, List<String>> copies = new HashMap<>();

    private record Sought(String field, IndicatorKind kind, String value) {}

    OtherRules(List<RuleFacts> rules, List<IndicatorFact> indicators) {
        for (RuleFacts rule : rules) {
            guid(rule)
                    .ifPresent(guid -> copies.computeIfAbsent(guid, key -> new ArrayList<>())
                            .add(rule.slug()));
        }
        for (IndicatorFact fact : indicators) {
            Set<String> slugs = seekers.computeIfAbsent(
                    new Sought(fact.field(), fact.kind(), fact.value()), key -> new HashSet<>());
            fact.rules().forEach(rule -> slugs.add(rule.slug()));
        }
    }

    int count(RuleFacts rule, String field, IndicatorKind kind, String value) {
        Set<String> slugs = seekers.getOrDefault(new Sought(field, kind, value), Set.of());
        List<String> own = guid(rule).map(copies::get).orElse(List.of(rule.slug()));
        return slugs.size() - (int) own.stream().filter(slugs::contains).count();
    }

    /** Only a GUID is an identity: names and template expressions of unrelated rules are often the same. */
    private static Optional<String> guid(RuleFacts rule) {
        return rule.document()
                .metadata()
                .id()
                .map(Located::value)
                .map(id -> id.strip().toLowerCase(Locale.ROOT))
                .filter(id -> id.length() == GUID_LENGTH && id.charAt(8) == '-' && id.charAt(23) == '-');
    }
}
