package dev.kqlift.cli;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.Workspace;
import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.evaluation.Evaluator;
import dev.kqlift.evaluation.GeoDatabase;
import dev.kqlift.evaluation.RunLimits;
import dev.kqlift.evaluation.TableSource;
import dev.kqlift.execution.BatchQuery;
import dev.kqlift.execution.InputException;
import dev.kqlift.execution.duckdb.DuckDbEngine;
import dev.kqlift.reports.run.BatchJson;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.source.SourceText;
import dev.kqlift.source.Span;
import dev.kqlift.syntax.ParsedQuery;
import dev.kqlift.syntax.build.QueryParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code kqlift run --batch}: queries on standard input, answers on standard output, line by line. */
final class BatchRun {
    private final Workspace workspace;
    private final Optional<GeoDatabase> places;
    private final long now;
    private final Optional<DuckDbEngine> duckDb;

    /**
     * @param places the places of addresses, where there is a database of them
     * @param now the instant of {@code now()} where a line gives none
     * @param duckDb the engine, where it is not the reference
     */
    BatchRun(Workspace workspace, Optional<GeoDatabase> places, long now, Optional<DuckDbEngine> duckDb) {
        this.places = places;
        this.workspace = workspace;
        this.now = now;
        this.duckDb = duckDb;
    }

    void run(Streams streams) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
        try (BatchJson answers = new BatchJson(streams.out())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    answer(line, answers);
                }
            }
        } catch (IOException e) {
            throw new UsageException("standard input cannot be read: " + Reason.of(e));
        }
    }

    private void answer(String line, BatchJson answers) {
        try {
            BatchQuery query = BatchQuery.of(line);
            answers.write(query.id(), SourceText.of(query.kql()), result(query));
        } catch (InputException e) {
            answers.write(
                    BatchQuery.idOf(line),
                    SourceText.of(""),
                    refused(DiagnosticCode.KR005, Printable.line(String.valueOf(e.getMessage()))));
        }
    }

    private static EvaluationResult refused(DiagnosticCode code, String message) {
        return new EvaluationResult.Refused(Diagnostic.of(code, message, Span.at(0)));
    }

    /** One query that breaks the evaluator costs its own answer only. */
    private EvaluationResult result(BatchQuery query) {
        try {
            List<TableSchema> schemas = new ArrayList<>();
            query.tables().forEach((name, table) -> schemas.add(new TableSchema(name, table.columns())));
            Workspace tables = workspace.with(schemas);
            if (duckDb.isPresent()) {
                AnalyzedRule rule =
                        new RuleCompiler(tables).compile(query.document()).getFirst();
                return duckDb.get()
                        .run(rule, TableSource.of(query.tables()), query.now().orElse(now));
            }
            ParsedQuery parsed = QueryParser.parse(query.kql());
            if (parsed.query().isEmpty()) {
                return new EvaluationResult.Refused(parsed.diagnostics().getFirst());
            }
            Evaluator evaluator = new Evaluator(tables.tables(), tables.functions(), tables.own(), RunLimits.DEFAULT);
            return evaluator
                    .with(places)
                    .run(
                            parsed.query().get(),
                            TableSource.of(query.tables()),
                            query.now().orElse(now));
        } catch (RuntimeException | StackOverflowError defect) {
            return refused(DiagnosticCode.KD900, "kqlift failed on this query (" + defect + "); please report it");
        }
    }
}
