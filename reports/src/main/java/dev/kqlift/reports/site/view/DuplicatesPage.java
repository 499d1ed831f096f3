package dev.kqlift.reports.site.view;

import java.util.List;

/** Groups of rules whose queries are equal but for layout and comments. */
public record DuplicatesPage(String lead, List<Group> groups, Pager pager) implements View {
    public DuplicatesPage {
        groups = List.copyOf(groups);
    }

    /** Rules with one query. */
    public record Group(String title, List<RuleRow> rows) implements View {
        public Group {
            rows = List.copyOf(rows);
        }
    }
}
