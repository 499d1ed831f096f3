package dev.kqlift.lint;

import dev.kqlift.document.RuleKind;

/** Kinds of rule that live side by side in one place of a service, so that two of them can be in each other's way. */
enum RuleFamily {
    ANALYTICS,
    HUNTING,
    DETECTION,
    BARE;

    static RuleFamily of(RuleKind kind) {
        return switch (kind) {
            case SCHEDULED, NRT, ARM -> ANALYTICS;
            case HUNTING -> HUNTING;
            case DEFENDER -> DETECTION;
            case QUERY -> BARE;
        };
    }
}
