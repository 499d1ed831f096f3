package dev.kqlift.reports.ruletest;

import dev.kqlift.ruletest.Trigger;

/** Whether a rule makes an alert, in words. */
final class TriggerText {
    private TriggerText() {}

    static String of(Trigger trigger) {
        return trigger.fires()
                ? "fires: rows " + trigger.condition()
                : "does not fire: not rows " + trigger.condition();
    }
}
