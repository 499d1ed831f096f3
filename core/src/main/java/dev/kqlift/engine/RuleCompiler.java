package dev.kqlift.engine;

import dev.kqlift.analysis.QueryAnalyzer;
import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.analysis.Stages;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.document.QueryBlocks;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.semantic.Binder;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.syntax.ParsedQuery;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.build.QueryParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes a rule document through all steps. The only class that knows their order. Immutable and safe for threads. */
public final class RuleCompiler {
    private final Workspace workspace;

    public RuleCompiler(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The tables and functions that rules are bound against. */
    public Workspace workspace() {
        return workspace;
    }

    /**
     * Compiles a document. Never fails: an exception of a step is our error and becomes the diagnostic {@code KD900}.
     *
     * @return one rule, or several where a bare query file holds several queries separated by blank lines
     */
    public List<AnalyzedRule> compile(RuleDocument document) {
        if (document.query().isEmpty()) {
            return List.of(rule(document, Optional.empty(), Optional.empty(), RuleAnalysis.EMPTY, List.of()));
        }
        try {
            return compile(document, document.query().get());
        } catch (RuntimeException | StackOverflowError failure) {
            return List.of(failed(document, failure));
        }
    }

    private List<AnalyzedRule> compile(RuleDocument document, EmbeddedText query) {
        ParsedQuery parsed = QueryParser.parse(query.text());
        if (parsed.query().isEmpty() && document.kind() == RuleKind.QUERY) {
            Optional<List<AnalyzedRule>> blocks = compileBlocks(document, query);
            if (blocks.isPresent()) {
                return blocks.get();
            }
        }
        return List.of(analyze(document, query, parsed, List.of()));
    }

    /** The blocks of a text that query editors would run one by one; empty where they do not all parse. */
    private Optional<List<AnalyzedRule>> compileBlocks(RuleDocument document, EmbeddedText query) {
        List<EmbeddedText> blocks = QueryBlocks.split(query);
        if (blocks.size() < 2) {
            return Optional.empty();
        }
        List<ParsedQuery> parsed = new ArrayList<>(blocks.size());
        for (EmbeddedText block : blocks) {
            ParsedQuery outcome = QueryParser.parse(block.text());
            if (outcome.query().isEmpty()) {
                return Optional.empty();
            }
            parsed.add(outcome);
        }
        List<AnalyzedRule> rules = new ArrayList<>(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            EmbeddedText block = blocks.get(i);
            RuleDocument part = new RuleDocument(
                    document.file(),
                    document.kind(),
                    document.metadata(),
                    document.fields(),
                    Optional.of(block),
                    i == 0 ? document.diagnostics() : List.of());
            Diagnostic note = Diagnostic.of(
                    DiagnosticCode.KD017,
                    "the text is query " + (i + 1) + " of " + blocks.size() + ", which blank lines separate",
                    block.whole());
            rules.add(analyze(part, block, parsed.get(i), List.of(note)));
        }
        return Optional.of(rules);
    }

    private AnalyzedRule analyze(RuleDocument document, EmbeddedText text, ParsedQuery parsed, List<Diagnostic> notes) {
        List<Diagnostic> diagnostics = new ArrayList<>(notes);
        for (Diagnostic diagnostic : parsed.diagnostics()) {
            diagnostics.add(diagnostic.at(text.toFile(diagnostic.span())));
        }
        if (parsed.query().isEmpty()) {
            return rule(document, Optional.empty(), Optional.empty(), RuleAnalysis.EMPTY, diagnostics);
        }
        BoundQuery bound =
                Binder.bind(parsed.query().get(), workspace.tables(), workspace.functions(), workspace.own());
        for (Diagnostic diagnostic : bound.diagnostics()) {
            diagnostics.add(diagnostic.at(text.toFile(diagnostic.span())));
        }
        RuleAnalysis analysis =
                QueryAnalyzer.analyze(bound, Stages.of(parsed.query().get(), text.text()));
        return rule(document, parsed.query(), Optional.of(bound), analysis, diagnostics);
    }

    private static AnalyzedRule rule(
            RuleDocument document,
            Optional<Query> syntax,
            Optional<BoundQuery> bound,
            RuleAnalysis analysis,
            List<Diagnostic> diagnostics) {
        List<Diagnostic> all = new ArrayList<>(document.diagnostics());
        all.addAll(diagnostics);
        all.sort(Comparator.comparingInt(
                        (Diagnostic diagnostic) -> diagnostic.span().start())
                .thenComparing(Diagnostic::code)
                .thenComparing(Diagnostic::message));
        return new AnalyzedRule(document, syntax, bound, analysis, all);
    }

    private static AnalyzedRule failed(RuleDocument document, Throwable failure) {
        Diagnostic diagnostic = Diagnostic.of(
                DiagnosticCode.KD900,
                "kqlift failed on this rule (" + failure.getClass().getSimpleName()
                        + "); please report it with the rule, the other rules are not affected",
                document.query().map(EmbeddedText::whole).orElseThrow());
        return rule(document, Optional.empty(), Optional.empty(), RuleAnalysis.EMPTY, List.of(diagnostic));
    }
}
