package dev.kqlift.reports.lint;

import dev.kqlift.lint.Baseline;
import dev.kqlift.lint.FindingKey;
import dev.kqlift.reports.json.JsonLayout;
import dev.kqlift.reports.json.JsonObjects;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A baseline as a file: a JSON array with an object a line, which merges well. */
public final class BaselineFile {
    private BaselineFile() {}

    /** The bytes of a baseline. */
    public static byte[] write(Baseline baseline) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonObjects json = new JsonObjects(out, JsonLayout.ARRAY)) {
            for (Baseline.Entry entry : baseline.entries()) {
                json.begin();
                json.text("rule", entry.key().rule());
                json.text("code", entry.key().code());
                json.text("hash", entry.key().hash());
                json.number("count", entry.count());
                json.end();
            }
        }
        return out.toByteArray();
    }

    /**
     * Reads the bytes of a baseline into one.
     *
     * @return what is wrong with them
     */
    public static Optional<String> read(byte[] bytes, Baseline into) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return Optional.of("it is no JSON array");
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                Optional<Baseline.Entry> entry = entry(parser);
                if (entry.isEmpty()) {
                    return Optional.of("line " + parser.currentTokenLocation().getLineNr()
                            + " is no entry with rule, code, hash and count");
                }
                into.add(entry.get());
            }
            return parser.currentToken() == JsonToken.END_ARRAY ? Optional.empty() : Optional.of("it is no JSON array");
        } catch (JacksonException broken) {
            return Optional.of("line " + broken.getLocation().getLineNr() + " is no JSON");
        }
    }

    private static Optional<Baseline.Entry> entry(JsonParser parser) {
        String rule = "";
        String code = "";
        String hash = "";
        int count = 0;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NUMBER_INT) {
                return Optional.empty();
            }
            switch (name) {
                case "rule" -> rule = parser.getString();
                case "code" -> code = parser.getString();
                case "hash" -> hash = parser.getString();
                case "count" -> count = value == JsonToken.VALUE_NUMBER_INT ? parser.getIntValue() : 0;
                default -> {
                    return Optional.empty();
                }
            }
        }
        boolean whole = !rule.isEmpty() && !code.isEmpty() && !hash.isEmpty() && count > 0;
        return whole ? Optional.of(new Baseline.Entry(new FindingKey(rule, code, hash), count)) : Optional.empty();
    }
}
