package dev.kqlift.lint;

import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.Decoder;
import dev.kqlift.document.ReadOutcome;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.RuleLinter;
import dev.kqlift.engine.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Checks texts of rule files for tests. */
public final class LintedText {
    private static final Workspace WORKSPACE = Workspace.builtIn();
    private static final RuleCompiler COMPILER = new RuleCompiler(WORKSPACE);

    private LintedText() {}

    /** What one check finds in a file, the file's rules in order. */
    static List<LintOutcome> only(String code, String name, String text) {
        return lint(name, text, Linter.only(code, LintSettings.DEFAULT));
    }

    /** What all checks that are on by default find. */
    static List<LintOutcome> all(String name, String text) {
        return lint(name, text, Linter.of(LintSettings.DEFAULT));
    }

    private static List<LintOutcome> lint(String name, String text, Linter linter) {
        RuleLinter rules = new RuleLinter(WORKSPACE, linter);
        return compile(name, text).stream().map(rules::lint).toList();
    }

    static List<AnalyzedRule> compile(String name, String text) {
        SourceFile file = decode(name, text);
        return switch (RuleFiles.read(file)) {
            case ReadOutcome.Rules(var documents) ->
                documents.stream()
                        .flatMap(document -> COMPILER.compile(document).stream())
                        .toList();
            case ReadOutcome.PassedOver passedOver -> throw new AssertionError(passedOver);
        };
    }

    static SourceFile decode(String name, String text) {
        return switch (Decoder.decode(name, text.getBytes(StandardCharsets.UTF_8))) {
            case DecodeOutcome.Decoded(SourceFile decoded) -> decoded;
            case DecodeOutcome.Refused refused -> throw new AssertionError(refused);
        };
    }

    /** The findings of a code as the lines that they stand in. */
    static List<Integer> lines(String code, String text, List<LintOutcome> outcomes) {
        SourceFile file = decode("lines", text);
        return outcomes.stream()
                .flatMap(outcome -> outcome.findings().stream())
                .filter(finding -> finding.check().code().equals(code))
                .map(finding -> file.text().position(finding.span().start()).line())
                .distinct()
                .sorted()
                .toList();
    }

    /** The text after all fixes of a code, safe or not. */
    static String fixed(String code, String text, List<LintOutcome> outcomes) {
        List<TextEdit> edits = new ArrayList<>();
        for (LintOutcome outcome : outcomes) {
            for (Finding finding : outcome.findings()) {
                if (finding.check().code().equals(code)) {
                    finding.fix().ifPresent(fix -> edits.addAll(fix.edits()));
                }
            }
        }
        edits.sort(
                Comparator.comparingInt((TextEdit edit) -> edit.span().start()).reversed());
        StringBuilder out = new StringBuilder(text);
        for (TextEdit edit : edits) {
            out.replace(edit.span().start(), edit.span().end(), edit.replacement());
        }
        return out.toString();
    }
}
