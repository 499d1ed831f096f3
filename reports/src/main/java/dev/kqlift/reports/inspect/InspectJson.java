package dev.kqlift.reports.inspect;

import dev.kqlift.analysis.Indicator;
import dev.kqlift.analysis.OutputField;
import dev.kqlift.analysis.QueryParameter;
import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.analysis.Stage;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleMetadata;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.reports.json.JsonLayout;
import dev.kqlift.reports.json.JsonObjects;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Located;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Analysed rules as JSON, one object a rule. */
public final class InspectJson implements InspectWriter {
    private final JsonObjects json;
    private final Optional<CorpusCounts> counts;

    public InspectJson(OutputStream out, JsonLayout layout, Optional<CorpusCounts> counts) {
        this.json = new JsonObjects(out, layout);
        this.counts = counts;
    }

    @Override
    public void write(AnalyzedRule rule) {
        RuleDocument document = rule.document();
        RuleAnalysis analysis = rule.analysis();
        json.begin();
        json.text("file", document.file().path());
        json.number("line", RulePlace.of(document).line());
        metadata(document);
        json.texts("tables", analysis.tables());
        json.texts("functions", analysis.functions());
        parameters(analysis.parameters());
        stages(document, analysis.stages());
        indicators(rule, analysis.indicators());
        outputFields(analysis.outputFields());
        if (analysis.open()) {
            json.bool("open", true);
        }
        json.diagnostics("diagnostics", document.file().text(), rule.diagnostics());
        json.end();
    }

    private void metadata(RuleDocument document) {
        RuleMetadata metadata = document.metadata();
        located("id", metadata.id());
        located("name", metadata.name());
        json.text("kind", document.kind().word());
        located("severity", metadata.severity());
        located("tactics", metadata.tactics());
        located("techniques", metadata.techniques());
    }

    private void located(String name, Optional<Located<String>> value) {
        json.text(name, value.map(Located::value));
    }

    private void located(String name, List<Located<String>> values) {
        json.texts(name, values.stream().map(Located::value).toList());
    }

    private void parameters(List<QueryParameter> parameters) {
        json.beginArray("parameters");
        for (QueryParameter parameter : parameters) {
            json.beginItem();
            json.text("name", parameter.name());
            json.text("type", parameter.value().type().word());
            json.value("value", parameter.value());
            json.endItem();
        }
        json.endArray();
    }

    private void stages(RuleDocument document, List<Stage> stages) {
        json.beginArray("stages");
        for (Stage stage : stages) {
            json.beginItem();
            json.number("index", stage.index());
            json.text("operator", stage.operator());
            json.text("text", stage.text());
            int offset = stage.span().start();
            Optional<EmbeddedText> query = document.query();
            json.position(
                    document.file().text(), query.isPresent() ? query.get().toFile(offset) : offset);
            json.endItem();
        }
        json.endArray();
    }

    private void indicators(AnalyzedRule rule, List<Indicator> indicators) {
        json.beginArray("indicators");
        for (Indicator indicator : indicators) {
            json.beginItem();
            json.text("field", indicator.field());
            json.text("kind", indicator.kind().word());
            json.texts("values", indicator.values());
            json.bool("negated", indicator.negated());
            json.bool("case_sensitive", indicator.caseSensitive());
            json.texts("columns", indicator.columns());
            if (counts.isPresent()) {
                json.numbers("corpus", others(rule, indicator, counts.get()));
            }
            json.endItem();
        }
        json.endArray();
    }

    private static int[] others(AnalyzedRule rule, Indicator indicator, CorpusCounts counts) {
        int[] others = new int[indicator.values().size()];
        for (int i = 0; i < others.length; i++) {
            others[i] = counts.others(rule, indicator, indicator.values().get(i));
        }
        return others;
    }

    private void outputFields(List<OutputField> fields) {
        json.beginArray("output_fields");
        for (OutputField field : fields) {
            json.beginItem();
            json.text("name", field.name());
            json.text("type", field.type().word());
            json.text("source", field.source());
            json.endItem();
        }
        json.endArray();
    }

    @Override
    public void close() {
        json.close();
    }
}
