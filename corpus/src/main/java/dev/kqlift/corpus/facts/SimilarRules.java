package dev.kqlift.corpus.facts;

import dev.kqlift.analysis.IndicatorKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds for each rule those that look for the same specific things. Equality and membership of one value are one thing;
 * what many rules look for, what is left out, and comparisons of numbers tell nothing of what a rule is about.
 */
final class SimilarRules {
    private static final int MOST = 10;
    private static final double LEAST_SCORE = 0.05;
    /** A value that more than one in so many rules look for is not specific; in small corpora, more than so few. */
    private static final int COMMON_PART = 50;

    private static final int COMMON_LEAST = 3;

    private final List<RuleFacts> rules;
    /** The things that each rule looks for, ascending. */
    private final List<List<Integer>> sought = new ArrayList<>();
    /** The rules that look for each thing, ascending. */
    private final List<List<Integer>> seekers = new ArrayList<>();

    private final List<IndicatorFact> facts = new ArrayList<>();
    private double[] weights = new double[0];

    private SimilarRules(List<RuleFacts> rules) {
        this.rules = rules;
    }

    /**
     * The similar rules of each rule, in the order of the rules.
     *
     * @param places for each indicator the places of its rules in {@code rules}, ascending
     */
    static List<List<SimilarRule>> of(
            List<RuleFacts> rules, List<IndicatorFact> indicators, List<List<Integer>> places) {
        SimilarRules similar = new SimilarRules(rules);
        similar.index(indicators, places);
        List<List<SimilarRule>> found = new ArrayList<>(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            found.add(similar.of(i));
        }
        return found;
    }

    private void index(List<IndicatorFact> indicators, List<List<Integer>> places) {
        Map<Thing, Integer> things = new LinkedHashMap<>();
        for (int i = 0; i < indicators.size(); i++) {
            IndicatorFact indicator = indicators.get(i);
            if (!isSpecific(indicator)) {
                continue;
            }
            Thing thing = new Thing(indicator.field(), family(indicator.kind()), indicator.value());
            int number = things.computeIfAbsent(thing, key -> {
                facts.add(indicator);
                seekers.add(new ArrayList<>());
                return seekers.size() - 1;
            });
            merge(places.get(i), seekers.get(number));
        }
        int most = Math.max(COMMON_LEAST, rules.size() / COMMON_PART);
        for (int i = 0; i < rules.size(); i++) {
            sought.add(new ArrayList<>());
        }
        weights = new double[seekers.size()];
        for (int thing = 0; thing < weights.length; thing++) {
            List<Integer> own = seekers.get(thing);
            if (own.size() <= most) {
                weights[thing] = Math.log(1.0 + (double) rules.size() / own.size());
                for (int rule : own) {
                    sought.get(rule).add(thing);
                }
            }
        }
    }

    private record Thing(String field, IndicatorKind family, String value) {}

    private static void merge(List<Integer> more, List<Integer> numbers) {
        if (numbers.isEmpty()) {
            numbers.addAll(more);
            return;
        }
        List<Integer> all = Stream.concat(numbers.stream(), more.stream())
                .sorted()
                .distinct()
                .toList();
        numbers.clear();
        numbers.addAll(all);
    }

    private static IndicatorKind family(IndicatorKind kind) {
        return kind == IndicatorKind.IN ? IndicatorKind.EQ : kind;
    }

    private static boolean isSpecific(IndicatorFact indicator) {
        return !indicator.negated()
                && !indicator.value().isBlank()
                && switch (indicator.kind()) {
                    case EQ, IN, MATCH, CONTAINS, STARTS_WITH, ENDS_WITH, REGEX_MATCH, CIDR_MATCH -> true;
                    case NE, GT, GE, LT, LE, BETWEEN, IS_NULL, IS_NOT_NULL, IS_TRUE -> false;
                };
    }

    private List<SimilarRule> of(int rule) {
        Map<Integer, List<Integer>> shared = new LinkedHashMap<>();
        for (int thing : sought.get(rule)) {
            for (int other : seekers.get(thing)) {
                if (other != rule) {
                    shared.computeIfAbsent(other, key -> new ArrayList<>()).add(thing);
                }
            }
        }
        List<Candidate> candidates = new ArrayList<>(shared.size());
        shared.forEach((other, things) -> {
            double common = weight(things);
            double score = common / (weight(sought.get(rule)) + weight(sought.get(other)) - common);
            if (score >= LEAST_SCORE) {
                candidates.add(new Candidate(other, Math.min(1, score), things));
            }
        });
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparingInt(Candidate::rule));
        return candidates.stream().limit(MOST).map(this::fact).toList();
    }

    private record Candidate(int rule, double score, List<Integer> things) {}

    private double weight(List<Integer> things) {
        double sum = 0;
        for (int thing : things) {
            sum += weights[thing];
        }
        return sum;
    }

    private SimilarRule fact(Candidate candidate) {
        List<IndicatorFact> shared = candidate.things().stream()
                .sorted(Comparator.comparingDouble((Integer thing) -> weights[thing])
                        .reversed()
                        .thenComparingInt(thing -> thing))
                .map(facts::get)
                .toList();
        return new SimilarRule(rules.get(candidate.rule()), candidate.score(), shared);
    }
}
