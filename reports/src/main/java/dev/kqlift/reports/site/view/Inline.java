package dev.kqlift.reports.site.view;

/**
 * A piece of a message.
 *
 * @param code true for code, which messages put between back quotes
 */
public record Inline(String text, boolean code) implements View {}
