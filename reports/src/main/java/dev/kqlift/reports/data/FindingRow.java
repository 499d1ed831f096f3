package dev.kqlift.reports.data;

import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.lint.Finding;
import dev.kqlift.source.Position;
import dev.kqlift.source.SourceText;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a check found.
 *
 * @param rule the rule's slug, the key of {@code rules}
 * @param code the check's code
 * @param name its name
 * @param category what it is about
 * @param severity how bad it is, after configuration
 * @param message the fact
 * @param line where it begins, in the rule file
 * @param column where it begins, in UTF-16 units from 1
 * @param endLine where it ends
 * @param endColumn where it ends
 * @param fix whether it can be mended by a program
 */
public record FindingRow(
        String rule,
        String code,
        String name,
        String category,
        String severity,
        String message,
        int line,
        int column,
        int endLine,
        int endColumn,
        boolean fix) {
    static final List<DataColumn<FindingRow>> COLUMNS = List.of(
            new DataColumn<>("rule", row -> Cell.of(row.rule())),
            new DataColumn<>("code", row -> Cell.of(row.code())),
            new DataColumn<>("name", row -> Cell.of(row.name())),
            new DataColumn<>("category", row -> Cell.of(row.category())),
            new DataColumn<>("severity", row -> Cell.of(row.severity())),
            new DataColumn<>("message", row -> Cell.of(row.message())),
            new DataColumn<>("line", row -> Cell.of(row.line())),
            new DataColumn<>("column", row -> Cell.of(row.column())),
            new DataColumn<>("end_line", row -> Cell.of(row.endLine())),
            new DataColumn<>("end_column", row -> Cell.of(row.endColumn())),
            new DataColumn<>("fix", row -> Cell.of(row.fix())));

    static Stream<FindingRow> rows(CorpusFacts facts) {
        return facts.rules().stream()
                .flatMap(rule -> rule.lint().findings().stream().map(finding -> of(rule, finding)));
    }

    private static FindingRow of(RuleFacts rule, Finding finding) {
        SourceText text = rule.document().file().text();
        Position start = text.position(finding.span().start());
        Position end = text.position(finding.span().end());
        return new FindingRow(
                rule.slug(),
                finding.check().code(),
                finding.check().name(),
                finding.check().category().word(),
                finding.severity().word(),
                finding.message(),
                start.line(),
                start.column(),
                end.line(),
                end.column(),
                finding.fix().isPresent());
    }
}
