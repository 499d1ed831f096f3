package dev.kqlift.reports.data;

import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.TableFact;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table that a rule reads.
 *
 * @param rule the rule's slug, the key of {@code rules}
 * @param table the table's name
 * @param known whether its columns are known
 * @param rules how many rules of the corpus read it
 */
public record TableRow(String rule, String table, boolean known, int rules) {
    static final List<DataColumn<TableRow>> COLUMNS = List.of(
            new DataColumn<>("rule", row -> Cell.of(row.rule())),
            new DataColumn<>("table", row -> Cell.of(row.table())),
            new DataColumn<>("known", row -> Cell.of(row.known())),
            new DataColumn<>("rules", row -> Cell.of(row.rules())));

    static Stream<TableRow> rows(CorpusFacts facts) {
        return facts.tables().stream().flatMap(TableRow::of);
    }

    private static Stream<TableRow> of(TableFact table) {
        return table.rules().stream()
                .map(rule -> new TableRow(
                        rule.slug(), table.name(), table.known(), table.rules().size()));
    }
}
