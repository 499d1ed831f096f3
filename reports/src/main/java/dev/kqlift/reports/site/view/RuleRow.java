package dev.kqlift.reports.site.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule in a list.
 *
 * @param place its file and line
 * @param severity as the rule states it
 * @param techniques the ids that the rule states
 * @param tables the tables that it reads
 * @param counts the numbers of its findings by severity, as far as there are any
 */
public record RuleRow(
        String title,
        String href,
        String place,
        @Nullable Badge severity,
        String kind,
        List<String> techniques,
        List<String> tables,
        List<Badge> counts)
        implements View {
    public RuleRow {
        techniques = List.copyOf(techniques);
        tables = List.copyOf(tables);
        counts = List.copyOf(counts);
    }
}
