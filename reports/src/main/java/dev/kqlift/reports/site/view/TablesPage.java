package dev.kqlift.reports.site.view;

import java.util.List;

/** The tables that rules read. */
public record TablesPage(String lead, List<Row> tables, Pager pager) implements View {
    public TablesPage {
        tables = List.copyOf(tables);
    }

    /** A table. */
    public record Row(String name, String href, String rules, boolean known) implements View {}
}
