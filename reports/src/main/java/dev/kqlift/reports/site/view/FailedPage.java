package dev.kqlift.reports.site.view;

/** Stands in the place of a page that could not be made, which is our error. */
public record FailedPage(String title, String reason) implements View {}
