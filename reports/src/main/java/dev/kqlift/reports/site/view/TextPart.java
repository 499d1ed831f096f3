package dev.kqlift.reports.site.view;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a text of the rule's author.
 *
 * @param href the web address that it spells, if it is one
 */
public record TextPart(String text, @Nullable String href) implements View {}
