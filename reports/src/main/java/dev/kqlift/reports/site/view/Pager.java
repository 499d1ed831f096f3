package dev.kqlift.reports.site.view;

import org.jspecify.annotations.Nullable;

/**
 * The place of a page among its siblings.
 *
 * @param summary which of how many; absent where there is one page
 * @param previous the page before, if there is one
 * @param next the page behind, if there is one
 */
public record Pager(
        @Nullable String summary,
        @Nullable String previous,
        @Nullable String next) implements View {}
