package dev.kqlift.document;

import java.util.Locale;

/** What a rule file is, by the table of inputs that count as rules. */
public enum RuleKind {
    /** A Sentinel scheduled analytics rule in YAML. */
    SCHEDULED,
    /** A Sentinel near-real-time analytics rule in YAML. */
    NRT,
    /** A Sentinel hunting query in YAML. */
    HUNTING,
    /** An analytics rule inside ARM template JSON. */
    ARM,
    /** A Defender XDR custom detection, JSON or YAML. */
    DEFENDER,
    /** A bare query: a query file, or a fenced block of a Markdown file. */
    QUERY;

    /** The word of the machine formats. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
