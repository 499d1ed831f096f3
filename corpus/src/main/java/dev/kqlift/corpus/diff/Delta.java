package dev.kqlift.corpus.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came and what went. Equal values count: of two that were and one that is, one went.
 *
 * @param gained in the order of the new rule
 * @param lost in the order of the old rule
 */
public record Delta<T>(List<T> gained, List<T> lost) {
    public Delta {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }

    static <T> Delta<T> of(List<T> before, List<T> after) {
        return new Delta<>(without(after, before), without(before, after));
    }

    private static <T> List<T> without(List<T> values, List<T> others) {
        Map<T, Integer> left = new LinkedHashMap<>();
        others.forEach(other -> left.merge(other, 1, Integer::sum));
        List<T> rest = new ArrayList<>();
        for (T value : values) {
            if (left.merge(value, -1, Integer::sum) < 0) {
                rest.add(value);
            }
        }
        return rest;
    }

    /** True where nothing came and nothing went. */
    public boolean isEmpty() {
        return gained.isEmpty() && lost.isEmpty();
    }
}
