package dev.kqlift.engine;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.ReadOutcome;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.SourceFile;
import dev.kqlift.lint.Finding;
import dev.kqlift.lint.LintSession;
import dev.kqlift.lint.LintSession.Linted;
import dev.kqlift.lint.LintSubject;
import dev.kqlift.lint.SafeFixes;
import dev.kqlift.source.Position;
import dev.kqlift.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Applies the safe fixes of a rule file, round by round until none is left. Immutable and safe for threads. */
public final class FileFixer {
    /** Each fix makes the file better by its own check; what still goes on after so many rounds goes in circles. */
    private static final int MOST_ROUNDS = 10;

    private final RuleCompiler compiler;
    private final RuleLinter linter;
    private final UnaryOperator<List<Linted>> wanted;

    /** @param wanted leaves out of the outcomes of a file what is not to be mended */
    public FileFixer(RuleCompiler compiler, RuleLinter linter, UnaryOperator<List<Linted>> wanted) {
        this.compiler = compiler;
        this.linter = linter;
        this.wanted = wanted;
    }

    /** What became of a file. */
    public sealed interface Outcome {
        /**
         * The file has fixes, if {@code applied} is not empty.
         *
         * @param text the text with the fixes
         */
        record Fixed(String text, List<Applied> applied) implements Outcome {
            public Fixed {
                applied = List.copyOf(applied);
            }
        }

        /**
         * The fixes would change what a rule returns, so that the file is left as it is.
         *
         * @param reason a plain sentence for people
         */
        record Refused(String reason) implements Outcome {}
    }

    /**
     * A fix that was applied.
     *
     * @param place where in the text that was fixed
     */
    public record Applied(Finding finding, Position place) {}

    /** Fixes a file as far as it can be. */
    public Outcome fix(SourceFile file) {
        SourceFile current = file;
        List<AnalyzedRule> rules = rules(current);
        List<Applied> applied = new ArrayList<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            SafeFixes fixes = SafeFixes.of(wanted.apply(lint(rules)));
            if (fixes.findings().isEmpty()) {
                break;
            }
            SourceText text = current.text();
            SourceFile next = new SourceFile(file.path(), SourceText.of(fixes.apply(text.text())), file.diagnostics());
            List<AnalyzedRule> after = rules(next);
            Optional<String> obstacle = obstacle(rules, after);
            if (obstacle.isPresent()) {
                return new Outcome.Refused(obstacle.get());
            }
            for (Finding finding : fixes.findings()) {
                applied.add(new Applied(finding, text.position(finding.span().start())));
            }
            current = next;
            rules = after;
        }
        return new Outcome.Fixed(current.text().text(), applied);
    }

    private List<AnalyzedRule> rules(SourceFile file) {
        return switch (RuleFiles.read(file)) {
            case ReadOutcome.PassedOver ignored -> List.of();
            case ReadOutcome.Rules(var documents) ->
                documents.stream()
                        .flatMap(document -> compiler.compile(document).stream())
                        .toList();
        };
    }

    private List<Linted> lint(List<AnalyzedRule> rules) {
        LintSession session = linter.session();
        for (AnalyzedRule rule : rules) {
            LintSubject subject = linter.subject(rule);
            session.add(subject, Optional.of(session.check(subject)));
        }
        return session.finish();
    }

    /** Why the rules after are no mended form of the rules before. */
    private static Optional<String> obstacle(List<AnalyzedRule> before, List<AnalyzedRule> after) {
        if (before.size() != after.size()) {
            return Optional.of("with its fixes the file holds other rules");
        }
        for (int i = 0; i < before.size(); i++) {
            AnalyzedRule old = before.get(i);
            AnalyzedRule mended = after.get(i);
            if (errors(mended) > errors(old)
                    || old.syntax().isPresent() && mended.syntax().isEmpty()) {
                return Optional.of("with its fixes a query has errors that it has not now");
            }
            // The output of a query with errors is a guess, which the fix of an error makes better.
            if (errors(old) == 0 && !returnsTheSame(old, mended)) {
                return Optional.of("with its fixes a query returns other columns");
            }
        }
        return Optional.empty();
    }

    private static long errors(AnalyzedRule rule) {
        return rule.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .count();
    }

    private static boolean returnsTheSame(AnalyzedRule one, AnalyzedRule other) {
        return one.analysis().open() == other.analysis().open() && columns(one).equals(columns(other));
    }

    private static List<String> columns(AnalyzedRule rule) {
        return rule.analysis().outputFields().stream()
                .map(field -> field.name() + ": " + field.type().word())
                .toList();
    }
}
