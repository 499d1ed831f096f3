package dev.kqlift.reports.site.view;

import freemarker.core.TemplateHTMLOutputModel;
import java.util.List;

/**
 * A line of a listing.
 *
 * @param number the line of the rule file; empty where the line before stands on the same one
 * @param anchor the line's anchor on its page
 * @param code the line with its tokens marked
 * @param markers what points at the line
 */
public record CodeLine(String number, String anchor, TemplateHTMLOutputModel code, List<Marker> markers)
        implements View {
    public CodeLine {
        markers = List.copyOf(markers);
    }

    /**
     * A sign beside a line.
     *
     * @param look the class of the style sheet
     * @param sign one character
     * @param text what it says
     * @param href where that is explained
     */
    public record Marker(String look, String sign, String text, String href) implements View {}
}
