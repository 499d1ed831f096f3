package dev.kqlift.lint;

import java.util.Locale;

/** What a check is about. The hundreds of the codes follow the categories. */
public enum LintCategory {
    /** KL0xx: the checks themselves. */
    LINT("About the lint itself"),
    /** KL1xx. */
    METADATA("File and metadata"),
    /** KL2xx. */
    SCHEDULE("Schedule and time"),
    /** KL3xx. */
    OUTPUT("Entities, custom details and alert details against the query's output"),
    /** KL4xx. */
    ATTACK("ATT&CK"),
    /** KL5xx. */
    NAMES("Query: parsing and names"),
    /** KL6xx. */
    MEANING("Query: does it mean what it says"),
    /** KL7xx. */
    COST("Query: cost"),
    /** KL8xx. */
    CORPUS("Over the corpus"),
    /** KL9xx. */
    DEFENDER("Defender XDR custom detections");

    private final String title;

    LintCategory(String title) {
        this.title = title;
    }

    /** The heading of the category on pages. */
    public String title() {
        return title;
    }

    /** The word of configuration files and machine formats. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
