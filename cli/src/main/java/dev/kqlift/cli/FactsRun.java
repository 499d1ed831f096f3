package dev.kqlift.cli;

import dev.kqlift.backend.Backend;
import dev.kqlift.catalog.AttackCatalog;
import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.CorpusFactsBuilder;
import dev.kqlift.corpus.facts.RuleFactsBuilder;
import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.RuleLinter;
import dev.kqlift.engine.Workspace;
import dev.kqlift.lint.LintSettings;
import dev.kqlift.lint.Linter;
import dev.kqlift.reports.text.DiagnosticText;
import dev.kqlift.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads corpora whole and states their facts. */
final class FactsRun {
    private final Workspace workspace;
    private final AttackCatalog attack;
    private final List<Backend> backends;
    private final Streams streams;

    FactsRun(Workspace workspace, AttackCatalog attack, List<Backend> backends, Streams streams) {
        this.workspace = workspace;
        this.attack = attack;
        this.backends = List.copyOf(backends);
        this.streams = streams;
    }

    /** The facts of a corpus, and for each rule the path of its file from the folder on the command line. */
    record Outcome(CorpusFacts corpus, List<String> paths) {}

    /** The facts of the rules that a run finds. */
    Outcome read(RuleRun run) {
        RuleLinter linter = new RuleLinter(workspace, Linter.of(LintSettings.DEFAULT));
        FactsOfRule facts = new FactsOfRule(linter, backends, new RuleFactsBuilder(attack));
        CorpusFactsBuilder corpus = new CorpusFactsBuilder(workspace.tables(), attack);
        Map<String, DecodeOutcome.Refused> unreadNotes = new LinkedHashMap<>();
        List<String> paths = new ArrayList<>();
        run.each(new RuleCompiler(workspace), facts::of, (rule, outcome) -> {
            corpus.add(outcome.facts());
            paths.add(run.relative(rule).toString().replace('\\', '/'));
            outcome.unreadNotes().ifPresent(refused -> unreadNotes.put(refused.path(), refused));
        });
        for (DecodeOutcome.Refused refused : unreadNotes.values()) {
            SourceFile nothing = new SourceFile(refused.path(), SourceText.of(""), List.of());
            streams.err().println(DiagnosticText.oneLine(nothing, refused.diagnostic(), streams.errColors()));
        }
        return new Outcome(corpus.build(), List.copyOf(paths));
    }
}
