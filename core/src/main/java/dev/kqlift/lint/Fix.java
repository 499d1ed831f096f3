package dev.kqlift.lint;

import java.util.List;

/**
 * How a finding can be mended.
 *
 * @param title what the fix does, as an order: "replace `makeset` by `make_set`"
 * @param edits changes of the rule file that do not overlap, in its order
 */
public record Fix(Applicability applicability, String title, List<TextEdit> edits) {
    public Fix {
        edits = List.copyOf(edits);
    }
}
