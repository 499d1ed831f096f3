package dev.kqlift.reports.inspect;

import dev.kqlift.analysis.FieldOrigin;
import dev.kqlift.analysis.Indicator;
import dev.kqlift.analysis.OperatorText;
import dev.kqlift.analysis.OutputField;
import dev.kqlift.analysis.QueryParameter;
import dev.kqlift.analysis.QueryTrace;
import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.analysis.StageColumns;
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
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Located;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Analysed rules for people: a page each. */
public final class InspectText implements InspectWriter {
    private static final QueryTrace NO_TRACE = new QueryTrace(List.of(), List.of(), List.of());
    private static final List<Align> LEFT_FIVE = Collections.nCopies(5, Align.LEFT);
    private static final List<Align> LEFT_SIX = Collections.nCopies(6, Align.LEFT);

    /** How many table columns of one field are named. */
    private static final int MOST_COLUMNS = 4;

    private final TextTarget out;
    private final Colors colors;
    private final int width;
    private final Optional<CorpusCounts> counts;
    private boolean first = true;

    /** @param width how long a line gets before it is broken */
    public InspectText(OutputStream out, Colors colors, int width, Optional<CorpusCounts> counts) {
        this.out = new TextTarget(out);
        this.colors = colors;
        this.width = width;
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
        Optional<QueryTrace> followed = rule.bound().isEmpty()
                ? Optional.of(NO_TRACE)
                : DeepQueries.ask(() -> QueryTrace.of(rule.bound().get(), rule.analysis()));
        QueryTrace trace = followed.orElse(NO_TRACE);
        stages(rule, trace.stages(), page);
        indicators(rule, trace.indicators(), page);
        outputFields(rule, trace.fields(), page);
        if (followed.isEmpty()) {
            page.append("\nThe query is nested too deeply to follow its columns.\n");
        }
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
            table.row(List.of(
                    label, String.join(", ", values.stream().map(Located::value).toList())));
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
                table.row(
                        List.of(parameter.name(), parameter.value().type().word(), JsonValues.text(parameter.value())));
            }
            table.appendTo(page);
        }
    }

    private void stages(AnalyzedRule rule, List<StageColumns> columns, StringBuilder page) {
        if (!rule.analysis().stages().isEmpty()) {
            heading("Stages", page);
            new StageLines(rule, colors, width, page).append(rule.analysis().stages(), columns);
        }
    }

    private void indicators(AnalyzedRule rule, List<List<Integer>> stages, StringBuilder page) {
        List<Indicator> indicators = rule.analysis().indicators();
        if (indicators.isEmpty()) {
            return;
        }
        heading("Indicators", page);
        TextTable table = new TextTable("  ", LEFT_SIX);
        table.row(List.of("field", "test", "values", "case", "stage", "columns"), colors::faint);
        for (int i = 0; i < indicators.size(); i++) {
            Indicator indicator = indicators.get(i);
            String kind = indicator.kind().word();
            table.row(List.of(
                    indicator.field(),
                    indicator.negated() ? "not " + kind : kind,
                    values(rule, indicator),
                    indicator
                            .caseSensitive()
                            .map(sensitive -> sensitive ? "exact" : "any")
                            .orElse(""),
                    i < stages.size() ? Lists.ranges(stages.get(i)) : "",
                    Lists.names(indicator.columns(), MOST_COLUMNS)));
        }
        table.appendTo(page, width, 2, 5);
    }

    private String values(AnalyzedRule rule, Indicator indicator) {
        List<String> shown = new ArrayList<>(indicator.values().size());
        for (String value : indicator.values()) {
            String quoted = "\"" + value + "\"";
            shown.add(counts.isPresent() ? quoted + " (" + counts.get().others(rule, indicator, value) + ")" : quoted);
        }
        return String.join(", ", shown);
    }

    private void outputFields(AnalyzedRule rule, List<FieldOrigin> origins, StringBuilder page) {
        RuleAnalysis analysis = rule.analysis();
        if (analysis.outputFields().isEmpty() && !analysis.open()) {
            return;
        }
        heading("Output fields", page);
        if (!analysis.outputFields().isEmpty()) {
            TextTable table = new TextTable("  ", LEFT_FIVE);
            table.row(List.of("name", "type", "source", "stages", "made of"), colors::faint);
            for (int i = 0; i < analysis.outputFields().size(); i++) {
                OutputField field = analysis.outputFields().get(i);
                Optional<FieldOrigin> origin = i < origins.size() ? Optional.of(origins.get(i)) : Optional.empty();
                table.row(List.of(
                        field.name(),
                        field.type().word(),
                        field.source(),
                        origin.map(known -> Lists.ranges(known.stages())).orElse(""),
                        origin.map(known -> madeOf(rule, known)).orElse("")));
            }
            table.appendTo(page, width, 4);
        }
        if (analysis.open()) {
            page.append("  and others: the schema of a table or function is not known\n");
        }
    }

    /** The table columns; where there are none, as behind a count, the expression. */
    private static String madeOf(AnalyzedRule rule, FieldOrigin origin) {
        if (!origin.columns().isEmpty()) {
            return Lists.names(origin.columns(), MOST_COLUMNS);
        }
        Optional<EmbeddedText> query = rule.document().query();
        return query.isPresent() && origin.expression().isPresent()
                ? OperatorText.fold(query.get()
                        .text()
                        .substring(
                                origin.expression().get().start(),
                                origin.expression().get().end()))
                : "";
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
