package dev.kqlift.cli;

import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.engine.Workspace;
import dev.kqlift.evaluation.DataColumns;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.execution.DataFile;
import dev.kqlift.execution.InputException;
import dev.kqlift.reports.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
                        "The rows of a table: .json, .jsonl, .ndjson, .csv or .parquet. A watchlist goes by its alias, externaldata by its address, an ASIM parser and FileProfile by their names.")
                .build();
    }

    /** The tables by name. A bar shows how far the reading of a large file is. */
    static Map<String, LocalTable> tables(ParseResult arguments, Workspace workspace, Streams streams) {
        Map<String, LocalTable> tables = new LinkedHashMap<>();
        List<String> given = arguments.matchedOptionValue("--data", List.of());
        for (String entry : given) {
            int equals = entry.lastIndexOf('=');
            if (equals <= 0) {
                throw new UsageException(Printable.line("--data " + entry + " is not of the form TABLE=FILE"));
            }
            String name = entry.substring(0, equals);
            tables.put(name, read(name, entry.substring(equals + 1), workspace, streams));
        }
        return tables;
    }

    private static LocalTable read(String name, String path, Workspace workspace, Streams streams) {
        try (Progress progress = Progress.ofBytes(streams)) {
            Path file = Path.of(path);
            long size = Files.size(file);
            Optional<TableSchema> known = DataColumns.of(name, workspace.tables(), workspace.own());
            return DataFile.read(file, known, bytes -> progress.read(bytes, size));
        } catch (IOException | InvalidPathException e) {
            throw new UsageException(Printable.line("the data file " + path + " cannot be read: " + Reason.of(e)));
        } catch (OutOfMemoryError full) {
            throw new UsageException(Printable.line("the data file " + path
                    + " does not fit into memory; give it fewer rows, or Java more memory (JDK_JAVA_OPTIONS=-Xmx8g)"));
        } catch (InputException e) {
            throw new UsageException(Printable.line("the data file " + path + " cannot be read: " + e.getMessage()));
        }
    }

    /** For each table that has columns of which only the values tell the type, a line that says these types. */
    static List<String> inferred(Map<String, LocalTable> tables, Workspace workspace) {
        List<String> lines = new ArrayList<>();
        tables.forEach((name, table) -> {
            Set<String> declared = new HashSet<>();
            DataColumns.of(name, workspace.tables(), workspace.own())
                    .ifPresent(known -> known.columns().forEach(column -> declared.add(column.name())));
            String types = table.columns().stream()
                    .filter(column -> !declared.contains(column.name()))
                    .map(column -> column.name() + ": " + column.type().word())
                    .collect(Collectors.joining(", "));
            if (!types.isEmpty()) {
                lines.add(name + ": types taken from the values, no schema declares them: " + types);
            }
        });
        return lines;
    }

    /** The tables as the binder sees them: the columns that are known, then those that only the data have. */
    static List<TableSchema> schemas(Map<String, LocalTable> tables, TableCatalog catalog) {
        List<TableSchema> schemas = new ArrayList<>();
        tables.forEach((name, table) -> schemas.add(table.schema(name, catalog.table(name))));
        return schemas;
    }
}
