package dev.kqlift.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.ir.Column;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.Translation;
import dev.kqlift.types.KqlType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Runs what is called exact, where recorded results stand beside the project. A single difference is a false promise. */
final class SharedCasesTest {
    @Test
    void whatIsCalledExactReturnsTheRecordedRows() {
        Path folder = ProjectFolder.shared().resolve("cases");
        assumeTrue(Files.isDirectory(folder), "no recorded cases beside the project; only the module's own cases run");
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Integer> reasons = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        List<String> differing = new ArrayList<>();
        try (DuckDb database = new DuckDb()) {
            for (String file : List.of("recorded.jsonl", "emulator.jsonl", "docs.jsonl")) {
                for (KqlCase test : KqlCase.read(folder.resolve(file))) {
                    AnalyzedRule rule = Translations.compile(test.kql());
                    Translation translation = Translations.duckDb(rule);
                    counts.merge(translation.fidelity().word(), 1, Integer::sum);
                    if (translation.fidelity() == Fidelity.UNSUPPORTED) {
                        translation.notes().stream()
                                .filter(note -> note.effect() == Fidelity.UNSUPPORTED)
                                .limit(1)
                                .forEach(note -> reasons.merge(note.message(), 1, Integer::sum));
                        continue;
                    }
                    String difference =
                            difference(database, test, rule, translation.text().orElseThrow());
                    if (!difference.isEmpty()) {
                        (translation.fidelity() == Fidelity.EXACT ? wrong : differing)
                                .add(test.id() + "\n" + test.kql() + "\n"
                                        + translation.text().orElseThrow() + difference);
                    }
                }
            }
        }
        System.out.println(
                "DuckDB over the recorded cases: " + counts + ", approximate ones that differ: " + differing.size());
        if (Boolean.getBoolean("cases.reasons")) {
            reasons.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(80)
                    .forEach(entry -> System.out.println(entry.getValue() + "\t" + entry.getKey()));
            differing.forEach(text -> System.out.println("APPROXIMATE " + text));
        }
        assertThat(wrong).as("called exact and not").isEmpty();
    }

    private static String difference(DuckDb database, KqlCase test, AnalyzedRule rule, String sql) {
        List<Column> columns =
                rule.bound().orElseThrow().relation().orElseThrow().columns();
        List<KqlType> types = columns.stream().map(Column::type).toList();
        boolean bags = test.caveats().contains("set-order") || test.caveats().contains("list-order");
        DuckDb.Table table;
        try {
            table = database.query(sql, types, bags);
        } catch (SQLException | RuntimeException e) {
            return "\n!! " + e.getMessage();
        }
        if (!table.names().equals(test.names())) {
            return "\nnames " + table.names() + " instead of " + test.names();
        }
        List<List<String>> expected = new ArrayList<>();
        test.rows().forEach(row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(Cells.expected(row.get(i), types.get(i), bags));
            }
            expected.add(cells);
        });
        boolean anyRows =
                test.caveats().contains("take-without-order") || test.caveats().contains("innerunique");
        if (anyRows) {
            return table.rows().size() == expected.size() ? "" : "\nrows " + table.rows() + " instead of " + expected;
        }
        boolean inOrder = test.ordered() && !test.ties();
        boolean same =
                inOrder ? table.rows().equals(expected) : sorted(table.rows()).equals(sorted(expected));
        return same ? "" : "\nrows " + table.rows() + "\n instead of " + expected;
    }

    private static List<String> sorted(List<List<String>> rows) {
        return rows.stream().map(List::toString).sorted().toList();
    }
}
