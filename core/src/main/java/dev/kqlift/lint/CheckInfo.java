package dev.kqlift.lint;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import java.util.List;
import java.util.Locale;

/**
 * A check as users see it: a lint rule, or a diagnostic of the steps before.
 *
 * @param code the stable code
 * @param name what is found, in words with hyphens
 * @param category what it is about
 * @param severity its severity unless a configuration says otherwise
 * @param enabled whether it runs unless a configuration says otherwise
 * @param kinds the kinds of rule that it is for; empty for all
 */
public record CheckInfo(
        String code, String name, LintCategory category, Severity severity, boolean enabled, List<RuleKind> kinds) {
    public CheckInfo {
        kinds = List.copyOf(kinds);
    }

    static CheckInfo of(RuleInfo info) {
        return new CheckInfo(
                info.code(), info.name(), info.category(), info.severity(), info.enabled(), List.of(info.kinds()));
    }

    /** The check that a diagnostic of reading, parsing or binding stands for. */
    public static CheckInfo of(DiagnosticCode code) {
        String words = code.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        LintCategory category = code.name().startsWith("KD") ? LintCategory.METADATA : LintCategory.NAMES;
        return new CheckInfo(code.name(), words, category, code.severity(), true, List.of());
    }

    /** True for what reading, parsing and binding a rule can say; other codes are of configurations and translations. */
    static boolean isReported(DiagnosticCode code) {
        String family = code.name().substring(0, 2);
        boolean config = code.name().startsWith("KD02");
        return !config && DiagnosticFamily.of(family).isPresent();
    }

    /** True when the check is for rules of this kind. */
    public boolean appliesTo(RuleKind kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }
}
