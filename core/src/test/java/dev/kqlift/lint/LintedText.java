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
import java.util.Optional;

/** Checks texts of rule files for tests. */
public final class LintedText {
    private static final Workspace WORKSPACE = Workspace.builtIn();
    private static final RuleCompiler COMPILER = new RuleCompiler(WORKSPACE);

    private LintedText() {}

    /** A rule file. */
    record File(String name, String text) {}

    /** What one check finds in a file, the file's rules in order. */
    static List<LintOutcome> only(String code, String name, String text) {
        return only(code, List.of(new File(name, text))).getFirst();
    }

    /** What one check finds in the files of one run, file by file. */
    static List<List<LintOutcome>> only(String code, List<File> files) {
        // What comments take back is known only when all checks are made.
        boolean ofComments = code.startsWith("KL0");
        return run(files, ofComments ? Linter.of(LintSettings.DEFAULT) : Linter.only(code, LintSettings.DEFAULT));
    }

    /** What all checks that are on by default find. */
    static List<LintOutcome> all(String name, String text) {
        return run(List.of(new File(name, text)), Linter.of(LintSettings.DEFAULT))
                .getFirst();
    }

    static List<List<LintOutcome>> run(List<File> files, Linter linter) {
        RuleLinter rules = new RuleLinter(WORKSPACE, linter);
        LintSession session = rules.session();
        List<Integer> counts = new ArrayList<>();
        for (File file : files) {
            List<AnalyzedRule> compiled = compile(file.name(), file.text());
            counts.add(compiled.size());
            for (AnalyzedRule rule : compiled) {
                LintSubject subject = rules.subject(rule);
                session.add(subject, Optional.of(session.check(subject)));
            }
        }
        List<LintOutcome> outcomes =
                session.finish().stream().map(LintSession.Linted::outcome).toList();
        List<List<LintOutcome>> byFile = new ArrayList<>();
        int from = 0;
        for (int count : counts) {
            byFile.add(outcomes.subList(from, from + count));
            from += count;
        }
        return byFile;
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
