package dev.kqlift.catalog;

import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.source.Span;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * What a user's schema file {@code {"Table": {"Column": "type"}}} says.
 *
 * @param tables in the order of the file; none where the file is not JSON of that form
 * @param diagnostics what is wrong with the file, in its order
 */
public record TableSchemaFile(List<TableSchema> tables, List<Diagnostic> diagnostics) {
    public TableSchemaFile {
        tables = List.copyOf(tables);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Reads the text of a schema file. */
    public static TableSchemaFile parse(String json) {
        return new Reader(json).read();
    }

    private static final class Reader {
        private final String json;
        /** A byte order mark is no JSON, but editors leave one. */
        private final int skipped;

        private final Map<String, TableSchema> tables = new LinkedHashMap<>();
        private final List<Diagnostic> diagnostics = new ArrayList<>();
        /** The end of the last name or value that was looked at. */
        private int reached;

        Reader(String json) {
            this.json = json;
            this.skipped = json.startsWith("\uFEFF") ? 1 : 0;
        }

        TableSchemaFile read() {
            String text = json.substring(skipped);
            try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
                if (parser.nextToken() == JsonToken.START_OBJECT) {
                    tables(parser);
                } else {
                    wrongType(parser, "a schema file is an object of tables: {\"Table\": {\"Column\": \"type\"}}");
                }
                if (parser.nextToken() != null) {
                    report(DiagnosticCode.KD011, "text follows the object of tables", place(parser));
                    tables.clear();
                }
            } catch (JacksonException e) {
                // Half a file would pass for a whole one, and a table that was not reached for an unknown one.
                tables.clear();
                Span place = Span.at(offset(e.getLocation()));
                report(DiagnosticCode.KD011, "the schema file is not JSON: " + e.getOriginalMessage(), place);
            }
            return new TableSchemaFile(List.copyOf(tables.values()), diagnostics);
        }

        private void tables(JsonParser parser) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                Span place = place(parser);
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    wrongType(parser, "the columns of table `" + name + "` are no object {\"Column\": \"type\"}");
                    continue;
                }
                if (tables.put(name, new TableSchema(name, columns(parser, name))) != null) {
                    report(DiagnosticCode.KD013, "table `" + name + "` stands twice; the last one counts", place);
                }
            }
        }

        private List<ColumnSchema> columns(JsonParser parser, String table) {
            Map<String, ColumnSchema> columns = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                Span place = place(parser);
                parser.nextToken();
                if (columns.put(name, new ColumnSchema(name, type(parser, table, name))) != null) {
                    String message = "column `" + name + "` of table `" + table + "` stands twice; the last one counts";
                    report(DiagnosticCode.KD013, message, place);
                }
            }
            return List.copyOf(columns.values());
        }

        /** The type, {@code UNKNOWN} where the file does not tell: without the column the schema would be wrong. */
        private KqlType type(JsonParser parser, String table, String column) {
            String where = "the type of column `" + column + "` of table `" + table + "`";
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                wrongType(parser, where + " is no text");
                return KqlType.UNKNOWN;
            }
            String word = parser.getString();
            Optional<KqlType> type = KqlType.ofName(word);
            if (type.isEmpty()) {
                report(DiagnosticCode.KD015, where + " is no type of KQL: `" + word + "`", place(parser));
            }
            return type.orElse(KqlType.UNKNOWN);
        }

        /** Reports the current value and passes over all of it. */
        private void wrongType(JsonParser parser, String message) {
            report(DiagnosticCode.KD015, message, place(parser));
            parser.skipChildren();
        }

        private void report(DiagnosticCode code, String message, Span place) {
            diagnostics.add(Diagnostic.of(code, message, place));
        }

        private Span place(JsonParser parser) {
            int start = offset(parser.currentTokenLocation());
            reached = Math.max(start, offset(parser.currentLocation()));
            return new Span(start, reached);
        }

        /** The parser gives no location for what is no JSON error but over its limits, as nesting is. */
        private int offset(@Nullable TokenStreamLocation location) {
            long offset = location == null ? -1 : location.getCharOffset();
            return offset < 0 ? reached : Math.toIntExact(Math.min(offset + skipped, json.length()));
        }
    }
}
