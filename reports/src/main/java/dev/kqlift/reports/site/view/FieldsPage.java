package dev.kqlift.reports.site.view;

import java.util.List;

/**
 * The fields that rules test.
 *
 * @param shared the values that most rules look for; on the first page only
 */
public record FieldsPage(String lead, List<Shared> shared, List<Field> fields, Pager pager) implements View {
    public FieldsPage {
        shared = List.copyOf(shared);
        fields = List.copyOf(fields);
    }

    /** A field. */
    public record Field(String name, String href, String values, String rules) implements View {}

    /** A value that many rules look for. */
    public record Shared(String field, String kind, String value, String href, String rules) implements View {}
}
