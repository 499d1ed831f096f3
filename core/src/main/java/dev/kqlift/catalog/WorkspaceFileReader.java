package dev.kqlift.catalog;

import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.document.Datum;
import dev.kqlift.document.Loaded;
import dev.kqlift.document.ScalarForm;
import dev.kqlift.document.YamlLoader;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a {@code kqlift.yaml}: its top level, tables and watchlists. */
final class WorkspaceFileReader {
    static final List<String> KEYS = List.of("workspace", "tables", "functions", "watchlists");
    static final List<String> WATCHLIST_KEYS = List.of("searchKey", "columns");
    static final String EXTENDS = "extends";

    private final String text;
    private final TableCatalog builtIn;
    private final WorkspaceDiagnostics diagnostics = new WorkspaceDiagnostics();
    private final ColumnReader columns = new ColumnReader(diagnostics);

    WorkspaceFileReader(String text, TableCatalog builtIn) {
        this.text = text;
        this.builtIn = builtIn;
    }

    WorkspaceFile read() {
        WorkspaceConfig config = switch (YamlLoader.load(text)) {
            case Loaded.Broken(Diagnostic problem) -> {
                diagnostics.add(problem);
                yield WorkspaceConfig.EMPTY;
            }
            case Loaded.Roots(var roots) -> roots(roots);
        };
        List<Diagnostic> sorted = new ArrayList<>(diagnostics.list());
        sorted.sort(Comparator.comparingInt(
                        (Diagnostic diagnostic) -> diagnostic.span().start())
                .thenComparing(Diagnostic::code)
                .thenComparing(Diagnostic::message));
        return new WorkspaceFile(config, sorted);
    }

    private WorkspaceConfig roots(List<Loaded.Root> roots) {
        if (roots.isEmpty()) {
            return WorkspaceConfig.EMPTY;
        }
        Loaded.Root root = roots.getFirst();
        root.diagnostics().forEach(diagnostics::add);
        if (roots.size() > 1) {
            diagnostics.report(
                    DiagnosticCode.KD021,
                    "the file holds several YAML documents; put all of it into one",
                    first(roots.get(1).value().span()));
        }
        return switch (root.value()) {
            case Datum.Mapping mapping -> config(mapping);
            case Datum.Scalar scalar when scalar.form() == ScalarForm.NULL -> WorkspaceConfig.EMPTY;
            case Datum.Scalar scalar -> notTheTop(scalar);
            case Datum.Sequence sequence -> notTheTop(sequence);
        };
    }

    private WorkspaceConfig notTheTop(Datum value) {
        diagnostics.report(
                DiagnosticCode.KD021,
                "the file is a mapping with the keys " + String.join(", ", KEYS),
                first(value.span()));
        return WorkspaceConfig.EMPTY;
    }

    private WorkspaceConfig config(Datum.Mapping top) {
        diagnostics.unknownKeys(top, KEYS, "the file");
        Optional<Platform> platform = platform(top);
        TableCatalog known = builtIn.on(platform);
        List<TableSchema> tables = new ArrayList<>();
        entries(top, "tables").forEach((name, entry) -> table(entry, known).ifPresent(tables::add));
        List<WorkspaceFunction> functions = new ArrayList<>();
        FunctionReader reader = new FunctionReader(text, diagnostics);
        entries(top, "functions").forEach((name, entry) -> reader.read(entry).ifPresent(functions::add));
        List<Watchlist> watchlists = new ArrayList<>();
        entries(top, "watchlists").forEach((alias, entry) -> watchlist(entry).ifPresent(watchlists::add));
        return new WorkspaceConfig(platform, tables, functions, watchlists);
    }

    private Optional<Platform> platform(Datum.Mapping top) {
        Optional<Datum> value = top.get("workspace");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<Platform> platform =
                value.get() instanceof Datum.Scalar scalar ? Platform.ofWord(scalar.value()) : Optional.empty();
        if (platform.isEmpty()) {
            diagnostics.report(
                    DiagnosticCode.KD021,
                    "`workspace` is one of " + Platform.SENTINEL.word() + ", " + Platform.DEFENDER.word(),
                    first(value.get().span()));
        }
        return platform;
    }

