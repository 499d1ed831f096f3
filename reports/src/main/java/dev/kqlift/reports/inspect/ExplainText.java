package dev.kqlift.reports.inspect;

import dev.kqlift.analysis.FieldStep;
import dev.kqlift.analysis.FieldTest;
import dev.kqlift.analysis.FieldTrace;
import dev.kqlift.analysis.FieldTraces;
import dev.kqlift.analysis.Indicator;
import dev.kqlift.analysis.OperatorText;
import dev.kqlift.analysis.OutputField;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.reports.text.Colors;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.reports.text.TextTarget;
import dev.kqlift.reports.text.Wrapped;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Located;
import dev.kqlift.source.Position;
import dev.kqlift.source.Span;
import dev.kqlift.syntax.build.QueryParser;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The way of one field back to its sources, for people: a tree for each rule that has the field. */
public final class ExplainText implements InspectWriter {
    /** Names are kept for suggestions; a large corpus has enough of them early. */
    private static final int MOST_NAMES = 20_000;

    private static final int LEAST_WIDTH = 40;

    private final TextTarget out;
    private final Colors colors;
    private final int width;
    private final String field;
    private final Set<String> names = new LinkedHashSet<>();
    private boolean found;

    /** @param field the name of the output field or of the tested field to follow */
    public ExplainText(OutputStream out, Colors colors, int width, String field) {
        this.out = new TextTarget(out);
        this.colors = colors;
        this.width = width;
        this.field = field;
    }

    /** True when a rule has had the field. */
    public boolean found() {
        return found;
    }

    /** The names that could have been asked for, in the order in which the rules came. */
    public List<String> names() {
        return List.copyOf(names);
    }

    @Override
    public void write(AnalyzedRule rule) {
        remember(rule);
        Optional<EmbeddedText> text = rule.document().query();
        if (rule.bound().isEmpty() || text.isEmpty()) {
            return;
        }
        Optional<List<FieldTrace>> followed =
                DeepQueries.ask(() -> traces(rule.bound().get(), text.get().text()));
        List<FieldTrace> traces = followed.orElse(List.of());
        if (followed.isEmpty()) {
            StringBuilder page = new StringBuilder(128);
            title(rule.document(), page);
            out.write(page.append("  the query is nested too deeply to be followed\n"));
        }
        if (!traces.isEmpty()) {
            StringBuilder page = new StringBuilder(1024);
            title(rule.document(), page);
            for (FieldTrace trace : traces) {
                page.append('\n');
                trace(rule.document(), text.get().text(), trace, page);
            }
            out.write(page);
        }
    }

    private void remember(AnalyzedRule rule) {
        if (found || names.size() >= MOST_NAMES) {
            return;
        }
        for (OutputField output : rule.analysis().outputFields()) {
            names.add(output.name());
        }
        for (Indicator indicator : rule.analysis().indicators()) {
            names.add(indicator.field());
        }
    }

    private List<FieldTrace> traces(BoundQuery query, String text) {
        return QueryParser.parse(text)
                .query()
                .map(syntax -> FieldTraces.of(query, syntax, text, field))
                .orElse(List.of());
    }

    private void title(RuleDocument document, StringBuilder page) {
        page.append(found ? "\n" : "");
        found = true;
        String place = document.file().path() + ":" + RulePlace.of(document).line();
        Optional<String> name = document.metadata().name().map(Located::value);
        page.append(colors.bold(Printable.line(name.orElse(place)))).append('\n');
        if (name.isPresent()) {
            page.append("  ").append(Printable.line(place)).append('\n');
        }
    }

    private void trace(RuleDocument document, String text, FieldTrace trace, StringBuilder page) {
        page.append(colors.bold(Printable.line(trace.field())));
        page.append(trace.type().map(type -> "  output field, " + type.word()).orElse("  tested field"));
        page.append('\n');
        for (FieldTest test : trace.tests()) {
            String place = place(document, test.offset());
            page.append("  tested by ")
                    .append(Printable.line(test.operator()))
                    .append(" at ")
                    .append(place);
            page.append(test.stage() > 0 ? ", stage " + test.stage() : "").append('\n');
        }
        if (trace.steps().isEmpty()) {
            page.append("  it stands for no single column\n");
        }
        Branches branches = new Branches(trace.steps());
        for (int i = 0; i < trace.steps().size(); i++) {
            step(document, text, trace.steps().get(i), branches.before(i), page);
        }
        if (trace.hidden() > 0) {
            page.append("  … ").append(trace.hidden()).append(" more are not followed: the tree is too large\n");
        }
    }

    private void step(RuleDocument document, String text, FieldStep step, Branches.Lead lead, StringBuilder page) {
        String operator = Printable.line(step.operator());
        String detail = step.detail().isEmpty() ? "" : " " + Printable.line(step.detail());
        String made = Printable.line(step.field())
                + step.expression()
                        .map(span -> expression(text, span, step.field()))
                        .orElse("");
        String remark = remark(step);
        String place = place(document, step.span().start());
        int used = 2 + Wrapped.width(lead.first() + operator + detail) + 2;
        String further = "  " + colors.faint(lead.next()) + "    ";
        int room = Math.max(LEAST_WIDTH, width - 2 - Wrapped.width(lead.next()) - 4);

        page.append("  ")
                .append(colors.faint(lead.first()))
                .append(colors.cyan(operator))
                .append(detail)
                .append(": ");
        if (used + Wrapped.width(made) + Wrapped.width(remark) <= width) {
            page.append(colors.bold(made)).append(remark);
            used += Wrapped.width(made) + Wrapped.width(remark);
        } else {
            // A long expression stands below its operator, where there is room for it.
            page.setLength(page.length() - 2);
            page.append(remark);
            List<String> lines = Wrapped.lines(made, room);
            for (String line : lines) {
                page.append('\n').append(further).append(colors.bold(line));
            }
            used = width;
        }
        page.append(used + 2 + Wrapped.width(place) <= width ? "  " : "\n" + further);
        page.append(colors.faint(place)).append('\n');
    }

    /** What made the field; a name that is only passed on under the same name is not said twice. */
    private static String expression(String text, Span span, String field) {
        String made = OperatorText.fold(text.substring(span.start(), span.end()));
        return made.equals(field) ? "" : " = " + Printable.line(made);
    }

    private static String remark(FieldStep step) {
        List<String> parts = new ArrayList<>(4);
        if (!step.role().isEmpty()) {
            parts.add(step.role());
        }
        if (step.stage() > 0) {
            parts.add("stage " + step.stage());
        }
        if (!step.definition().isEmpty()) {
            parts.add(Printable.line(step.definition()));
        }
        if (step.kind() == FieldStep.Kind.REPEATED) {
            parts.add("shown above");
        }
        if (step.kind() == FieldStep.Kind.INFERRED) {
            parts.add("known from its use alone");
        }
        if (step.hidden() > 0) {
            parts.add("and " + step.hidden() + " more are read");
        }
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    private static String place(RuleDocument document, int offset) {
        Position position = RulePlace.of(document, offset);
        return Printable.line(document.file().path()) + ":" + position.line() + ":" + position.column();
    }

    @Override
    public void close() {
        out.flush();
    }
}
