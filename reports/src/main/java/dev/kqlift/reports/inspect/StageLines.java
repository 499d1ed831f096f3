package dev.kqlift.reports.inspect;

import dev.kqlift.analysis.Stage;
import dev.kqlift.analysis.StageColumns;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.reports.text.Colors;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.reports.text.Wrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The stages of a page, each with its text and, below it, what became of the columns. */
final class StageLines {
    /** Operators after which all columns are of interest, and not only those that changed. */
    private static final Set<String> WHOLE = Set.of(
            "project", "project-keep", "summarize", "distinct", "count", "make-series", "top-nested", "getschema");

    private static final int MOST_OF_SOURCE = 12;
    private static final int MOST_CHANGED = 24;
    private static final int LEAST_WIDTH = 40;

    private final AnalyzedRule rule;
    private final Colors colors;
    private final int width;
    private final StringBuilder page;

    StageLines(AnalyzedRule rule, Colors colors, int width, StringBuilder page) {
        this.rule = rule;
        this.colors = colors;
        this.width = width;
        this.page = page;
    }

    /** @param columns the columns after each stage; empty where the query could not be followed */
    void append(List<Stage> stages, List<StageColumns> columns) {
        int operators = 0;
        int lines = 0;
        for (Stage stage : stages) {
            operators = Math.max(operators, stage.operator().length());
            lines = Math.max(lines, line(stage).length());
        }
        int numbers = Integer.toString(stages.size()).length();
        int indent = 2 + numbers + 2 + operators + 2 + "line ".length() + lines + 2;
        for (Stage stage : stages) {
            String index = Integer.toString(stage.index());
            page.append("  ")
                    .repeat(' ', numbers - index.length())
                    .append(index)
                    .append("  ");
            page.append(colors.cyan(Printable.line(stage.operator())));
            page.repeat(' ', operators - stage.operator().length() + 2);
            String line = line(stage);
            page.repeat(' ', lines - line.length())
                    .append(colors.faint("line " + line))
                    .append("  ");
            wrapped(Printable.line(stage.text()), indent, "", text -> text);
            if (stage.index() <= columns.size()) {
                columns(stage, columns.get(stage.index() - 1), indent);
            }
        }
    }

    private String line(Stage stage) {
        return Integer.toString(
                RulePlace.of(rule.document(), stage.span().start()).line());
    }

    private void columns(Stage stage, StageColumns columns, int indent) {
        if (!columns.known()) {
            return;
        }
        if (stage.index() == 1) {
            source(columns.all(), indent);
            return;
        }
        boolean whole = WHOLE.contains(stage.operator())
                || columns.added().size() + columns.removed().size()
                        > columns.all().size();
        if (whole) {
            String text = columns.all().isEmpty() ? "= no columns" : "= " + names(columns.all());
            changed(text, indent, colors::cyan);
        } else {
            marked("+", columns.added(), indent, colors::green);
            marked("-", columns.removed(), indent, colors::red);
        }
    }

    private void source(List<String> all, int indent) {
        if (!all.isEmpty()) {
            String text = all.size() <= MOST_OF_SOURCE ? names(all) : all.size() + " columns";
            changed("= " + text, indent, colors::cyan);
        }
    }

    private static String names(List<String> names) {
        return Printable.line(String.join(", ", names));
    }

    private void marked(String sign, List<String> names, int indent, UnaryOperator<String> paint) {
        if (names.isEmpty()) {
            return;
        }
        int shown = Math.min(names.size(), MOST_CHANGED);
        List<String> marked = new ArrayList<>(shown);
        for (String name : names.subList(0, shown)) {
            marked.add(sign + Printable.line(name));
        }
        String more = shown < names.size() ? " and " + (names.size() - shown) + " more" : "";
        changed(String.join(" ", marked) + more, indent, paint);
    }

    private void changed(String text, int indent, UnaryOperator<String> paint) {
        page.repeat(' ', indent);
        wrapped(text, indent, "  ", paint);
    }

    private void wrapped(String text, int indent, String further, UnaryOperator<String> paint) {
        List<String> lines = Wrapped.lines(text, Math.max(LEAST_WIDTH, width - indent - further.length()));
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                page.repeat(' ', indent).append(further);
            }
            page.append(paint.apply(lines.get(i))).append('\n');
        }
    }
}
