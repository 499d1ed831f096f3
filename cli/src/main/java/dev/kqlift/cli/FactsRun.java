package dev.kqlift.cli;

import dev.kqlift.backend.Backend;
import dev.kqlift.catalog.AttackCatalog;
import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.CorpusFactsBuilder;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.corpus.facts.RuleFactsBuilder;
import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.RuleLinter;
import dev.kqlift.engine.Workspace;
import dev.kqlift.lint.LintSession;
import dev.kqlift.reports.text.DiagnosticText;
import dev.kqlift.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Reads corpora whole and states their facts. The checks are those that {@code lint} makes. */
final class FactsRun {
    private final Workspace workspace;
    private final RuleLinter linter;
    private final AttackCatalog attack;
    private final List<Backend> backends;
    private final Streams streams;

    private FactsRun(
            Workspace workspace, RuleLinter linter, AttackCatalog attack, List<Backend> backends, Streams streams) {
        this.workspace = workspace;
        this.linter = linter;
        this.attack = attack;
        this.backends = List.copyOf(backends);
        this.streams = streams;
    }

    /** A run as the options of a command and the configuration ask for it. */
    static FactsRun of(ParseResult arguments, List<Backend> backends, Streams streams) {
        ConfigOption.Configuration configuration = ConfigOption.configuration(arguments, streams);
        Workspace workspace = SchemaOption.workspace(configuration.workspace(), arguments, streams);
        return new FactsRun(
                workspace,
                new RuleLinter(workspace, LintSelectionOption.linter(arguments, configuration, streams)),
                AttackCatalog.of(LintSelectionOption.attackVersion(arguments, configuration)),
                backends,
                streams);
    }

    /** The version of ATT&CK that names come from. */
    AttackCatalog attack() {
        return attack;
    }

    /** The facts of a corpus, and for each rule the path of its file from the folder on the command line. */
    record Outcome(CorpusFacts corpus, List<String> paths) {}

    /** The facts of the rules that a run finds. */
    Outcome read(RuleRun run) {
        LintSession session = linter.session();
        FactsOfRule work = new FactsOfRule(linter, session, backends, new RuleFactsBuilder(attack));
        List<RuleFacts> rules = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        Map<String, DecodeOutcome.Refused> unreadNotes = new LinkedHashMap<>();
        run.each(new RuleCompiler(workspace), work::of, (rule, outcome) -> {
            session.add(outcome.subject(), Optional.of(outcome.checked()));
            rules.add(outcome.facts());
            paths.add(run.relative(rule).toString().replace('\\', '/'));
            outcome.unreadNotes().ifPresent(refused -> unreadNotes.put(refused.path(), refused));
        });
        unreadNotes.values().forEach(this::tell);
        return new Outcome(corpus(rules, session.finish()), List.copyOf(paths));
    }

    private void tell(DecodeOutcome.Refused refused) {
        SourceFile nothing = new SourceFile(refused.path(), SourceText.of(""), List.of());
        streams.err().println(DiagnosticText.oneLine(nothing, refused.diagnostic(), streams.errColors()));
    }

    private CorpusFacts corpus(List<RuleFacts> rules, List<LintSession.Linted> linted) {
        CorpusFactsBuilder corpus = new CorpusFactsBuilder(workspace.tables(), attack);
        for (int i = 0; i < rules.size(); i++) {
            corpus.add(rules.get(i).with(linted.get(i).outcome()));
        }
        return corpus.build();
    }
}