    /** The entries of a section by name; of two with one name the last, as everywhere in YAML. */
    private Map<String, Datum.Entry> entries(Datum.Mapping top, String key) {
        Map<String, Datum.Entry> entries = new LinkedHashMap<>();
        diagnostics.mapping(top, key, "`" + key + "` is a mapping of names").ifPresent(section -> {
            for (Datum.Entry entry : section.entries()) {
                entries.put(entry.key().value(), entry);
            }
        });
        return entries;
    }

    private Optional<TableSchema> table(Datum.Entry entry, TableCatalog tables) {
        String name = entry.key().value();
        String form = "table `" + name + "` is a mapping {column: type}";
        Optional<Datum.Mapping> mapping = diagnostics.mapping(entry, form);
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        // No type of KQL is called true, so that a column may have the key's name.
        Optional<Datum.Scalar> extension = mapping.get()
                .scalar(EXTENDS)
                .filter(value -> value.value().equals("true") || value.value().equals("false"));
        List<ColumnSchema> own =
                columns.read(mapping.get(), "table `" + name + "`", extension.isPresent() ? EXTENDS : "");
        if (extension.isEmpty() || extension.get().value().equals("false")) {
            return Optional.of(new TableSchema(name, own));
        }
        Optional<TableSchema> known = tables.table(name);
        if (known.isEmpty()) {
            diagnostics.report(
                    DiagnosticCode.KD024,
                    "`extends` needs a table that kqlift knows, and it knows no `" + name + "`; leave the key out",
                    entry.key().span());
            return Optional.empty();
        }
        return Optional.of(new TableSchema(name, merged(known.get().columns(), own)));
    }

    private static List<ColumnSchema> merged(List<ColumnSchema> known, List<ColumnSchema> own) {
        Map<String, ColumnSchema> merged = new LinkedHashMap<>();
        known.forEach(column -> merged.put(column.name(), column));
        own.forEach(column -> merged.put(column.name(), column));
        return List.copyOf(merged.values());
    }

    private Optional<Watchlist> watchlist(Datum.Entry entry) {
        String alias = entry.key().value();
        String form = "watchlist `" + alias + "` is a mapping with the keys " + String.join(", ", WATCHLIST_KEYS);
        Optional<Datum.Mapping> mapping = diagnostics.mapping(entry, form);
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        diagnostics.unknownKeys(mapping.get(), WATCHLIST_KEYS, "watchlist `" + alias + "`");
        Optional<Datum.Mapping> declared =
                diagnostics.mapping(mapping.get(), "columns", "`columns` is a mapping {column: type}");
        if (declared.isEmpty()) {
            if (mapping.get().get("columns").isEmpty()) {
                diagnostics.report(
                        DiagnosticCode.KD024,
                        "watchlist `" + alias + "` has no `columns`",
                        entry.key().span());
            }
            return Optional.empty();
        }
        List<ColumnSchema> own = columns.read(declared.get(), "watchlist `" + alias + "`", "");
        Optional<Datum.Scalar> key =
                diagnostics.scalar(mapping.get(), "searchKey", "`searchKey` is the name of a column");
        String searchKey = key.map(Datum.Scalar::value).orElse("");
        if (key.isPresent() && own.stream().noneMatch(column -> column.name().equals(searchKey))) {
            diagnostics.report(
                    DiagnosticCode.KD024,
                    "the search key `" + searchKey + "` is no column of watchlist `" + alias + "`"
                            + Nearest.hint(
                                    searchKey,
                                    own.stream().map(ColumnSchema::name).toList()),
                    key.get().span());
        }
        return Optional.of(new Watchlist(alias, searchKey, own));
    }

    /** The start of a value that may be the whole rest of the file. */
    private static Span first(Span span) {
        return new Span(span.start(), Math.min(span.end(), span.start() + 1));
    }
}
