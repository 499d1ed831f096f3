package dev.kqlift.reports.site.view;

import org.jspecify.annotations.Nullable;

/**
 * A line of a rule file with a piece of it marked.
 *
 * @param line its number
 * @param href its place in the listing of the page; absent where the listing does not have it
 */
public record Excerpt(String line, @Nullable String href, String before, String marked, String after) implements View {}
