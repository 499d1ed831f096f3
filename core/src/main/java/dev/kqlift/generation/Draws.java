package dev.kqlift.generation;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Choices out of a seed. The same seed gives the same choices on every machine. */
final class Draws {
    private final RandomGenerator random;

    Draws(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** From zero up to, not including, the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From the least to the most, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** True once in so many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T of(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** One of the keys, as often as its weight says. */
    <T> T weighted(Map<T, Integer> weights) {
        int total = weights.values().stream().mapToInt(Integer::intValue).sum();
        int left = random.nextInt(total);
        for (Map.Entry<T, Integer> entry : weights.entrySet()) {
            left -= entry.getValue();
            if (left < 0) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("no weights");
    }
}
