package dev.kqlift.reports.site;

import dev.kqlift.analysis.IndicatorKind;
import dev.kqlift.corpus.facts.MappingFact;
import dev.kqlift.corpus.facts.TuningKnob;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.reports.site.view.Badge;
import dev.kqlift.translation.Fidelity;
import java.util.Locale;
import java.util.Set;

/** Enums as words and colours for people. */
final class Words {
    private static final Set<String> RULE_SEVERITIES = Set.of("high", "medium", "low", "informational");

    private Words() {}

    static Badge severity(Severity severity) {
        return new Badge(severity.word(), "is-" + severity.word());
    }

    static String sign(Severity severity) {
        return switch (severity) {
            case ERROR -> "✕";
            case WARNING -> "▲";
            case NOTE -> "●";
        };
    }

    /** The severity that a rule states, coloured where it is one that the services know. */
    static Badge ruleSeverity(String stated) {
        String lower = stated.toLowerCase(Locale.ROOT);
        return new Badge(stated, RULE_SEVERITIES.contains(lower) ? "sev-" + lower : "sev-other");
    }

    static Badge fidelity(Fidelity fidelity) {
        return new Badge(fidelity.word(), "fid-" + fidelity.word());
    }

    static String promise(Fidelity fidelity) {
        return switch (fidelity) {
            case EXACT -> "On every input it returns the rows that the KQL returns, field mapping aside.";
            case APPROXIMATE -> "It returns the same rows or groups; some computed values may differ.";
            case WIDER -> "It returns those rows and maybe more: it may raise extra alerts.";
            case NARROWER -> "It returns only some of those rows: it may miss.";
            case UNSUPPORTED -> "Nothing is emitted for this target.";
        };
    }

    static String kind(IndicatorKind kind, boolean negated) {
        return negated ? "not " + kind.word() : kind.word();
    }

    static String use(MappingFact.Use use) {
        return switch (use) {
            case ENTITY -> "Entity";
            case CUSTOM_DETAIL -> "Custom detail";
            case ALERT_DETAIL -> "Alert detail";
        };
    }

    static Badge holds(MappingFact.Holds holds) {
        return switch (holds) {
            case YES -> new Badge("yes", "is-yes");
            case NO -> new Badge("no", "is-error");
            case NOT_CHECKED -> new Badge("not checked", "is-open");
        };
    }

    static String knob(TuningKnob.Kind kind) {
        return switch (kind) {
            case THRESHOLD -> "threshold";
            case WINDOW -> "window";
            case ALLOW_LIST -> "allow list";
            case WATCH_LIST -> "watch list";
            case PARAMETER -> "parameter";
        };
    }
}
