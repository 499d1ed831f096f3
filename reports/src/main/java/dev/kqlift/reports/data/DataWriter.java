package dev.kqlift.reports.data;

import dev.kqlift.catalog.AttackCatalog;
import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.reports.csv.CsvCells;
import dev.kqlift.reports.text.TextTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the facts of a corpus to a folder. The same facts give the same bytes. */
public final class DataWriter {
    private static final String SUMMARY = "summary.md";

    private final AttackCatalog attack;
    private final CsvCells cells;

    /**
     * @param attack the version of ATT&CK that the facts name
     * @param cells how texts stand in CSV
     */
    public DataWriter(AttackCatalog attack, CsvCells cells) {
        this.attack = attack;
        this.cells = cells;
    }

    /** Writes the facts in each of the formats. */
    public void write(CorpusFacts facts, List<DataFormat> formats, Path folder) throws IOException {
        try (DataFolder files = DataFolder.begin(folder)) {
            List<String> possible = new ArrayList<>();
            for (DataFormat format : formats) {
                possible.addAll(write(facts, format, files));
            }
            files.finish(possible);
        }
    }

    /** Writes one format; returns the paths of all files that it may have. */
    private List<String> write(CorpusFacts facts, DataFormat format, DataFolder files) throws IOException {
        return switch (format) {
            case CSV -> csv(facts, files);
            case JSON -> json(facts, files);
            case MARKDOWN -> markdown(facts, files);
            case NAVIGATOR -> navigator(facts, files);
        };
    }

    private List<String> csv(CorpusFacts facts, DataFolder files) throws IOException {
        CsvTables csv = new CsvTables(cells);
        for (DataTable<?> table : DataTables.ALL) {
            files.write(table.name() + ".csv", out -> csv.write(table, facts, out));
        }
        return List.of();
    }

    private static List<String> json(CorpusFacts facts, DataFolder files) throws IOException {
        for (DataTable<?> table : DataTables.ALL) {
            files.write(table.name() + ".json", out -> JsonTables.write(table, facts, out));
        }
        return List.of();
    }

    private static List<String> markdown(CorpusFacts facts, DataFolder files) throws IOException {
        String page = MarkdownSummary.of(facts);
        files.write(SUMMARY, out -> new TextTarget(out).write(page));
        return List.of();
    }

    private List<String> navigator(CorpusFacts facts, DataFolder files) throws IOException {
        for (NavigatorLayer layer : new NavigatorLayers(attack).of(facts)) {
            files.write(layer.path(), out -> NavigatorJson.write(layer, out));
        }
        return NavigatorLayers.paths();
    }
}
