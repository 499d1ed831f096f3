package dev.kqlift.reports.site.view;

import java.util.List;

/** What rules look for in one field. */
public record FieldPage(String field, String lead, List<Value> values, Pager pager) implements View {
    public FieldPage {
        values = List.copyOf(values);
    }

    /**
     * A value and the rules that look for it.
     *
     * @param first the rules that are always shown
     * @param rest those behind the fold
     * @param more how many those are
     */
    public record Value(
            String anchor,
            String kind,
            String value,
            String rules,
            String files,
            List<Link> first,
            List<Link> rest,
            int more)
            implements View {
        public Value {
            first = List.copyOf(first);
            rest = List.copyOf(rest);
        }
    }
}
