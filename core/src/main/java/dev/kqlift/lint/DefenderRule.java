package dev.kqlift.lint;

import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.DefenderSettings;
import dev.kqlift.document.RuleDocument;
import java.util.Optional;

/** What a custom detection of Defender XDR says besides its query. */
final class DefenderRule {
    private DefenderRule() {}

    /** Empty where the file is broken, which is said. */
    static Optional<DefenderSettings> of(RuleDocument document, RuleContext context) {
        return RuleKeys.of(document, context)
                .flatMap(keys -> AlertSettings.read(document).defender());
    }
}
