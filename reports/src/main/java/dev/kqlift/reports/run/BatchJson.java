package dev.kqlift.reports.run;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.reports.json.JsonLayout;
import dev.kqlift.reports.json.JsonObjects;
import dev.kqlift.source.SourceText;
import dev.kqlift.types.Value;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** The answers of a batch, one JSON object a line. */
public final class BatchJson implements AutoCloseable {
    private final JsonObjects json;

    public BatchJson(OutputStream out) {
        this.json = new JsonObjects(out, JsonLayout.LINES);
    }

    /** Writes the answer to a query. */
    public void write(String id, SourceText query, EvaluationResult result) {
        json.begin();
        json.text("id", id);
        switch (result) {
            case EvaluationResult.Rows rows -> rows(json, rows);
            case EvaluationResult.Refused(var reason) -> error(reason, query);
        }
        json.end();
        json.flush();
    }

    /** Columns and rows of a result. */
    static void rows(JsonObjects json, EvaluationResult.Rows result) {
        json.beginArray("columns");
        result.columns().forEach(column -> {
            json.beginItem();
            json.text("name", column.name());
            json.text("type", column.type().word());
            json.endItem();
        });
        json.endArray();
        json.beginArray("rows");
        for (List<Value> row : result.rows()) {
            json.beginItems();
            for (int i = 0; i < row.size(); i++) {
                Optional<String> cell =
                        CellText.of(row.get(i), result.columns().get(i).type());
                json.item(cell);
            }
            json.endArray();
        }
        json.endArray();
    }

    private void error(Diagnostic reason, SourceText query) {
        json.beginObject("error");
        json.text("code", reason.code().name());
        json.text("message", reason.message());
        json.position(query, Math.min(reason.span().start(), query.length()));
        json.endItem();
    }

    @Override
    public void close() {
        json.close();
    }
}
