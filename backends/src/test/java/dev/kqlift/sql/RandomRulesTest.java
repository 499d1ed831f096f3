package dev.kqlift.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.generation.Sample;
import dev.kqlift.generation.Shrinker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Random rules over random rows, in the reference evaluator and in the target. What is called exact gives the same rows.
 *
 * <p>{@code -Drandom.rules=50000 -Drandom.seed=1} tries more of them.
 */
final class RandomRulesTest {
    private static final int RULES = Integer.getInteger("random.rules", 2_000);
    private static final long SEED = Long.getLong("random.seed", 20_240_229L);
    private static final int MOST_DIFFERENT = Integer.getInteger("random.most", 5);
    private static final int TRIES = 3_000;

    @Test
    void whatIsCalledExactGivesTheRowsOfTheReference() {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> different = new ArrayList<>();
        RandomRules rules = new RandomRules();
        try (DuckDb database = new DuckDb()) {
            EngineComparison engines = new EngineComparison(database);
            for (long seed = SEED; seed < SEED + RULES && different.size() < MOST_DIFFERENT; seed++) {
                Sample sample = rules.wildSample(seed);
                boolean conditional = false;
                EngineComparison.Outcome outcome = engines.compare(sample);
                if (outcome instanceof EngineComparison.Outcome.Assuming) {
                    conditional = true;
                    sample = rules.calmSample(seed);
                    outcome = engines.compare(sample);
                }
                counts.merge(
                        outcome.getClass().getSimpleName() + (conditional ? " under conditions" : ""), 1, Integer::sum);
                if (outcome instanceof EngineComparison.Outcome.Different) {
                    different.add("seed " + seed + "\n" + smallest(engines, sample, UnaryOperator.identity()));
                }
            }
        }
        System.out.println("Random rules: " + counts);
        assertThat(different).as("called exact and not").isEmpty();
        assertThat(counts.getOrDefault("Same", 0)).isGreaterThan(RULES / 10);
    }

    @Test
    void whatDifferedOnceDiffersNoMore() throws IOException {
        List<String> different = new ArrayList<>();
        int read = 0;
        try (DuckDb database = new DuckDb();
                InputStream found = Objects.requireNonNull(getClass().getResourceAsStream("/random/found.kql"))) {
            EngineComparison engines = new EngineComparison(database);
            for (String text : new String(found.readAllBytes(), StandardCharsets.UTF_8).split("// -+\n")) {
                if (!text.isBlank()) {
                    read++;
                    Sample sample = Sample.read(text);
                    if (engines.compare(sample) instanceof EngineComparison.Outcome.Different(String how)) {
                        different.add(text + how);
                    }
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(read).isGreaterThan(10);
    }

    @Test
    void queriesThatCarryTheirRowsGiveTheRowsOfTheReference() {
        List<String> different = new ArrayList<>();
        int same = 0;
        RandomRules rules = new RandomRules();
        try (DuckDb database = new DuckDb()) {
            EngineComparison engines = new EngineComparison(database);
            for (long seed = SEED; seed < SEED + RULES / 4 && different.size() < MOST_DIFFERENT; seed++) {
                Sample sample = rules.carriedSample(seed);
                // The backend checks its conditions on the rows that the query carries.
                EngineComparison.Outcome outcome = engines.compare(sample.carried());
                same += outcome instanceof EngineComparison.Outcome.Same ? 1 : 0;
                if (outcome instanceof EngineComparison.Outcome.Different) {
                    different.add("seed " + seed + ", carried\n" + smallest(engines, sample, Sample::carried));
                }
            }
        }
        assertThat(different).as("called exact and not").isEmpty();
        assertThat(same).isGreaterThan(RULES / 40);
    }

    private static String smallest(EngineComparison engines, Sample sample, UnaryOperator<Sample> form) {
        Sample small = new Shrinker(
                        candidate ->
                                engines.compare(form.apply(candidate)) instanceof EngineComparison.Outcome.Different,
                        TRIES)
                .shrink(sample);
        EngineComparison.Outcome outcome = engines.compare(form.apply(small));
        return small.text() + (outcome instanceof EngineComparison.Outcome.Different(String how) ? how : "");
    }
}
