package dev.kqlift.reports.site.view;

import java.util.List;

/** A technique and the rules that state it or one of its sub-techniques. */
public record TechniquePage(String id, String name, String lead, List<Group> groups) implements View {
    public TechniquePage {
        groups = List.copyOf(groups);
    }

    /** The rules that state one id. */
    public record Group(String anchor, String title, List<RuleRow> rows) implements View {
        public Group {
            rows = List.copyOf(rows);
        }
    }
}
