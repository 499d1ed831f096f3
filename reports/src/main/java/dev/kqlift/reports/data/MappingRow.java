package dev.kqlift.reports.data;

import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.MappingFact;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.source.Position;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A column that a rule's metadata names.
 *
 * @param rule the rule's slug, the key of {@code rules}
 * @param use what for: {@code entity}, {@code custom_detail} or {@code alert_detail}
 * @param group the entity type, or the key of the detail
 * @param name the identifier of the entity
 * @param columnName the column
 * @param holds whether the query returns it: {@code yes}, {@code no} or {@code not_checked} where the query's columns are not all known
 * @param line where the rule file names it
 * @param column where the rule file names it, in UTF-16 units from 1
 */
public record MappingRow(
        String rule,
        String use,
        String group,
        Optional<String> name,
        String columnName,
        String holds,
        int line,
        int column) {
    static final List<DataColumn<MappingRow>> COLUMNS = List.of(
            new DataColumn<>("rule", row -> Cell.of(row.rule())),
            new DataColumn<>("use", row -> Cell.of(row.use())),
            new DataColumn<>("group", row -> Cell.of(row.group())),
            new DataColumn<>("name", row -> Cell.of(row.name())),
            new DataColumn<>("column_name", row -> Cell.of(row.columnName())),
            new DataColumn<>("holds", row -> Cell.of(row.holds())),
            new DataColumn<>("line", row -> Cell.of(row.line())),
            new DataColumn<>("column", row -> Cell.of(row.column())));

    static Stream<MappingRow> rows(CorpusFacts facts) {
        return facts.rules().stream().flatMap(rule -> rule.mappings().stream().map(fact -> of(rule, fact)));
    }

    private static MappingRow of(RuleFacts rule, MappingFact fact) {
        Position place = rule.document().file().text().position(fact.span().start());
        return new MappingRow(
                rule.slug(),
                fact.use().name().toLowerCase(Locale.ROOT),
                fact.group(),
                Optional.of(fact.name()).filter(name -> !name.isEmpty()),
                fact.column(),
                fact.holds().name().toLowerCase(Locale.ROOT),
                place.line(),
                place.column());
    }
}
