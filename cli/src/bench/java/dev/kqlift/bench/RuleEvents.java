package dev.kqlift.bench;

import dev.kqlift.analysis.Indicator;
import dev.kqlift.analysis.Stage;
import dev.kqlift.analysis.Stages;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.Decoder;
import dev.kqlift.document.ReadOutcome;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.Workspace;
import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.evaluation.Evaluator;
import dev.kqlift.evaluation.EventGenerator;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.evaluation.QueryPrefix;
import dev.kqlift.evaluation.RunLimits;
import dev.kqlift.evaluation.TableSource;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Trees;
import dev.kqlift.source.SourceText;
import dev.kqlift.syntax.Query;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule that filters and summarizes, and events for it. The rule is the file of the system property {@code
 * kqlift.bench.rule}, a pattern of file names in its folder; one of our own where there is none.
 */
final class RuleEvents {
    /** 2024-06-01T12:00:00Z. */
    static final long NOW = 638_528_400_000_000_000L;

    private static final long SEED = 20_240_601;
    /** The tables beside the first one hold a tenth of its events. */
    private static final int SHARE_OF_OTHERS = 10;

    private static final String OWN_RULE = """
            let least = 3;
            SigninLogs
            | where ResultType == 53003
            | extend Detail = tostring(Status.additionalDetails)
            | extend Account = tolower(UserPrincipalName)
            | where Detail =~ "blocked by the access policy of Contoso" or Detail has "unmanaged"
            | summarize First = min(TimeGenerated), Last = max(TimeGenerated), Attempts = count(), Apps = make_set(AppDisplayName)
                by Account, UserId, AADTenantId, Address = IPAddress
            | where Attempts > least
            """;

    private final Workspace workspace = Workspace.builtIn();
    private final AnalyzedRule rule;

    RuleEvents() throws IOException {
        this.rule = new RuleCompiler(workspace).compile(document()).getFirst();
    }

    private static RuleDocument document() throws IOException {
        Path pattern = Path.of(System.getProperty("kqlift.bench.rule", "none"));
        Path folder = pattern.toAbsolutePath().getParent();
        if (folder != null && Files.isDirectory(folder) && pattern.getFileName() != null) {
            try (DirectoryStream<Path> found =
                    Files.newDirectoryStream(folder, pattern.getFileName().toString())) {
                for (Path path : found) {
                    if (Decoder.decode(path.toString(), Files.readAllBytes(path))
                            instanceof DecodeOutcome.Decoded(SourceFile file)) {
                        return first(file);
                    }
                }
            }
        }
        return first(new SourceFile("own.kql", SourceText.of(OWN_RULE), List.of()));
    }

    private static RuleDocument first(SourceFile file) {
        if (RuleFiles.read(file) instanceof ReadOutcome.Rules(List<RuleDocument> documents)) {
            return documents.getFirst();
        }
        throw new IllegalStateException(file.path() + " is no rule");
    }

    String name() {
        return rule.document().file().path();
    }

    /** The whole query. */
    Query query() {
        return rule.syntax().orElseThrow();
    }

    /** The query up to its first {@code summarize}. */
    Query filterAndSummarize() {
        String text = rule.document().query().orElseThrow().text();
        for (Stage stage : Stages.of(query(), text)) {
            if (stage.operator().equals("summarize")) {
                return QueryPrefix.upTo(query(), stage.index()).orElseThrow();
            }
        }
        throw new IllegalStateException(name() + " summarizes nothing");
    }

    /** Events of the tables that the rule reads: of the first of them so many, of the others fewer. */
    Map<String, LocalTable> events(int rows) {
        List<Indicator> indicators = rule.analysis().indicators();
        PlausibleEvents plausible = new PlausibleEvents(
                new EventGenerator(SEED, NOW, rule.bound().orElseThrow(), indicators), indicators, NOW);
        Map<String, LocalTable> tables = new LinkedHashMap<>();
        for (Relation relation : Trees.relations(List.of(relation()))) {
            Optional<TableSchema> schema = relation instanceof Relation.TableScan scan
                    ? workspace.tables().table(scan.table())
                    : Optional.empty();
            schema.ifPresent(table -> tables.computeIfAbsent(
                    table.name(), name -> plausible.of(table, tables.isEmpty() ? rows : rows / SHARE_OF_OTHERS)));
        }
        return tables;
    }

    private Relation relation() {
        return rule.bound().orElseThrow().relation().orElseThrow();
    }

    /** Runs a query over events; fails where it is refused. */
    List<?> run(Query query, Map<String, LocalTable> events) {
        EvaluationResult result = new Evaluator(
                        workspace.tables(), workspace.functions(), workspace.own(), RunLimits.DEFAULT)
                .run(query, TableSource.of(events), NOW);
        return switch (result) {
            case EvaluationResult.Rows(var columns, var rows, var notes) -> rows;
            case EvaluationResult.Refused(var reason) -> throw new IllegalStateException(reason.toString());
        };
    }
}
