package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Texts of JSON as dynamic values. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** The value of a text; a text that is not JSON is itself, an empty one null. */
    static Value parse(String text, CallSite site) {
        if (text.isBlank()) {
            return text.isEmpty() ? Nulls.DYNAMIC : new Value.Text(text);
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            Value value = value(parser, parser.nextToken(), site);
            if (parser.nextToken() == null) {
                return value;
            }
        } catch (JacksonException notJson) {
            return notStrict(text, site);
        }
        return notStrict(text, site);
    }

    /** Whether the engine takes quotes of the other kind, bare words and the like for JSON is not known. */
    private static Value notStrict(String text, CallSite site) {
        String trimmed = text.strip();
        boolean nearly = trimmed.startsWith("{'") || trimmed.startsWith("['") || trimmed.startsWith("'");
        if (nearly) {
            throw site.refuse("whether single quotes are taken for JSON is not known");
        }
        return new Value.Text(text);
    }

    private static Value value(JsonParser parser, @Nullable JsonToken token, CallSite site) {
        if (token == null) {
            throw site.refuse("the text ends inside of JSON");
        }
        return switch (token) {
            case START_OBJECT -> bag(parser, site);
            case START_ARRAY -> array(parser, site);
            case VALUE_STRING -> new Value.Text(parser.getString());
            case VALUE_NUMBER_INT -> whole(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> Numbers.ofReal(parser.getDoubleValue());
            case VALUE_TRUE -> Logic.TRUE;
            case VALUE_FALSE -> Logic.FALSE;
            case VALUE_NULL -> Nulls.DYNAMIC;
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw site.refuse("the text is no JSON that can be read");
        };
    }

    private static Value whole(BigInteger number) {
        return number.bitLength() < 64
                ? new Value.Whole(number.longValueExact(), KqlType.LONG)
                : Numbers.ofReal(number.doubleValue());
    }

    private static Value array(JsonParser parser, CallSite site) {
        List<Value> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token, site));
        }
        return new Value.Array(items);
    }

    private static Value bag(JsonParser parser, CallSite site) {
        Map<String, Value> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (entries.put(key, value(parser, parser.nextToken(), site)) != null) {
                throw site.refuse("the key `" + key + "` stands twice in a JSON object");
            }
        }
        return new Value.Bag(entries);
    }
}
