package dev.kqlift.reports.site.view;

import freemarker.core.TemplateHTMLOutputModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one code.
 *
 * @param explanation the page of the code; absent behind the first page
 */
public record FindingsPage(
        String code,
        String name,
        String lead,
        @Nullable TemplateHTMLOutputModel explanation,
        List<Row> findings,
        Pager pager)
        implements View {
    public FindingsPage {
        findings = List.copyOf(findings);
    }

    /** A finding. */
    public record Row(Link rule, String place, Badge severity, List<Inline> message) implements View {
        public Row {
            message = List.copyOf(message);
        }
    }
}
