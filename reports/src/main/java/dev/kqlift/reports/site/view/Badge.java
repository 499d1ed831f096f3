package dev.kqlift.reports.site.view;

/**
 * A word in a coloured field.
 *
 * @param look the class of the style sheet
 */
public record Badge(String text, String look) implements View {}
