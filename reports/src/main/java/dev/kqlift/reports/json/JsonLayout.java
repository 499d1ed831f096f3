package dev.kqlift.reports.json;

/** How the objects of an output stand together. */
public enum JsonLayout {
    /** JSON Lines: one object a line. */
    LINES,
    /** One JSON array, one object a line. */
    ARRAY
}
