package dev.kqlift.reports.json;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.source.Position;
import dev.kqlift.source.SourceText;
import dev.kqlift.source.Span;
import dev.kqlift.types.Value;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * An output of JSON objects. The stream's failures pass through as the unchecked exceptions that the stream throws; the
 * stream is flushed but left open.
 */
public final class JsonObjects implements AutoCloseable {
    // Dynamic values nest as deep as the parser allows, which is its limit to set, not this writer's.
    private static final int DEPTH = 100_000;

    private final JsonGenerator json;
    private final JsonLayout layout;
    private boolean first = true;

    public JsonObjects(OutputStream out, JsonLayout layout) {
        this.layout = layout;
        this.json = JsonFactory.builder()
                .rootValueSeparator("")
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                .streamWriteConstraints(
                        StreamWriteConstraints.builder().maxNestingDepth(DEPTH).build())
                .build()
                .createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    /** Begins the next object of the output. */
    public void begin() {
        if (layout == JsonLayout.ARRAY) {
            json.writeRaw(first ? "[\n" : ",\n");
        }
        first = false;
        json.writeStartObject();
    }

    /** Ends it. */
    public void end() {
        json.writeEndObject();
        if (layout == JsonLayout.LINES) {
            json.writeRaw('\n');
        }
    }

    /** Begins an object inside an array. */
    public void beginItem() {
        json.writeStartObject();
    }

    /** Begins an object that is the value of a name. */
    public void beginObject(String name) {
        json.writeName(name);
        json.writeStartObject();
    }

    /** Ends an object that is an item or the value of a name. */
    public void endItem() {
        json.writeEndObject();
    }

    public void beginArray(String name) {
        json.writeName(name);
        json.writeStartArray();
    }

    /** Begins an array inside an array. */
    public void beginItems() {
        json.writeStartArray();
    }

    /** A text inside an array, or null. */
    public void item(Optional<String> value) {
        if (value.isPresent()) {
            json.writeString(WellFormed.text(value.get()));
        } else {
            json.writeNull();
        }
    }

    public void endArray() {
        json.writeEndArray();
    }

    public void text(String name, String value) {
        json.writeName(name);
        json.writeString(WellFormed.text(value));
    }

    public void text(String name, Optional<String> value) {
        if (value.isPresent()) {
            text(name, value.get());
        } else {
            json.writeName(name);
            json.writeNull();
        }
    }

    public void number(String name, int value) {
        json.writeName(name);
        json.writeNumber(value);
    }

    public void real(String name, double value) {
        json.writeName(name);
        json.writeNumber(value);
    }

    public void nothing(String name) {
        json.writeName(name);
        json.writeNull();
    }

    public void bool(String name, boolean value) {
        json.writeName(name);
        json.writeBoolean(value);
    }

    public void bool(String name, Optional<Boolean> value) {
        json.writeName(name);
        if (value.isPresent()) {
            json.writeBoolean(value.get());
        } else {
            json.writeNull();
        }
    }

    public void texts(String name, List<String> values) {
        beginArray(name);
        for (String value : values) {
            json.writeString(WellFormed.text(value));
        }
        endArray();
    }

    public void numbers(String name, int[] values) {
        beginArray(name);
        for (int value : values) {
            json.writeNumber(value);
        }
        endArray();
    }

    /** A constant: numbers and booleans as JSON has them, dynamic values as JSON, the rest as Kusto prints them. */
    public void value(String name, Value value) {
        json.writeName(name);
        value(value);
    }

    private void value(Value value) {
        switch (value) {
            case Value.Bool(boolean truth) -> json.writeBoolean(truth);
            case Value.Whole(long number, var type) -> json.writeNumber(number);
            case Value.Real(double number) -> json.writeNumber(number);
            case Value.Decimal(var number) -> json.writeNumber(number);
            case Value.Text(String text) -> json.writeString(WellFormed.text(text));
            case Value.DateTime(long ticks) -> json.writeString(KustoTime.dateTime(ticks));
            case Value.TimeSpan(long ticks) -> json.writeString(KustoTime.timeSpan(ticks));
            case Value.Guid(String text) -> json.writeString(WellFormed.text(text));
            case Value.Null nothing -> json.writeNull();
            case Value.Array(var items) -> {
                json.writeStartArray();
                for (Value item : items) {
                    value(item);
                }
                json.writeEndArray();
            }
            case Value.Bag(var entries) -> {
                json.writeStartObject();
                for (Map.Entry<String, Value> entry : entries.entrySet()) {
                    json.writeName(WellFormed.text(entry.getKey()));
                    value(entry.getValue());
                }
                json.writeEndObject();
            }
        }
    }

    /** The line and column of a place. */
    public void position(SourceText text, int offset) {
        Position start = text.position(offset);
        number("line", start.line());
        number("column", start.column());
    }

    /** The lines and columns of a span's start and end. */
    public void range(SourceText text, Span span) {
        position(text, span.start());
        Position end = text.position(span.end());
        number("end_line", end.line());
        number("end_column", end.column());
    }

    public void diagnostics(String name, SourceText text, List<Diagnostic> diagnostics) {
        beginArray(name);
        for (Diagnostic diagnostic : diagnostics) {
            beginItem();
            text("code", diagnostic.code().name());
            text("severity", diagnostic.severity().word());
            text("message", diagnostic.message());
            range(text, diagnostic.span());
            endItem();
        }
        endArray();
    }

    /** Passes on everything that was written. */
    public void flush() {
        json.flush();
    }

    @Override
    public void close() {
        if (layout == JsonLayout.ARRAY) {
            json.writeRaw(first ? "[]\n" : "\n]\n");
        }
        json.close();
    }
}
