package dev.kqlift.reports.run;

import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.reports.json.JsonLayout;
import dev.kqlift.reports.json.JsonObjects;
import java.io.OutputStream;

/** A result as one JSON object: its columns with their types, and its rows, in which every value is a text or null. */
public final class ResultJson implements ResultWriter {
    private final OutputStream out;

    public ResultJson(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(EvaluationResult.Rows result) {
        try (JsonObjects json = new JsonObjects(out, JsonLayout.LINES)) {
            json.begin();
            BatchJson.rows(json, result);
            json.end();
        }
    }
}
