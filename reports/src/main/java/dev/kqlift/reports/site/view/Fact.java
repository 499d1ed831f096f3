package dev.kqlift.reports.site.view;

/** A label and what it stands for. */
public record Fact(String label, String value) implements View {}
