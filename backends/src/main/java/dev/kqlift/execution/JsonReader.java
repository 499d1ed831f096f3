package dev.kqlift.execution;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.io.IOException;
import java.io.InputStream;
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
import tools.jackson.core.TokenStreamLocation;
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

    private static final Value TRUE = new Value.Bool(true);
    private static final Value FALSE = new Value.Bool(false);
    private static final Value NULL = new Value.Null(KqlType.DYNAMIC);

    private final JsonParser parser;
    private final SharedValues shared;

    public JsonReader(Reader text) {
        this(FACTORY.createParser(ObjectReadContext.empty(), text), SharedValues.ofFew());
    }

    private JsonReader(JsonParser parser, SharedValues shared) {
        this.parser = parser;
        this.shared = shared;
    }

    /**
     * Reads a file, which is left open.
     *
     * @param shared values that may stand for equal ones of the text
     */
    static JsonReader of(InputStream bytes, SharedValues shared) throws IOException, InputException {
        try {
            return new JsonReader(FACTORY.createParser(ObjectReadContext.empty(), bytes), shared);
        } catch (JacksonException e) {
            throw failure(e, 1);
        }
    }

    /** The next of the values that stand one behind the other; empty at the end. */
    public Optional<Value> next() throws InputException {
        try {
            JsonToken token = parser.nextToken();
            return token == null ? Optional.empty() : Optional.of(value(token));
        } catch (JacksonException e) {
            throw noJson(e, parser.currentLocation().getLineNr());
        }
    }

    /** Takes in the objects of an array, or the objects that stand one behind the other, as rows. */
    void rows(RowBuilder into) throws IOException, InputException {
        try {
            JsonToken token = parser.nextToken();
            boolean array = token == JsonToken.START_ARRAY;
            token = array ? parser.nextToken() : token;
            for (int number = 1; token != null && !(array && token == JsonToken.END_ARRAY); number++) {
                if (token != JsonToken.START_OBJECT) {
                    throw new InputException("row " + number + " is no JSON object");
                }
                into.begin();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    into.put(name, value(parser.nextToken()));
                }
                token = parser.nextToken();
            }
        } catch (JacksonException e) {
            throw failure(e, parser.currentLocation().getLineNr());
        }
    }

    /** A file that cannot be read fails as such, not as one that is no JSON. */
    private static InputException failure(JacksonException e, int line) throws IOException {
        if (e.getCause() instanceof IOException failure) {
            throw failure;
        }
        return noJson(e, line);
    }

    /** The failure tells its own place only for some kinds of mistakes. */
    private static InputException noJson(JacksonException e, int line) {
        int place = Optional.ofNullable(e.getLocation())
                .map(TokenStreamLocation::getLineNr)
                .orElse(line);
        return new InputException("line " + place + " is no JSON: " + e.getOriginalMessage());
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
            case VALUE_STRING -> shared.of(new Value.Text(parser.getString()));
            case VALUE_TRUE -> TRUE;
            case VALUE_FALSE -> FALSE;
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? whole(parser.getBigIntegerValue())
                        : shared.of(new Value.Whole(parser.getLongValue(), KqlType.LONG));
            case VALUE_NUMBER_FLOAT -> new Value.Real(parser.getDoubleValue());
            default -> NULL;
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
