package dev.kqlift.reports.diff;

import dev.kqlift.corpus.diff.Change;
import dev.kqlift.corpus.diff.CorpusDiff;
import dev.kqlift.corpus.diff.FieldChange;
import dev.kqlift.corpus.diff.FoundProblem;
import dev.kqlift.corpus.diff.PlacedRule;
import dev.kqlift.corpus.diff.RuleChange;
import dev.kqlift.corpus.diff.SoughtValue;
import dev.kqlift.reports.json.JsonLayout;
import dev.kqlift.reports.json.JsonObjects;
import dev.kqlift.source.Located;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What differs as JSON: one object for each rule that does. */
public final class DiffJson implements DiffWriter {
    private final OutputStream out;

    public DiffJson(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(CorpusDiff diff) {
        try (JsonObjects json = new JsonObjects(out, JsonLayout.ARRAY)) {
            diff.added().forEach(rule -> whole("added", rule, json));
            diff.removed().forEach(rule -> whole("removed", rule, json));
            diff.changed().forEach(change -> change(change, json));
        }
    }

    private static void whole(String word, PlacedRule rule, JsonObjects json) {
        json.begin();
        json.text("change", word);
        rule(rule, json);
        json.end();
    }

    private static void rule(PlacedRule rule, JsonObjects json) {
        json.text("id", rule.rule().document().metadata().id().map(Located::value));
        json.text("name", rule.rule().title());
        json.text("path", rule.path());
    }

    private static void change(RuleChange change, JsonObjects json) {
        json.begin();
        json.text("change", "changed");
        rule(change.after(), json);
        json.bool("in_meaning", change.inMeaning());
        json.text("old_name", old(change.renamed(), change.before().rule().title()));
        json.text("old_path", old(change.moved(), change.before().path()));
        json.text("query", change.query().name().toLowerCase(Locale.ROOT));
        json.beginArray("metadata");
        for (Change each : change.metadata()) {
            json.beginItem();
            json.text("name", each.name());
            json.text("before", each.before());
            json.text("after", each.after());
            json.bool("in_meaning", each.meaning());
            json.endItem();
        }
        json.endArray();
        json.texts("mappings_gained", change.mappings().gained());
        json.texts("mappings_lost", change.mappings().lost());
        sought("indicators_gained", change.indicators().gained(), json);
        sought("indicators_lost", change.indicators().lost(), json);
        json.texts("tables_gained", change.tables().gained());
        json.texts("tables_lost", change.tables().lost());
        json.texts("output_fields_gained", change.fields().gained());
        json.texts("output_fields_lost", change.fields().lost());
        json.beginArray("output_fields_retyped");
        for (FieldChange field : change.retyped()) {
            json.beginItem();
            json.text("name", field.name());
            json.text("before", field.before().word());
            json.text("after", field.after().word());
            json.endItem();
        }
        json.endArray();
        problems("findings_gained", change.findings().gained(), json);
        problems("findings_fixed", change.findings().lost(), json);
        json.end();
    }

    private static Optional<String> old(boolean differs, String value) {
        return differs ? Optional.of(value) : Optional.empty();
    }

    private static void sought(String name, List<SoughtValue> values, JsonObjects json) {
        json.beginArray(name);
        for (SoughtValue value : values) {
            json.beginItem();
            json.text("field", value.field());
            json.text("kind", value.kind().word());
            json.bool("negated", value.negated());
            json.text("value", value.value());
            json.endItem();
        }
        json.endArray();
    }

    private static void problems(String name, List<FoundProblem> problems, JsonObjects json) {
        json.beginArray(name);
        for (FoundProblem problem : problems) {
            json.beginItem();
            json.text("code", problem.code());
            json.text("severity", problem.severity().word());
            json.text("message", problem.message());
            json.endItem();
        }
        json.endArray();
    }
}
