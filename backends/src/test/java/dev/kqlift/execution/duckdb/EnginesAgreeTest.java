package dev.kqlift.execution.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.TableCatalog;
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
import dev.kqlift.evaluation.RunLimits;
import dev.kqlift.evaluation.TableSource;
import dev.kqlift.source.SourceText;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules over events that are made for them: where both engines answer, they give the same rows. */
final class EnginesAgreeTest {
    /** 2024-06-01T12:00:00Z. */
    private static final long NOW = 638_528_400_000_000_000L;

    private static final int ROWS = 40;
    private static final int LEAST_COMPARED = 20;

    private int compared;
    private int withRows;
    private final List<String> wrong = new ArrayList<>();

    @Test
    void whereBothAnswerTheyGiveTheSameRows() throws IOException {
        RuleCompiler compiler = new RuleCompiler(Workspace.builtIn());
        try (DuckDbEngine engine = new DuckDbEngine()) {
            for (RuleDocument document : documents()) {
                compiler.compile(document).forEach(rule -> compare(rule, engine));
            }
        }
        System.out.println("DuckDB and the reference: " + compared + " rules compared, " + withRows + " with rows");
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(LEAST_COMPARED);
    }

    private void compare(AnalyzedRule rule, DuckDbEngine engine) {
        if (rule.hasErrors() || rule.bound().isEmpty() || rule.syntax().isEmpty()) {
            return;
        }
        TableCatalog catalog = TableCatalog.builtIn();
        EventGenerator events = new EventGenerator(
                rule.document().file().path().hashCode(),
                NOW,
                rule.bound().get(),
                rule.analysis().indicators());
        Map<String, LocalTable> data = new LinkedHashMap<>();
        for (String name : rule.bound().get().tables()) {
            catalog.table(name).ifPresent(table -> data.put(name, events.events(table, ROWS)));
        }
        TableSource source = TableSource.of(data);
        if (!(engine.run(rule, source, NOW) instanceof EvaluationResult.Rows ours)) {
            return;
        }
        Workspace workspace = Workspace.builtIn();
        EvaluationResult reference = new Evaluator(
                        workspace.tables(), workspace.functions(), workspace.own(), RunLimits.DEFAULT)
                .run(rule.syntax().get(), source, NOW);
        if (reference instanceof EvaluationResult.Rows rows) {
            compared++;
            withRows += rows.rows().isEmpty() ? 0 : 1;
            // The items of a set have no order in KQL.
            boolean sets = rule.document().query().orElseThrow().text().contains("make_set");
            List<String> actual = texts(ours, sets);
            List<String> expected = texts(rows, sets);
            if (!rows.columns().equals(ours.columns()) || !actual.equals(expected)) {
                wrong.add(rule.document().file().path() + "\n" + actual + "\ninstead of\n" + expected);
            }
        }
    }

    private static List<String> texts(EvaluationResult.Rows rows, boolean sets) {
        return rows.rows().stream()
                .map(row -> row.stream().map(cell -> text(cell, sets)).collect(Collectors.joining("|")))
                .sorted()
                .toList();
    }

    private static String text(Value cell, boolean sets) {
        return sets && cell instanceof Value.Array(var items)
                ? items.stream().map(ValueText::json).sorted().toList().toString()
                : ValueText.of(cell);
    }

    private static List<RuleDocument> documents() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("corpus/samples")) && root.getParent() != null) {
            root = root.getParent();
        }
        List<RuleDocument> documents = new ArrayList<>(documents(root.resolve("corpus/samples"), 1));
        String named = System.getProperty("kqlift.shared");
        Path shared = (named == null ? root.resolveSibling("shared") : Path.of(named)).resolve("corpus");
        if (Files.isDirectory(shared)) {
            // All of them take a minute: `-Dcorpus.full=true`.
            documents.addAll(documents(shared, Boolean.getBoolean("corpus.full") ? 1 : 10));
        }
        return documents;
    }

    private static List<RuleDocument> documents(Path folder, int step) throws IOException {
        List<RuleDocument> documents = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(Files::isRegularFile)
                    .filter(file -> RuleFiles.isRulePath(file.toString()))
                    .sorted()
                    .toList();
            for (int i = 0; i < files.size(); i += step) {
                String path = files.get(i).toString();
                String text = new String(Files.readAllBytes(files.get(i)), StandardCharsets.UTF_8);
                if (RuleFiles.read(new SourceFile(path, SourceText.of(text), List.of()))
                        instanceof ReadOutcome.Rules(var rules)) {
                    documents.addAll(rules);
                }
            }
        }
        return documents;
    }
}
