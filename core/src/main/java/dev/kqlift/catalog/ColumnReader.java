package dev.kqlift.catalog;

import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.document.Datum;
import dev.kqlift.types.KqlType;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads mappings {@code {column: type}}. */
final class ColumnReader {
    private final WorkspaceDiagnostics diagnostics;
    /** An alias may repeat a mapping any number of times; each is read once, so that the work stays that of the file. */
    private final Map<Datum.Mapping, List<ColumnSchema>> read = new IdentityHashMap<>();

    ColumnReader(WorkspaceDiagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The columns of a mapping; the key of {@code besides} is none. */
    List<ColumnSchema> read(Datum.Mapping mapping, String where, String besides) {
        List<ColumnSchema> known = read.get(mapping);
        if (known != null) {
            return known;
        }
        Map<String, ColumnSchema> columns = new LinkedHashMap<>();
        for (Datum.Entry entry : mapping.entries()) {
            String name = entry.key().value();
            if (!name.equals(besides)) {
                columns.put(name, new ColumnSchema(name, type(entry, where)));
            }
        }
        List<ColumnSchema> result = List.copyOf(columns.values());
        read.put(mapping, result);
        return result;
    }

    private KqlType type(Datum.Entry entry, String where) {
        String column = "column `" + entry.key().value() + "` of " + where;
        if (!(entry.value() instanceof Datum.Scalar word) || entry.value().isNull()) {
            diagnostics.report(
                    DiagnosticCode.KD021,
                    column + " has no type; write `column: type`",
                    entry.key().span());
            return KqlType.UNKNOWN;
        }
        Optional<KqlType> type = KqlType.ofName(word.value());
        if (type.isEmpty()) {
            diagnostics.report(
                    DiagnosticCode.KD022,
                    "the type of " + column + " is no type of KQL: `" + word.value() + "`"
                            + Nearest.hint(word.value(), Nearest.TYPES),
                    word.span());
        }
        return type.orElse(KqlType.UNKNOWN);
    }
}
