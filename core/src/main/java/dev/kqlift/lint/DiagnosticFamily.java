package dev.kqlift.lint;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.diagnostics.Severity;
import java.util.List;
import java.util.Optional;

/** The steps before lint as checks: each rule is read, parsed, and bound to names and types. */
enum DiagnosticFamily {
    KD(
            "file-and-document",
            LintCategory.METADATA,
            "What is wrong with a rule file as a file: its encoding, its format, its keys."),
    KS("syntax", LintCategory.NAMES, "Queries that do not parse."),
    KB(
            "names",
            LintCategory.NAMES,
            "Names that nobody declares: columns, tables, functions, and calls that do not fit them."),
    KT("types", LintCategory.NAMES, "Operators and functions that are given types which they do not take.");

    private final CheckInfo check;
    private final String description;

    DiagnosticFamily(String word, LintCategory category, String description) {
        this.description = description;
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

    /** The page of a step or of what it says, made of its own words; empty for other checks, whose pages are files. */
    static Optional<String> page(CheckInfo check) {
        for (DiagnosticFamily family : values()) {
            if (family.check.equals(check)) {
                return Optional.of(page(check, family.description));
            }
        }
        for (DiagnosticCode code : DiagnosticCode.values()) {
            if (code.name().equals(check.code())) {
                return Optional.of(page(check, code.title() + ".") + "\n## Why\n\n" + code.explanation() + "\n");
            }
        }
        return Optional.empty();
    }

    private static String page(CheckInfo check, String flags) {
        return "# " + check.code() + " " + check.name() + "\n\n## What it flags\n\n" + flags + "\n";
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
