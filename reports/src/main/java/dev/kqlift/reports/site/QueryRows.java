package dev.kqlift.reports.site;

import dev.kqlift.analysis.FieldOrigin;
import dev.kqlift.analysis.Indicator;
import dev.kqlift.analysis.OperatorText;
import dev.kqlift.analysis.OutputField;
import dev.kqlift.analysis.QueryParameter;
import dev.kqlift.analysis.QueryTrace;
import dev.kqlift.analysis.Stage;
import dev.kqlift.analysis.StageColumns;
import dev.kqlift.corpus.facts.MappingFact;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.corpus.facts.TuningKnob;
import dev.kqlift.reports.json.JsonValues;
import dev.kqlift.reports.site.view.Names;
import dev.kqlift.reports.site.view.RulePage;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the query of a rule reads, does, looks for and returns, as rows of its page. */
final class QueryRows {
    /** Operators after which all columns are of interest, and not only those that changed. */
    private static final Set<String> WHOLE = Set.of(
            "source",
            "project",
            "project-keep",
            "summarize",
            "distinct",
            "count",
            "make-series",
            "top-nested",
            "getschema");

    private static final QueryTrace NO_TRACE = new QueryTrace(List.of(), List.of(), List.of());
    private static final int MOST_COLUMNS = 12;
    private static final int MOST_LINEAGE = 4;
    private static final int FIRST_VALUES = 12;
    private static final int MOST_VALUES = 300;
    private static final int MOST_PASSED = 15;

    private final RuleFacts rule;
    private final Listing listing;
    private final QueryTrace trace;

    QueryRows(RuleFacts rule, Listing listing) {
        this.rule = rule;
        this.listing = listing;
        this.trace = rule.trace().orElse(NO_TRACE);
    }

    List<RulePage.Knob> parameters() {
        List<RulePage.Knob> rows = new ArrayList<>();
        for (QueryParameter parameter : rule.analysis().parameters()) {
            rows.add(new RulePage.Knob(
                    parameter.value().type().word(),
                    Printable.line(parameter.name()),
                    Printable.block(JsonValues.text(parameter.value())),
                    null));
        }
        return rows;
    }

    List<RulePage.Knob> knobs() {
        List<RulePage.Knob> rows = new ArrayList<>();
        for (TuningKnob knob : rule.knobs()) {
            rows.add(new RulePage.Knob(
                    Words.knob(knob.kind()),
                    Printable.line(knob.name()),
                    Printable.block(knob.value()),
                    listing.excerpt(knob.span())));
        }
        return rows;
    }

    List<RulePage.StageRow> stages() {
        List<RulePage.StageRow> rows = new ArrayList<>();
        for (Stage stage : rule.analysis().stages()) {
            StageColumns columns = stage.index() <= trace.stages().size()
                    ? trace.stages().get(stage.index() - 1)
                    : StageColumns.UNKNOWN;
            rows.add(row(stage, columns));
        }
        return rows;
    }

    private RulePage.StageRow row(Stage stage, StageColumns columns) {
        int changed = columns.added().size() + columns.removed().size();
        boolean whole =
                WHOLE.contains(stage.operator()) || changed > columns.all().size();
        boolean first = stage.index() == 1;
        return new RulePage.StageRow(
                Integer.toString(stage.index()),
                stage.operator(),
                Printable.block(stage.text()),
                listing.queryLink(stage.span().start()),
                columns.known() ? Numbers.of(columns.all().size(), "column") : "",
                whole ? names(columns.all()) : Names.NONE,
                first ? Names.NONE : names(columns.added()),
                first ? Names.NONE : names(columns.removed()));
    }

    private static Names names(List<String> names) {
        return Names.of(names.stream().map(Printable::line).toList(), MOST_COLUMNS);
    }

    List<RulePage.Indicator> indicators(SiteLinks links, OtherRules others) {
        List<RulePage.Indicator> rows = new ArrayList<>();
        for (int i = 0; i < rule.analysis().indicators().size(); i++) {
            Indicator indicator = rule.analysis().indicators().get(i);
            List<Integer> stages =
                    i < trace.indicators().size() ? trace.indicators().get(i) : List.of();
            rows.add(row(indicator, stages, links, others));
        }
        return rows;
    }

