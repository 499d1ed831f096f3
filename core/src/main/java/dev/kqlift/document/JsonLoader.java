package dev.kqlift.document;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Parses JSON into located values, with the liberties of ARM templates: comments, trailing commas, strings over
 * lines.
 */
final class JsonLoader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private final String text;
    private final JsonParser parser;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private JsonLoader(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    static Loaded load(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new JsonLoader(text, parser).load();
        } catch (JacksonException exception) {
            return broken(text, problem(exception), offset(exception.getLocation()));
        }
    }

    private Loaded load() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return new Loaded.Roots(List.of());
        }
        Datum value = datum(first);
        if (parser.nextToken() != null) {
            return broken(text, "the file goes on after its first value", start());
        }
        return new Loaded.Roots(List.of(new Loaded.Root(value, diagnostics)));
    }

    private Datum datum(JsonToken token) {
        int start = start();
        return switch (token) {
            case START_OBJECT -> object(start);
            case START_ARRAY -> array(start);
            case VALUE_STRING -> scalar(ScalarForm.JSON_STRING, start);
            case VALUE_NULL -> scalar(ScalarForm.NULL, start);
            default -> scalar(ScalarForm.JSON_WORD, start);
        };
    }

    private Datum.Scalar scalar(ScalarForm form, int start) {
        // The text is asked for first: the parser reads strings lazily, and its end is known only then.
        String value = String.valueOf(parser.getString());
        return new Datum.Scalar(value, form, new Span(start, Math.max(start, end())));
    }

    private Datum.Mapping object(int start) {
        List<Datum.Entry> entries = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Datum.Scalar key = new Datum.Scalar(parser.currentName(), ScalarForm.JSON_STRING, keySpan(start()));
            entries.add(new Datum.Entry(key, datum(parser.nextToken())));
        }
        DuplicateKeys.report(entries, diagnostics);
        return new Datum.Mapping(entries, new Span(start, Math.max(start, end())));
    }

    /**
     * The parser has read on to the value when it hands out a name, so that the name's end is looked for in the text.
     */
    private Span keySpan(int start) {
        int end = start + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return new Span(start, Math.min(end + 1, text.length()));
    }

    private Datum.Sequence array(int start) {
        List<Datum> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(datum(token));
        }
        return new Datum.Sequence(items, new Span(start, Math.max(start, end())));
    }

    private int start() {
        return offset(parser.currentTokenLocation());
    }

    private int end() {
        return offset(parser.currentLocation());
    }

    private static int offset(TokenStreamLocation location) {
        return location == null ? 0 : (int) Math.max(0, location.getCharOffset());
    }

    private static Loaded broken(String text, String problem, int offset) {
        int start = Math.min(offset, text.length());
        Span span = new Span(start, Math.min(start + 1, text.length()));
        return new Loaded.Broken(Diagnostic.of(DiagnosticCode.KD011, problem, span));
    }

    /** The library's message without its note on where the bracket was opened, which names its own settings. */
    private static String problem(JacksonException exception) {
        String message = String.valueOf(exception.getOriginalMessage());
        int note = message.indexOf(" (start marker at");
        return note < 0 ? message : message.substring(0, note);
    }
}
