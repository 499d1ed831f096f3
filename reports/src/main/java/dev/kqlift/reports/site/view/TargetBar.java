package dev.kqlift.reports.site.view;

import java.util.List;

/**
 * The translations to one target by fidelity, as a bar.
 *
 * @param parts in the order of the fidelities
 */
public record TargetBar(String target, String href, List<Part> parts) implements View {
    public TargetBar {
        parts = List.copyOf(parts);
    }

    /**
     * A piece of the bar.
     *
     * @param count how many translations, as text
     * @param start where the piece begins, of 1000
     * @param width how wide it is, of 1000
     */
    public record Part(String word, String look, String count, String href, int start, int width) implements View {}
}
