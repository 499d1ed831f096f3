package dev.kqlift.reports.site.view;

import java.util.List;

/** A page of a list of rules. */
public record RuleListPage(String title, String lead, List<RuleRow> rows, Pager pager) implements View {
    public RuleListPage {
        rows = List.copyOf(rows);
    }
}
