package dev.kqlift.reports.json;

import dev.kqlift.types.Value;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Constants as text for people. */
public final class JsonValues {
    private JsonValues() {}

    /** The value as JSON has it. */
    public static String text(Value value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonObjects json = new JsonObjects(out, JsonLayout.LINES)) {
            json.beginItem();
            json.value("v", value);
            json.endItem();
        }
        String object = out.toString(StandardCharsets.UTF_8);
        return object.substring("{\"v\":".length(), object.length() - 1);
    }
}
