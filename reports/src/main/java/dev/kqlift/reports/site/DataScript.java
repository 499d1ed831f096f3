package dev.kqlift.reports.site;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * A piece of data that a page loads when it needs it: a script that calls a function, because a page opened from a folder
 * may load scripts and nothing else.
 */
final class DataScript {
    private final String name;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json;

    /** @param name the piece's name, of letters, digits and signs that need no escape */
    DataScript(String name) {
        this.name = name;
        bytes.writeBytes(("kqlift.add(\"" + name + "\", ").getBytes(StandardCharsets.US_ASCII));
        json = JsonFactory.builder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .build()
                .createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8);
    }

    /** Where the value is written to. */
    JsonGenerator json() {
        return json;
    }

    String path() {
        return "search/" + name + ".js";
    }

    void texts(List<String> texts) {
        json.writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    void numbers(List<Integer> numbers) {
        json.writeStartArray();
        numbers.forEach(number -> json.writeNumber(number.intValue()));
        json.writeEndArray();
    }

    /** The finished script. */
    byte[] bytes() {
        json.close();
        bytes.writeBytes(");\n".getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }
}
