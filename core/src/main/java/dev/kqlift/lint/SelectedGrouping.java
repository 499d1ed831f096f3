package dev.kqlift.lint;

import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.IncidentSettings;
import dev.kqlift.document.RuleDocument;
import java.util.Optional;

/** The grouping of a rule whose alerts are grouped by what it selects. */
final class SelectedGrouping {
    static final String METHOD = "Selected";

    private SelectedGrouping() {}

    /** Empty for grouping by another method, and where a template expression hides what is selected. */
    static Optional<IncidentSettings.Grouping> of(RuleDocument document, RuleContext context) {
        if (RuleKeys.ofAnalyticsRule(document, context).isEmpty()) {
            return Optional.empty();
        }
        AlertSettings settings = AlertSettings.read(document);
        Optional<IncidentSettings.Grouping> grouping = settings.incident()
                .flatMap(IncidentSettings::grouping)
                .filter(found -> found.matchingMethod()
                        .filter(method -> method.value().equals(METHOD))
                        .isPresent());
        if (grouping.isPresent() && !settings.unread().isEmpty()) {
            context.notChecked("the settings of alerts have template expressions");
            return Optional.empty();
        }
        return grouping;
    }
}
