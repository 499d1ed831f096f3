package dev.kqlift.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.document.ReadOutcome;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.Workspace;
import dev.kqlift.source.SourceText;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.Translation;
import dev.kqlift.types.KqlType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every query emitted for the shared rules is taken by the engine, over empty tables of the schemas that kqlift carries. */
final class SharedCorpusTest {
    @Test
    void theTargetTakesWhatIsEmittedForSharedRules() throws IOException, SQLException {
        Path folder = ProjectFolder.shared().resolve("corpus");
        assumeTrue(Files.isDirectory(folder), "no shared rules beside the project");
        RuleCompiler compiler = new RuleCompiler(Workspace.builtIn());
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Integer> reasons = new TreeMap<>();
        List<String> broken = new ArrayList<>();
        try (DuckDb database = new DuckDb()) {
            Set<String> made = new HashSet<>();
            // All of them take a minute: `-Dcorpus.full=true`.
            int step = Boolean.getBoolean("corpus.full") ? 1 : 10;
            List<Path> files = rules(folder);
            for (int i = 0; i < files.size(); i += step) {
                Path file = files.get(i);
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                ReadOutcome outcome = RuleFiles.read(new SourceFile(file.toString(), SourceText.of(text), List.of()));
                if (!(outcome instanceof ReadOutcome.Rules rules)) {
                    continue;
                }
                for (RuleDocument document : rules.documents()) {
                    for (AnalyzedRule rule : compiler.compile(document)) {
                        Translation translation = Translations.duckDb(rule);
                        counts.merge(translation.fidelity().word(), 1, Integer::sum);
                        if (translation.fidelity() == Fidelity.UNSUPPORTED) {
                            translation.notes().stream()
                                    .filter(note -> note.effect() == Fidelity.UNSUPPORTED)
                                    .map(note ->
                                            note.code() + " " + note.message().replaceAll("`[^`]{30,}`", "`…`"))
                                    .distinct()
                                    .forEach(reason -> reasons.merge(reason, 1, Integer::sum));
                            continue;
                        }
                        try {
                            tables(database, compiler.workspace().tables(), rule, made);
                            database.query("EXPLAIN " + translation.text().orElseThrow(), List.of(), false);
                        } catch (SQLException e) {
                            broken.add(file.getFileName() + ": " + e.getMessage() + "\n"
                                    + translation.text().orElseThrow());
                        }
                    }
                }
            }
        }
        System.out.println("DuckDB over the shared rules: " + counts);
        if (Boolean.getBoolean("cases.reasons")) {
            reasons.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(90)
                    .forEach(entry -> System.out.println(entry.getValue() + "\t" + entry.getKey()));
        }
        assertThat(broken).isEmpty();
    }

    private static List<Path> rules(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> RuleFiles.isRulePath(file.toString()))
                    .sorted()
                    .toList();
        }
    }

    private static void tables(DuckDb database, TableCatalog catalog, AnalyzedRule rule, Set<String> made)
            throws SQLException {
        for (String name : rule.bound().orElseThrow().tables()) {
            TableSchema table = catalog.table(name).orElse(null);
            if (table == null || !made.add(name)) {
                continue;
            }
            List<String> columns = new ArrayList<>();
            Set<String> taken = new HashSet<>();
            for (TableSchema.ColumnSchema column : table.columns()) {
                if (column.type() != KqlType.UNKNOWN && taken.add(column.name().toLowerCase(Locale.ROOT))) {
                    columns.add(SqlNames.quoted(column.name()) + " " + SqlTypes.name(column.type()));
                }
            }
            database.execute("CREATE TABLE " + SqlNames.quoted(name) + " (" + String.join(", ", columns) + ")");
        }
    }
}
