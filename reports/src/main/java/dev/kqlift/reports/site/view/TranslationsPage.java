package dev.kqlift.reports.site.view;

import java.util.List;

/**
 * The translations of all rules.
 *
 * @param reasons the notes of the translations by target and code, most frequent first
 */
public record TranslationsPage(String lead, List<TargetBar> targets, List<Fact> promises, List<Reason> reasons)
        implements View {
    public TranslationsPage {
        targets = List.copyOf(targets);
        promises = List.copyOf(promises);
        reasons = List.copyOf(reasons);
    }

    /** How many translations to a target carry a note of a code and effect. */
    public record Reason(String target, String code, String title, Badge effect, String rules) implements View {}
}
