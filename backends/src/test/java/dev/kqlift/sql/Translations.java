package dev.kqlift.sql;

import dev.kqlift.backend.BackendRegistry;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.document.RuleMetadata;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.Workspace;
import dev.kqlift.evaluation.TableSource;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.SourceText;
import dev.kqlift.translation.Translation;
import java.util.List;
import java.util.Optional;

/** Query texts through all steps. */
final class Translations {
    private static final RuleCompiler COMPILER = new RuleCompiler(Workspace.builtIn());
    private static final BackendRegistry BACKENDS = BackendRegistry.builtIn();

    private Translations() {}

    static AnalyzedRule compile(String kql) {
        return compile(kql, COMPILER);
    }

    static AnalyzedRule compile(String kql, RuleCompiler compiler) {
        RuleDocument document = new RuleDocument(
                new SourceFile("query.kql", SourceText.of(kql), List.of()),
                // A rule of a file: one query, whatever blank lines it has.
                RuleKind.NRT,
                RuleMetadata.EMPTY,
                Optional.of(EmbeddedText.contiguous(kql, 0)),
                List.of());
        return compiler.compile(document).getFirst();
    }

    static Translation duckDb(AnalyzedRule rule) {
        return BACKENDS.backend("duckdb").orElseThrow().translate(rule);
    }

    /** The translation for these rows, on which conditions are checked. */
    static Translation duckDb(AnalyzedRule rule, TableSource rows) {
        return BACKENDS.backend("duckdb").orElseThrow().over(rows).translate(rule);
    }
}
