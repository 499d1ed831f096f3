package dev.kqlift.reports.inspect;

import dev.kqlift.analysis.Indicator;
import dev.kqlift.analysis.OutputField;
import dev.kqlift.analysis.QueryParameter;
import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.analysis.Stage;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleMetadata;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.reports.json.JsonValues;
import dev.kqlift.reports.text.Colors;
import dev.kqlift.reports.text.DiagnosticText;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.reports.text.TextTable;
import dev.kqlift.reports.text.TextTable.Align;
import dev.kqlift.reports.text.TextTarget;
import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Analysed rules for people: a page each. */
public final class InspectText implements InspectWriter {
    private final TextTarget out;
    private final Colors colors;
    private final Optional<CorpusCounts> counts;
    private boolean first = true;

    public InspectText(OutputStream out, Colors colors, Optional<CorpusCounts> counts) {
        this.out = new TextTarget(out);
        this.colors = colors;
        this.counts = counts;
    }

    @Override
    public void write(AnalyzedRule rule) {
        StringBuilder page = new StringBuilder(4096);
        if (!first) {
            page.append('\n');
        }
        first = false;
        header(rule.document(), page);
        names("Tables", rule.analysis().tables(), page);
        names("Workspace functions", rule.analysis().functions(), page);
        parameters(rule.analysis().parameters(), page);
        stages(rule, page);
        indicators(rule, page);
        outputFields(rule.analysis(), page);
        diagnostics(rule, page);
        out.write(page);
    }

    private void header(RuleDocument document, StringBuilder page) {
        RuleMetadata metadata = document.metadata();
        String place = document.file().path() + ":" + RulePlace.of(document).line();
        String title = metadata.name().map(Located::value).orElse(place);
        page.append(colors.bold(Printable.line(title))).append('\n');
        TextTable table = new TextTable("  ", List.of(Align.LEFT, Align.LEFT));
        table.row(List.of("file", place));
        row(table, "id", metadata.id());
        table.row(List.of("kind", document.kind().word()));
        row(table, "severity", metadata.severity());
        row(table, "tactics", metadata.tactics());
        row(table, "techniques", metadata.techniques());
        table.appendTo(page);
    }

    private static void row(TextTable table, String label, Optional<Located<String>> value) {
        value.ifPresent(present -> table.row(List.of(label, present.value())));
    }

    private static void row(TextTable table, String label, List<Located<String>> values) {
        if (!values.isEmpty()) {
            table.row(List.of(label, String.join(", ", values.stream().map(Located::value).toList())));
        }
    }

    private void heading(String text, StringBuilder page) {
        page.append('\n').append(colors.bold(text)).append('\n');
    }

    private void names(String heading, List<String> names, StringBuilder page) {
        if (!names.isEmpty()) {
            heading(heading, page);
            for (String name : names) {
                page.append("  ").append(Printable.line(name)).append('\n');
            }
        }
    }

    private void parameters(List<QueryParameter> parameters, StringBuilder page) {
        if (!parameters.isEmpty()) {
            heading("Parameters", page);
            TextTable table = new TextTable("  ", List.of(Align.LEFT, Align.LEFT, Align.LEFT));
            for (QueryParameter parameter : parameters) {
                table.row(List.of(
                        parameter.name(), parameter.value().type().word(), JsonValues.text(parameter.value())));
            }
            table.appendTo(page);
        }
    }

    private void stages(AnalyzedRule rule, StringBuilder page) {
        List<Stage> stages = rule.analysis().stages();
        if (!stages.isEmpty()) {
            heading("Stages", page);
            TextTable table = new TextTable("  ", List.of(Align.RIGHT, Align.LEFT, Align.RIGHT, Align.LEFT));
            for (Stage stage : stages) {
                table.row(List.of(
                        Integer.toString(stage.index()),
                        stage.operator(),
                        "line " + line(rule.document(), stage.span()),
                        stage.text()));
            }
            table.appendTo(page);
        }
    }

    private static int line(RuleDocument document, Span span) {
        int offset = document.query().isPresent() ? document.query().get().toFile(span.start()) : span.start();
        return document.file().text().position(offset).line();
    }

    private void indicators(AnalyzedRule rule, StringBuilder page) {
        List<Indicator> indicators = rule.analysis().indicators();
        if (!indicators.isEmpty()) {
            heading("Indicators", page);
            TextTable table = new TextTable("  ", List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT));
            for (Indicator indicator : indicators) {
                table.row(List.of(
                        indicator.field(),
                        indicator.negated()
                                ? "not " + indicator.kind().word()
                                : indicator.kind().word(),
                        values(rule, indicator),
                        columns(indicator)));
            }
            table.appendTo(page);
        }
    }

    private String values(AnalyzedRule rule, Indicator indicator) {
        List<String> shown = new ArrayList<>(indicator.values().size());
        for (String value : indicator.values()) {
            String quoted = "\"" + value + "\"";
            shown.add(counts.isPresent()
                    ? quoted + " (" + counts.get().others(rule, indicator, value) + ")"
                    : quoted);
        }
        return String.join(", ", shown);
    }

    private static String columns(Indicator indicator) {
        return indicator.columns().isEmpty() ? "" : "from " + String.join(", ", indicator.columns());
    }

    private void outputFields(RuleAnalysis analysis, StringBuilder page) {
        if (!analysis.outputFields().isEmpty() || analysis.open()) {
            heading("Output fields", page);
            TextTable table = new TextTable("  ", List.of(Align.LEFT, Align.LEFT, Align.LEFT));
            for (OutputField field : analysis.outputFields()) {
                table.row(List.of(field.name(), field.type().word(), field.source()));
            }
            table.appendTo(page);
            if (analysis.open()) {
                page.append("  and others: the schema of a table or function is not known\n");
            }
        }
    }

    private void diagnostics(AnalyzedRule rule, StringBuilder page) {
        if (!rule.diagnostics().isEmpty()) {
            heading("Diagnostics", page);
            for (Diagnostic diagnostic : rule.diagnostics()) {
                DiagnosticText.append(rule.document().file(), diagnostic, colors, "  ", page);
            }
        }
    }

    @Override
    public void close() {
        out.flush();
    }
}
