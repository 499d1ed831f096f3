package dev.kqlift.reports.data;

import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.translation.Translation;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule in another language.
 *
 * @param rule the rule's slug, the key of {@code rules}
 * @param target the language
 * @param fidelity what the translation promises
 * @param codes the codes of its notes, each once
 * @param notes how many notes it has
 */
public record TranslationRow(String rule, String target, String fidelity, List<String> codes, int notes) {
    public TranslationRow {
        codes = List.copyOf(codes);
    }

    static final List<DataColumn<TranslationRow>> COLUMNS = List.of(
            new DataColumn<>("rule", row -> Cell.of(row.rule())),
            new DataColumn<>("target", row -> Cell.of(row.target())),
            new DataColumn<>("fidelity", row -> Cell.of(row.fidelity())),
            new DataColumn<>("codes", row -> Cell.of(row.codes())),
            new DataColumn<>("notes", row -> Cell.of(row.notes())));

    static Stream<TranslationRow> rows(CorpusFacts facts) {
        return facts.rules().stream()
                .flatMap(rule -> rule.translations().stream().map(translation -> of(rule.slug(), translation)));
    }

    private static TranslationRow of(String rule, Translation translation) {
        return new TranslationRow(
                rule,
                translation.target(),
                translation.fidelity().word(),
                translation.notes().stream()
                        .map(note -> note.code().name())
                        .distinct()
                        .toList(),
                translation.notes().size());
    }
}
