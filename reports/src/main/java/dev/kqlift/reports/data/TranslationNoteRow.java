package dev.kqlift.reports.data;

import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.source.Position;
import dev.kqlift.translation.TranslationNote;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a translation changed, and where.
 *
 * @param rule the rule's slug, the key of {@code rules}
 * @param target the language
 * @param code the note's code
 * @param effect what the change does to the result
 * @param message one sentence
 * @param line where it is, in the rule file
 * @param column where it is, in UTF-16 units from 1
 */
public record TranslationNoteRow(
        String rule, String target, String code, String effect, String message, int line, int column) {
    static final List<DataColumn<TranslationNoteRow>> COLUMNS = List.of(
            new DataColumn<>("rule", row -> Cell.of(row.rule())),
            new DataColumn<>("target", row -> Cell.of(row.target())),
            new DataColumn<>("code", row -> Cell.of(row.code())),
            new DataColumn<>("effect", row -> Cell.of(row.effect())),
            new DataColumn<>("message", row -> Cell.of(row.message())),
            new DataColumn<>("line", row -> Cell.of(row.line())),
            new DataColumn<>("column", row -> Cell.of(row.column())));

    static Stream<TranslationNoteRow> rows(CorpusFacts facts) {
        return facts.rules().stream()
                .flatMap(rule -> rule.translations().stream()
                        .flatMap(translation ->
                                translation.notes().stream().map(note -> of(rule, translation.target(), note))));
    }

    private static TranslationNoteRow of(RuleFacts rule, String target, TranslationNote note) {
        Position place = rule.document().file().text().position(note.span().start());
        return new TranslationNoteRow(
                rule.slug(),
                target,
                note.code().name(),
                note.effect().word(),
                note.message(),
                place.line(),
                place.column());
    }
}
