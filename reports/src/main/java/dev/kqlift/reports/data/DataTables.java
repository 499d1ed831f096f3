package dev.kqlift.reports.data;

import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.overlap.OverlapRow;
import java.util.List;
import java.util.stream.Stream;

/** The tables, in the order of their documentation. */
final class DataTables {
    private static final List<DataColumn<OverlapRow>> OVERLAP = List.of(
            new DataColumn<>("field", row -> Cell.of(row.field())),
            new DataColumn<>("kind", row -> Cell.of(row.kind().word())),
            new DataColumn<>("negated", row -> Cell.of(row.negated())),
            new DataColumn<>("value", row -> Cell.of(row.value())),
            new DataColumn<>("rules", row -> Cell.of(row.rules())),
            new DataColumn<>("files", row -> Cell.of(row.files())));

    static final List<DataTable<?>> ALL = List.of(
            new DataTable<>("rules", RuleRow.class, RuleRow.COLUMNS, RuleRow::rows),
            new DataTable<>("indicators", IndicatorRow.class, IndicatorRow.COLUMNS, IndicatorRow::rows),
            new DataTable<>("overlap", OverlapRow.class, OVERLAP, DataTables::overlap),
            new DataTable<>("output_fields", OutputFieldRow.class, OutputFieldRow.COLUMNS, OutputFieldRow::rows),
            new DataTable<>("techniques", TechniqueRow.class, TechniqueRow.COLUMNS, TechniqueRow::rows),
            new DataTable<>("tables", TableRow.class, TableRow.COLUMNS, TableRow::rows),
            new DataTable<>("translations", TranslationRow.class, TranslationRow.COLUMNS, TranslationRow::rows),
            new DataTable<>(
                    "translation_notes",
                    TranslationNoteRow.class,
                    TranslationNoteRow.COLUMNS,
                    TranslationNoteRow::rows),
            new DataTable<>("findings", FindingRow.class, FindingRow.COLUMNS, FindingRow::rows),
            new DataTable<>("mappings", MappingRow.class, MappingRow.COLUMNS, MappingRow::rows),
            new DataTable<>("similar", SimilarRow.class, SimilarRow.COLUMNS, SimilarRow::rows),
            new DataTable<>("tuning", TuningRow.class, TuningRow.COLUMNS, TuningRow::rows));

    private DataTables() {}

    private static Stream<OverlapRow> overlap(CorpusFacts facts) {
        return facts.indicators().stream()
                .map(fact -> new OverlapRow(
                        fact.field(),
                        fact.kind(),
                        fact.negated(),
                        fact.value(),
                        fact.rules().size(),
                        fact.files()));
    }
}
