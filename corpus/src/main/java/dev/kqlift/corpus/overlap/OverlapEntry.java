package dev.kqlift.corpus.overlap;

import java.util.List;

/**
 * A row and the rules that it counts.
 *
 * @param row the row
 * @param rules their numbers, ascending
 */
public record OverlapEntry(OverlapRow row, List<Integer> rules) {
    public OverlapEntry {
        rules = List.copyOf(rules);
    }
}
