package dev.kqlift.reports.site.view;

/** A text that leads to a page of the site. */
public record Link(String text, String href) implements View {}
