package dev.kqlift.cli;

import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.execution.DataFile;
import dev.kqlift.execution.InputException;
import dev.kqlift.reports.text.Printable;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code --data TABLE=FILE}: the tables that a run reads. */
final class DataOption {
    private DataOption() {}

    static OptionSpec spec() {
        return OptionSpec.builder("--data")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1..*")
                .paramLabel("TABLE=FILE")
                .description(
                        "The rows of a table: .json, .jsonl, .ndjson, .csv or .parquet. A watchlist goes by its alias, externaldata by its address.")
                .build();
    }

    /** The tables by name. */
    static Map<String, LocalTable> tables(ParseResult arguments, TableCatalog catalog) {
        Map<String, LocalTable> tables = new LinkedHashMap<>();
        List<String> given = arguments.matchedOptionValue("--data", List.of());
        for (String entry : given) {
            int equals = entry.lastIndexOf('=');
            if (equals <= 0) {
                throw new UsageException(Printable.line("--data " + entry + " is not of the form TABLE=FILE"));
            }
            String name = entry.substring(0, equals);
            tables.put(name, read(name, entry.substring(equals + 1), catalog));
        }
        return tables;
    }

    private static LocalTable read(String name, String path, TableCatalog catalog) {
        try {
            return DataFile.read(Path.of(path), catalog.table(name));
        } catch (IOException | InvalidPathException e) {
            throw new UsageException(Printable.line("the data file " + path + " cannot be read: " + Reason.of(e)));
        } catch (InputException e) {
            throw new UsageException(Printable.line("the data file " + path + " cannot be read: " + e.getMessage()));
        }
    }

    /** The tables as the binder sees them: the columns that are known, then those that only the data have. */
    static List<TableSchema> schemas(Map<String, LocalTable> tables, TableCatalog catalog) {
        List<TableSchema> schemas = new ArrayList<>();
        tables.forEach((name, table) -> schemas.add(table.schema(name, catalog.table(name))));
        return schemas;
    }
}
