package dev.kqlift.sigma;

import java.util.List;

/**
 * A detection in Sigma's two levels: named selections, and a condition over their names.
 *
 * @param selections in the order of the condition
 * @param condition the condition's text
 */
public record SigmaDetection(List<Selection> selections, String condition) {
    public SigmaDetection {
        selections = List.copyOf(selections);
    }

    /**
     * A named selection.
     *
     * @param alternatives one of them must match; in each, all items must
     */
    public record Selection(String name, List<List<SigmaPredicate.Item>> alternatives) {
        public Selection {
            alternatives = alternatives.stream().map(List::copyOf).toList();
        }
    }
}
