package dev.kqlift.execution;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.io.Reader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** JSON as values: objects are bags, arrays arrays, and a null is that of {@code dynamic}. */
public final class JsonReader implements AutoCloseable {
    private static final int DEPTH = 500;
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;

    public JsonReader(Reader text) {
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    /** The next of the values that stand one behind the other; empty at the end. */
    public Optional<Value> next() throws InputException {
        try {
            JsonToken token = parser.nextToken();
            return token == null ? Optional.empty() : Optional.of(value(token));
        } catch (JacksonException e) {
            throw new InputException("line " + e.getLocation().getLineNr() + " is no JSON: " + e.getOriginalMessage());
        }
    }

    /** The items of an array, or the values that stand one behind the other. */
    List<Value> all() throws InputException {
        List<Value> values = new ArrayList<>();
        Optional<Value> first = next();
        if (first.isPresent() && first.get() instanceof Value.Array(var items)) {
            return items;
        }
        for (Optional<Value> value = first; value.isPresent(); value = next()) {
            values.add(value.get());
        }
        return values;
    }

    private Value value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Value> entries = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    entries.put(name, value(parser.nextToken()));
                }
                yield new Value.Bag(entries);
            }
            case START_ARRAY -> {
                List<Value> items = new ArrayList<>();
                for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
                    items.add(value(item));
                }
                yield new Value.Array(items);
            }
            case VALUE_STRING -> new Value.Text(parser.getString());
            case VALUE_TRUE -> new Value.Bool(true);
            case VALUE_FALSE -> new Value.Bool(false);
            case VALUE_NUMBER_INT -> whole(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> new Value.Real(parser.getDoubleValue());
            default -> new Value.Null(KqlType.DYNAMIC);
        };
    }

    private static Value whole(BigInteger number) {
        return number.compareTo(LEAST) >= 0 && number.compareTo(GREATEST) <= 0
                ? new Value.Whole(number.longValueExact(), KqlType.LONG)
                : new Value.Real(number.doubleValue());
    }

    @Override
    public void close() {
        parser.close();
    }
}
