package dev.kqlift.reports.transpile;

import dev.kqlift.reports.json.JsonLayout;
import dev.kqlift.reports.json.JsonObjects;
import dev.kqlift.source.SourceText;
import dev.kqlift.translation.TranslationNote;
import java.io.OutputStream;

/** Translations as JSON Lines, one object a rule and target. */
public final class TranspileJson implements TranspileWriter {
    private final JsonObjects json;

    public TranspileJson(OutputStream out) {
        this.json = new JsonObjects(out, JsonLayout.LINES);
    }

    @Override
    public void write(TranspileRow row) {
        SourceText text = row.document().file().text();
        json.begin();
        json.text("file", row.document().file().path());
        json.text("id", row.id());
        json.text("target", row.translation().target());
        json.text("fidelity", row.translation().fidelity().word());
        json.beginArray("notes");
        for (TranslationNote note : row.translation().notes()) {
            json.beginItem();
            json.text("code", note.code().name());
            json.text("effect", note.effect().word());
            json.text("message", note.message());
            json.range(text, note.span());
            json.endItem();
        }
        json.endArray();
        json.text("output_file", row.outputFile());
        json.text("text", row.text());
        json.end();
    }

    @Override
    public void close() {
        json.close();
    }
}
