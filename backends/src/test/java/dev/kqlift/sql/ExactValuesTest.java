package dev.kqlift.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.ir.Column;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.Translation;
import dev.kqlift.types.KqlType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Odd inputs for everything that is called exact, with what KQL returns for them; and inputs for which that is not known,
 * for which nothing may be called exact. All hand-made.
 */
final class ExactValuesTest {
    private static List<String> lines(String name) {
        try (InputStream stream = Objects.requireNonNull(ExactValuesTest.class.getResourceAsStream("/exact/" + name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void oneRowGivesTheValueThatKqlGives() {
        List<String> wrong = new ArrayList<>();
        List<String> lines = lines("values.txt");
        try (DuckDb database = new DuckDb()) {
            for (String line : lines) {
                String[] parts = line.split(" ;; ?", -1);
                String kql = "datatable(" + parts[0] + ")[" + parts[1] + "] | project v = " + parts[2];
                check(database, kql, List.of(List.of(parts[3])), wrong);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(lines).hasSizeGreaterThan(150);
    }

    @Test
    void aQueryGivesTheRowsThatKqlGives() {
        List<String> wrong = new ArrayList<>();
        try (DuckDb database = new DuckDb()) {
            for (String line : lines("queries.txt")) {
                String[] parts = line.split(" ;; ", -1);
                List<List<String>> rows = new ArrayList<>();
                for (String row : parts[1].split(" // ", -1)) {
                    rows.add(List.of(row.split("\\|", -1)));
                }
                check(database, parts[0], rows, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsNotKnownOrLeftOpenIsNeverCalledExact() {
        List<String> exact = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (String line : lines("weakened.txt")) {
            AnalyzedRule rule = Translations.compile(line);
            if (rule.hasErrors()) {
                broken.add(line + " " + rule.diagnostics());
            } else if (Translations.duckDb(rule).fidelity() == Fidelity.EXACT) {
                exact.add(line + "\n" + Translations.duckDb(rule).text().orElse(""));
            }
        }
        assertThat(broken).as("these do not bind, so that they test nothing").isEmpty();
        assertThat(exact).as("called exact").isEmpty();
    }

    private static void check(DuckDb database, String kql, List<List<String>> rows, List<String> wrong) {
        AnalyzedRule rule = Translations.compile(kql);
        Translation translation = Translations.duckDb(rule);
        if (translation.fidelity() != Fidelity.EXACT) {
            wrong.add(kql + "\n" + translation.fidelity() + " " + translation.notes() + rule.diagnostics());
            return;
        }
        List<KqlType> types = rule.bound().orElseThrow().relation().orElseThrow().columns().stream()
                .map(Column::type)
                .toList();
        String sql = translation.text().orElseThrow();
        try {
            List<List<String>> actual = database.query(sql, types, true).rows();
            List<List<String>> expected =
                    rows.stream().map(row -> cells(row, types)).toList();
            boolean ordered = kql.contains("sort by");
            if (!(ordered ? actual : sorted(actual)).equals(ordered ? expected : sorted(expected))) {
                wrong.add(kql + "\n" + actual + " instead of " + expected + "\n" + sql);
            }
        } catch (SQLException | RuntimeException e) {
            wrong.add(kql + "\n" + e + "\n" + sql);
        }
    }

    private static List<List<String>> sorted(List<List<String>> rows) {
        return rows.stream()
                .sorted(java.util.Comparator.comparing(List::toString))
                .toList();
    }

    private static List<String> cells(List<String> row, List<KqlType> types) {
        List<String> result = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            KqlType type = types.get(i);
            boolean isNull = row.get(i).equals("null") && type != KqlType.STRING;
            result.add(isNull ? "null" : Cells.expected(row.get(i), type, true));
        }
        return result;
    }
}
