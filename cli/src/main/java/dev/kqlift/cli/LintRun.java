package dev.kqlift.cli;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.document.RuleMetadata;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.RuleLinter;
import dev.kqlift.lint.LintSession;
import dev.kqlift.lint.LintSession.Checked;
import dev.kqlift.lint.LintSession.Linted;
import dev.kqlift.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checks of the rules of some paths. */
final class LintRun {
    private final RuleCompiler compiler;
    private final RuleLinter linter;
    private final LintInputs inputs;
    private final RuleRun rules;
    private final List<Unread> unread = new ArrayList<>();
    private final Set<String> files = new HashSet<>();
    private int reported;
    private int compared;

    LintRun(RuleCompiler compiler, RuleLinter linter, LintInputs inputs, boolean verbose, Streams streams) {
        this.compiler = compiler;
        this.linter = linter;
        this.inputs = inputs;
        this.rules = new RuleRun(inputs.paths(), verbose, streams).tellingUnread(this::addUnread);
    }

    private void addUnread(String path, Diagnostic diagnostic) {
        SourceFile file = new SourceFile(path, SourceText.of(""), List.of());
        RuleDocument document =
                new RuleDocument(file, RuleKind.QUERY, RuleMetadata.EMPTY, Optional.empty(), List.of(diagnostic));
        if (inputs.isReported(path)) {
            unread.add(new Unread(reported, linter.unread(document)));
        }
    }

    /** A file without rules that stands before the rule of this number. */
    private record Unread(int before, Linted file) {}

    /** What came of the rules that are reported on, in the order of the paths. */
    List<Linted> linted() {
        LintSession session = linter.session();
        rules.selecting(all -> inputs.selected(all, session.comparesRules()));
        rules.each(compiler, rule -> check(session, rule), (rule, checked) -> {
            session.add(linter.subject(rule), checked);
            if (checked.isPresent()) {
                reported++;
                files.add(rule.document().file().path());
            } else {
                compared++;
            }
        });
        List<Linted> linted = new ArrayList<>(session.finish());
        for (int i = unread.size() - 1; i >= 0; i--) {
            linted.add(unread.get(i).before, unread.get(i).file);
        }
        return linted;
    }

    private Optional<Checked> check(LintSession session, AnalyzedRule rule) {
        return inputs.isReported(rule.document().file().path())
                ? Optional.of(session.check(linter.subject(rule)))
                : Optional.empty();
    }

    /** One line on what was read. */
    String summary() {
        StringBuilder out = new StringBuilder(80);
        if (reported == 0) {
            out.append(compared == 0 ? "no rules found" : "no rules to report on");
        } else {
            out.append(reported).append(reported == 1 ? " rule in " : " rules in ");
            out.append(files.size()).append(files.size() == 1 ? " file" : " files");
        }
        if (compared > 0) {
            out.append("; compared with ").append(compared).append(" more");
        }
        if (!unread.isEmpty()) {
            out.append("; ").append(unread.size()).append(" could not be read");
        }
        return out.toString();
    }

    /** 2 when a path of the command line could not be read at all. */
    int exitCode() {
        return rules.exitCode();
    }
}
