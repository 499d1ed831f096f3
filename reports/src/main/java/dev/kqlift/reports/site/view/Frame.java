package dev.kqlift.reports.site.view;

import java.util.List;

/**
 * What stands around every page.
 *
 * @param title the page's title
 * @param root the way to the root of the site
 * @param tabs the parts of the site
 * @param summary what the site is made of
 */
public record Frame(String title, String root, List<Tab> tabs, String summary) implements View {
    public Frame {
        tabs = List.copyOf(tabs);
    }

    /**
     * A part of the site.
     *
     * @param current true for the part that the page is in
     */
    public record Tab(String text, String href, boolean current) implements View {}
}
