package dev.kqlift.corpus.facts;

import dev.kqlift.catalog.AttackCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.document.ReadOutcome;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.Workspace;
import dev.kqlift.lint.LintOutcome;
import dev.kqlift.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Rules as texts, compiled. */
public final class Samples {
    private static final LintOutcome NOT_LINTED =
            new LintOutcome(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    private static final RuleFactsBuilder BUILDER = new RuleFactsBuilder(AttackCatalog.builtIn());

    private Samples() {}

    static List<AnalyzedRule> compile(String path, String text) {
        ReadOutcome outcome = RuleFiles.read(new SourceFile(path, SourceText.of(text), List.of()));
        if (!(outcome instanceof ReadOutcome.Rules(List<RuleDocument> documents))) {
            throw new AssertionError("no rule: " + path);
        }
        RuleCompiler compiler = new RuleCompiler(Workspace.builtIn());
        List<AnalyzedRule> rules = new ArrayList<>();
        documents.forEach(document -> rules.addAll(compiler.compile(document)));
        return rules;
    }

    static RuleFacts facts(AnalyzedRule rule) {
        return BUILDER.build(rule, NOT_LINTED, List.of(), RuleNotes.NONE);
    }

    public static RuleFacts facts(String path, String text) {
        return facts(compile(path, text).getFirst());
    }

    static RuleFacts query(String path, String... lines) {
        return facts(path, String.join("\n", lines));
    }

    static CorpusFacts corpus(RuleFacts... rules) {
        CorpusFactsBuilder builder = new CorpusFactsBuilder(TableCatalog.builtIn(), AttackCatalog.builtIn());
        for (RuleFacts rule : rules) {
            builder.add(rule);
        }
        return builder.build();
    }
}
