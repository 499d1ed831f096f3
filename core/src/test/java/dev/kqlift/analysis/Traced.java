package dev.kqlift.analysis;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.semantic.Binder;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.Span;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.build.QueryParser;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;

/** A query over the tables {@code T} and {@code U}, both with text columns, and its traces as text. */
final class Traced {
    private static final TableCatalog TABLES =
            TableCatalog.of(List.of(table("T", "A", "B", "C", "K"), table("U", "K", "V", "W")));

    private final String text;
    private final Query syntax;
    private final BoundQuery bound;

    private Traced(String text) {
        this.text = text;
        this.syntax = QueryParser.parse(text).query().orElseThrow();
        this.bound = Binder.bind(syntax, TABLES, FunctionCatalog.builtIn());
    }

    static Traced query(String text) {
        return new Traced(text);
    }

    private static TableSchema table(String name, String... columns) {
        List<TableSchema.ColumnSchema> schema = new ArrayList<>();
        for (String column : columns) {
            schema.add(new TableSchema.ColumnSchema(column, KqlType.STRING));
        }
        return new TableSchema(name, schema);
    }

    QueryTrace page() {
        return QueryTrace.of(bound, QueryAnalyzer.analyze(bound, Stages.of(syntax, text)));
    }

    /** The stages of an output field. */
    List<Integer> stages(String field) {
        return origin(field).stages();
    }

    FieldOrigin origin(String field) {
        return page().fields().stream()
                .filter(origin -> origin.name().equals(field))
                .findFirst()
                .orElseThrow();
    }

    /** What changed after each stage: {@code +a -b}. */
    List<String> changes() {
        List<String> changes = new ArrayList<>();
        for (StageColumns stage : page().stages()) {
            StringBuilder line = new StringBuilder();
            stage.added().forEach(name -> line.append(" +").append(name));
            stage.removed().forEach(name -> line.append(" -").append(name));
            changes.add(stage.known() ? line.toString().strip() : "?");
        }
        return changes;
    }

    List<FieldTrace> traces(String field) {
        return FieldTraces.of(bound, syntax, text, field);
    }

    /** The steps of the first trace, one a line, indented: {@code operator detail: field = expression (remarks)}. */
    String way(String field) {
        StringBuilder way = new StringBuilder();
        for (FieldStep step : traces(field).getFirst().steps()) {
            way.append("  ".repeat(step.depth())).append(step.operator());
            way.append(step.detail().isEmpty() ? "" : " " + step.detail())
                    .append(": ")
                    .append(step.field());
            step.expression().ifPresent(span -> way.append(" = ").append(of(span)));
            way.append(
                    step.kind() == FieldStep.Kind.MADE || step.kind() == FieldStep.Kind.SOURCE
                            ? ""
                            : " " + step.kind());
            way.append(step.role().isEmpty() ? "" : " [" + step.role() + "]");
            way.append(step.definition().isEmpty() ? "" : " {" + step.definition() + "}");
            way.append(step.stage() == 0 ? "" : " #" + step.stage());
            way.append(step.hidden() == 0 ? "" : " +" + step.hidden()).append('\n');
        }
        return way.toString();
    }

    String of(Span span) {
        return text.substring(span.start(), span.end());
    }
}