    private RulePage.Indicator row(Indicator indicator, List<Integer> stages, SiteLinks links, OtherRules others) {
        List<RulePage.Value> values = new ArrayList<>();
        for (String value : indicator
                .values()
                .subList(0, Math.min(MOST_VALUES, indicator.values().size()))) {
            values.add(new RulePage.Value(
                    Printable.line(value),
                    links.value(indicator.field(), indicator.kind(), indicator.negated(), value)
                            .map(path -> "../" + path)
                            .orElse(null),
                    Numbers.text(others.count(rule, indicator.field(), indicator.kind(), value))));
        }
        int cut = values.size() <= FIRST_VALUES + 2 ? values.size() : FIRST_VALUES;
        int left = indicator.values().size() - values.size();
        return new RulePage.Indicator(
                Printable.line(indicator.field()),
                links.field(indicator.field()).map(path -> "../" + path).orElse(null),
                Words.kind(indicator.kind(), indicator.negated()),
                indicator.caseSensitive().map(exact -> exact ? "exact" : "any").orElse(""),
                ranges(stages),
                values.subList(0, cut),
                values.subList(cut, values.size()),
                values.size() - cut,
                left == 0 ? "" : Numbers.text(left) + " more on the page of the field",
                Names.of(indicator.columns().stream().map(Printable::line).toList(), MOST_LINEAGE));
    }

    List<RulePage.Output> outputs() {
        List<RulePage.Output> rows = new ArrayList<>();
        for (int i = 0; i < rule.analysis().outputFields().size(); i++) {
            OutputField field = rule.analysis().outputFields().get(i);
            Optional<FieldOrigin> origin =
                    i < trace.fields().size() ? Optional.of(trace.fields().get(i)) : Optional.empty();
            rows.add(new RulePage.Output(
                    Integer.toString(i + 1),
                    Printable.line(field.name()),
                    field.type().word(),
                    field.source(),
                    origin.map(known -> ranges(known.stages())).orElse(""),
                    Names.of(
                            origin.map(FieldOrigin::columns).orElse(List.of()).stream()
                                    .map(Printable::line)
                                    .toList(),
                            MOST_LINEAGE),
                    origin.flatMap(FieldOrigin::expression).map(this::text).orElse("")));
        }
        return rows;
    }

    /** True where so many fields are columns of tables as they are that the others would be lost among them. */
    static boolean isFolded(List<RulePage.Output> outputs) {
        return outputs.stream().filter(QueryRows::isPassed).count() > MOST_PASSED;
    }

    static String passedNote(List<RulePage.Output> outputs) {
        long passed = outputs.stream().filter(QueryRows::isPassed).count();
        return Numbers.of(passed, "column") + " of tables, passed on as they are";
    }

    static boolean isPassed(RulePage.Output output) {
        boolean source = output.source().equals("table") || output.source().equals("union");
        return source && output.expression().isEmpty();
    }

    private String text(Span span) {
        String query = rule.document().query().map(EmbeddedText::text).orElse("");
        int end = Math.min(span.end(), query.length());
        return Printable.block(OperatorText.fold(query.substring(Math.min(span.start(), end), end)));
    }

    List<RulePage.Mapping> mappings() {
        List<RulePage.Mapping> rows = new ArrayList<>();
        for (MappingFact fact : rule.mappings()) {
            rows.add(new RulePage.Mapping(
                    Words.use(fact.use()),
                    Printable.line(fact.group()),
                    Printable.line(fact.name()),
                    Printable.line(fact.column()),
                    Words.holds(fact.holds()),
                    listing.excerpt(fact.span())));
        }
        return rows;
    }

    /** {@code 1-3, 5}. */
    private static String ranges(List<Integer> numbers) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < numbers.size(); ) {
            int j = i;
            while (j + 1 < numbers.size() && numbers.get(j + 1) == numbers.get(j) + 1) {
                j++;
            }
            out.append(out.isEmpty() ? "" : ", ").append(numbers.get(i));
            if (j > i) {
                out.append(j == i + 1 ? ", " : "–").append(numbers.get(j));
            }
            i = j + 1;
        }
        return out.toString();
    }
}
