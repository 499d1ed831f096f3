package dev.kqlift.reports.overlap;

import dev.kqlift.corpus.overlap.OverlapRow;
import dev.kqlift.reports.json.JsonLayout;
import dev.kqlift.reports.json.JsonObjects;
import java.io.OutputStream;
import java.util.List;

/** Rows of an overlap index as JSON, one object a row. */
public final class OverlapJson implements OverlapWriter {
    private final OutputStream out;
    private final JsonLayout layout;

    public OverlapJson(OutputStream out, JsonLayout layout) {
        this.out = out;
        this.layout = layout;
    }

    @Override
    public void write(List<OverlapRow> rows) {
        try (JsonObjects json = new JsonObjects(out, layout)) {
            for (OverlapRow row : rows) {
                json.begin();
                json.text("field", row.field());
                json.text("kind", row.kind().word());
                json.bool("negated", row.negated());
                json.text("value", row.value());
                json.number("rules", row.rules());
                json.number("files", row.files());
                json.end();
            }
        }
    }
}
