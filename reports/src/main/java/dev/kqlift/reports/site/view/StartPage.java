package dev.kqlift.reports.site.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first page.
 *
 * @param rows the first rules, for readers without JavaScript
 * @param all the first page of the list of all rules
 * @param shown how many of how many are shown
 */
public record StartPage(List<Figure> figures, List<TargetBar> targets, List<RuleRow> rows, String all, String shown)
        implements View {
    public StartPage {
        figures = List.copyOf(figures);
        targets = List.copyOf(targets);
        rows = List.copyOf(rows);
    }

    /** A number and what it counts. */
    public record Figure(
            String label, String value, @Nullable String href, String look) implements View {}
}
