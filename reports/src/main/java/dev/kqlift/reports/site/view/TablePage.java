package dev.kqlift.reports.site.view;

import java.util.List;

/**
 * A table.
 *
 * @param lead how many rules read it, and whether its columns are known
 * @param columns its columns that rules test, with the number of rules
 * @param rows the rules that read it
 */
public record TablePage(String name, String lead, List<Fact> columns, List<RuleRow> rows, Pager pager) implements View {
    public TablePage {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
