package dev.kqlift.cli;

import dev.kqlift.analysis.Stage;
import dev.kqlift.analysis.Stages;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.Workspace;
import dev.kqlift.evaluation.ChoicePolicy;
import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.evaluation.Evaluator;
import dev.kqlift.evaluation.GeoDatabase;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.evaluation.QueryPrefix;
import dev.kqlift.evaluation.RunLimits;
import dev.kqlift.evaluation.TableSource;
import dev.kqlift.execution.duckdb.DuckDbEngine;
import dev.kqlift.reports.run.ResultWriter;
import dev.kqlift.reports.text.DiagnosticText;
import dev.kqlift.reports.text.TextTable;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.syntax.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rule that runs over data at hand. */
final class LocalRun {
    private final AnalyzedRule rule;
    private final Workspace workspace;
    private final Map<String, LocalTable> tables;
    private final Optional<GeoDatabase> places;
    private final long now;
    private final Streams streams;

    LocalRun(
            AnalyzedRule rule,
            Workspace workspace,
            Map<String, LocalTable> tables,
            Optional<GeoDatabase> places,
            long now,
            Streams streams) {
        this.places = places;
        this.rule = rule;
        this.workspace = workspace;
        this.tables = tables;
        this.now = now;
        this.streams = streams;
    }

    /**
     * Runs the rule, or its first stages.
     *
     * @return the exit code: a refusal is something that the command found
     */
    int run(Optional<Integer> stage, ResultWriter writer) {
        Query query = rule.syntax().orElseThrow(() -> new UsageException("the query cannot be read"));
        Query asked = stage.isEmpty()
                ? query
                : QueryPrefix.upTo(query, stage.get())
                        .orElseThrow(() -> new UsageException("the query has no stage " + stage.get()));
        return switch (result(asked)) {
            case EvaluationResult.Rows rows -> {
                int code = written(rows, writer);
                rows.notes().forEach(note -> tell(note.at(text().toFile(note.span()))));
                yield code;
            }
            case EvaluationResult.Refused(var reason) -> refused(reason.at(text().toFile(reason.span())));
        };
    }

    /** Runs the rule in DuckDB. The exit code is that of {@link #run(Optional, ResultWriter)}. */
    int run(DuckDbEngine duckDb, ResultWriter writer) {
        return switch (duckDb.run(rule, TableSource.of(tables), now)) {
            case EvaluationResult.Rows rows -> written(rows, writer);
            case EvaluationResult.Refused(var reason) -> refused(reason);
        };
    }

    private static int written(EvaluationResult.Rows rows, ResultWriter writer) {
        writer.write(rows);
        return ExitCode.DONE;
    }

    /** Tells how many rows each stage gives. */
    void trace() {
        Query query = rule.syntax().orElseThrow();
        TextTable table = new TextTable(
                "", List.of(TextTable.Align.RIGHT, TextTable.Align.RIGHT, TextTable.Align.LEFT, TextTable.Align.LEFT));
        table.row(List.of("stage", "rows", "operator", "text"), streams.errColors()::bold);
        for (Stage stage : Stages.of(query, text().text())) {
            String rows = QueryPrefix.upTo(query, stage.index())
                    .map(prefix -> rows(result(prefix)))
                    .orElse("");
            table.row(List.of(Integer.toString(stage.index()), rows, stage.operator(), stage.text()));
        }
        StringBuilder out = new StringBuilder();
        table.appendTo(out, TerminalWidth.of(streams), 3);
        streams.err().println(out);
    }

    private static String rows(EvaluationResult result) {
        return switch (result) {
            case EvaluationResult.Rows(var columns, var rows, var notes) -> Integer.toString(rows.size());
            case EvaluationResult.Refused(var reason) -> reason.code().name();
        };
    }

    private EmbeddedText text() {
        return rule.document().query().orElseThrow();
    }

    private EvaluationResult result(Query query) {
        return new Evaluator(
                        workspace.tables(),
                        workspace.functions(),
                        workspace.own(),
                        RunLimits.DEFAULT,
                        ChoicePolicy.FIRST)
                .with(places)
                .run(query, TableSource.of(tables), now);
    }

    /** Tells of a refusal, whose place is one in the file. */
    private int refused(Diagnostic reason) {
        tell(reason);
        return ExitCode.FOUND;
    }

    private void tell(Diagnostic reason) {
        SourceFile file = rule.document().file();
        StringBuilder out = new StringBuilder();
        DiagnosticText.append(file, reason, streams.errColors(), "", out);
        streams.err().print(out);
    }
}
