package dev.kqlift.execution;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.types.Value;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The rows of a table in a file: JSON, JSON Lines, CSV or Parquet, as the file's name ends. The file is never in memory as a
 * whole.
 */
public final class DataFile {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private DataFile() {}

    /**
     * Reads a file. Columns that the table is known to have are of the types that it gives them; the types of others follow
     * from the values.
     *
     * @param known the table, where it is known
     */
    public static LocalTable read(Path path, Optional<TableSchema> known) throws IOException, InputException {
        return read(path, known, bytes -> {});
    }

    /**
     * Reads a file, as {@link #read(Path, Optional)}.
     *
     * @param progress is told now and then how many bytes are read
     */
    public static LocalTable read(Path path, Optional<TableSchema> known, LongConsumer progress)
            throws IOException, InputException {
        String name =
                path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".parquet")) {
            return ParquetFile.read(path, known);
        }
        boolean csv = name.endsWith(".csv");
        if (!csv && !name.endsWith(".json") && !name.endsWith(".jsonl") && !name.endsWith(".ndjson")) {
            throw new InputException("data are read from .json, .jsonl, .ndjson, .csv and .parquet files");
        }
        RowBuilder rows = new RowBuilder(known, csv);
        try (InputStream bytes = new Counted(Files.newInputStream(path), progress)) {
            if (csv) {
                CsvRows.read(text(bytes), rows);
            } else {
                try (JsonReader json = JsonReader.of(bytes, rows.shared())) {
                    json.rows(rows);
                }
            }
        } catch (CharacterCodingException e) {
            throw new InputException("it is no text in UTF-8");
        }
        return rows.table();
    }

    private static Reader text(InputStream bytes) throws IOException {
        // A decoder of one's own stops at bytes that are no text; the usual one would make other characters of them.
        BufferedReader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /**
     * The table of rows that were read as JSON.
     *
     * @param known the table, where it is known
     */
    public static LocalTable table(List<Map<String, Value>> rows, Optional<TableSchema> known) throws InputException {
        RowBuilder builder = new RowBuilder(known, false);
        for (Map<String, Value> row : rows) {
            builder.begin();
            for (Map.Entry<String, Value> cell : row.entrySet()) {
                builder.put(cell.getKey(), cell.getValue());
            }
        }
        return builder.table();
    }

    /** Tells how much is read of a stream. */
    private static final class Counted extends FilterInputStream {
        private final LongConsumer progress;
        private long bytes;

        Counted(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            bytes += Math.max(0, read);
            progress.accept(bytes);
            return read;
        }
    }
}
