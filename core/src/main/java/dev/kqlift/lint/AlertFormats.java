package dev.kqlift.lint;

import dev.kqlift.document.AlertFormat;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.RuleDocument;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The texts with placeholders that a rule gives its alerts. */
final class AlertFormats {
    private AlertFormats() {}

    /** The name's, then the description's. */
    static List<AlertFormat> of(RuleDocument document, RuleContext context) {
        if (RuleKeys.ofAnalyticsRule(document, context).isEmpty()) {
            return List.of();
        }
        Optional<AlertSettings.AlertDetails> details =
                AlertSettings.read(document).alertDetails();
        return Stream.concat(
                        details.flatMap(AlertSettings.AlertDetails::displayNameFormat).stream(),
                        details.flatMap(AlertSettings.AlertDetails::descriptionFormat).stream())
                .toList();
    }
}
