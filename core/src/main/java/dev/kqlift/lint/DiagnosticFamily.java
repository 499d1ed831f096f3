package dev.kqlift.lint;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.diagnostics.Severity;
import java.util.List;
import java.util.Optional;

/** The steps before lint as checks: each rule is read, parsed, and bound to names and types. */
enum DiagnosticFamily {
    KD("file-and-document", LintCategory.METADATA),
    KS("syntax", LintCategory.NAMES),
    KB("names", LintCategory.NAMES),
    KT("types", LintCategory.NAMES);

    private final CheckInfo check;

    DiagnosticFamily(String word, LintCategory category) {
        this.check = new CheckInfo(name(), word, category, Severity.ERROR, true, List.of());
    }

    /** The family of a code by its two letters. */
    static Optional<DiagnosticFamily> of(String code) {
        for (DiagnosticFamily family : values()) {
            if (code.startsWith(family.name())) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }

    CheckInfo check() {
        return check;
    }

    /** Why the step was not made on a rule, or not on the whole of it. */
    Optional<String> obstacle(LintSubject subject) {
        boolean needsQuery = this != KD;
        boolean needsSyntax = this == KB || this == KT;
        if (needsQuery && subject.document().query().isEmpty()) {
            return Optional.of("the rule has no query");
        }
        if (needsSyntax && subject.syntax().isEmpty()) {
            return Optional.of("the query does not parse");
        }
        return this == KB
                ? subject.diagnostics().stream()
                        .filter(diagnostic -> isUnknown(diagnostic.code()))
                        .findFirst()
                        .map(Diagnostic::message)
                : Optional.empty();
    }

    /** What is not known is not checked. */
    static boolean isUnknown(DiagnosticCode code) {
        return code == DiagnosticCode.KB002 || code == DiagnosticCode.KB003 || code == DiagnosticCode.KB009;
    }
}
