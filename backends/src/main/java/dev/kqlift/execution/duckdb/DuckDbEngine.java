package dev.kqlift.execution.duckdb;

import dev.kqlift.backend.Backend;
import dev.kqlift.backend.BackendRegistry;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.evaluation.RunLimits;
import dev.kqlift.evaluation.TableSource;
import dev.kqlift.execution.DuckDbSession;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Span;
import dev.kqlift.sql.TableLayout;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.Translation;
import dev.kqlift.translation.TranslationNote;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs rules in DuckDB over tables at hand: what `transpile` emits for them, where that is exact. A rule whose translation is
 * anything less is refused with the first note that makes it so. Not safe for threads.
 */
public final class DuckDbEngine implements AutoCloseable {
    private static final int SECONDS = 120;

    private final Backend backend = BackendRegistry.builtIn().backend("duckdb").orElseThrow();
    private final RunLimits limits;
    private final String memory;
    private @Nullable DuckDbSession session;

    public DuckDbEngine() {
        this(RunLimits.DEFAULT, DuckDbSession.MEMORY);
    }

    DuckDbEngine(RunLimits limits, String memory) {
        this.limits = limits;
        this.memory = memory;
    }

    /**
     * Runs a rule.
     *
     * @param data all tables that there are
     * @param now the instant of {@code now()} in ticks of 100 ns since 0001-01-01
     * @return rows, or a refusal whose place is one in the rule's file
     */
    public EvaluationResult run(AnalyzedRule rule, TableSource data, long now) {
        try {
            return attempt(rule, data, now);
        } catch (StackOverflowError deep) {
            Span whole = rule.document().query().map(EmbeddedText::whole).orElse(Span.at(0));
            return refused(DiagnosticCode.KR004, "the query nests too deep for a local run", whole);
        }
    }

    private EvaluationResult attempt(AnalyzedRule rule, TableSource data, long now) {
        Optional<Diagnostic> wrong = rule.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .findFirst();
        if (wrong.isPresent()) {
            return new EvaluationResult.Refused(wrong.get());
        }
        Optional<Relation> asked = rule.bound().flatMap(BoundQuery::relation);
        Optional<EvaluationResult> missing = asked.flatMap(query -> missing(new Place(rule, query), data));
        if (missing.isPresent()) {
            return missing.get();
        }
        Translation translation = backend.over(data).translate(rule);
        Optional<TranslationNote> weakening = translation.notes().stream()
                .filter(note -> note.effect() != Fidelity.EXACT || note.code() == DiagnosticCode.KX006)
                .findFirst();
        if (weakening.isPresent()) {
            TranslationNote note = weakening.get();
            return refused(note.code(), note.message(), note.span());
        }
        Relation relation = asked.orElseThrow();
        Place place = new Place(rule, relation);
        String sql = translation.text().orElseThrow();
        return obstacle(sql, now, place).orElseGet(() -> answer(sql, now, data, place));
    }

    /** Where the constructs of a query stand in the rule's file. */
    private record Place(AnalyzedRule rule, Relation relation) {
        Span of(Span span) {
            return rule.document().query().map(text -> text.toFile(span)).orElse(span);
        }

        Span whole() {
            return of(relation.origin().span());
        }
    }

    private static EvaluationResult refused(DiagnosticCode code, String message, Span place) {
        return new EvaluationResult.Refused(Diagnostic.of(code, message, place));
    }

    /** A table that there are no data for. */
    private static Optional<EvaluationResult> missing(Place place, TableSource data) {
        return TableLayout.of(place.relation()).stream()
                .filter(layout -> data.table(layout.table()).isEmpty())
                .findFirst()
                .map(layout -> refused(
                        DiagnosticCode.KR001,
                        "there are no data for `" + layout.table() + "`",
                        place.of(layout.origin().span())));
    }

    /** What keeps an exact translation from running here. */
    private static Optional<EvaluationResult> obstacle(String sql, long now, Place place) {
        for (Column column : place.relation().columns()) {
            if (column.type() == KqlType.DECIMAL) {
                String message = "the digits of the decimal `" + column.name() + "` are not kept";
                return Optional.of(refused(DiagnosticCode.KX005, message, place.whole()));
            }
        }
        if (sql.contains("now()") && !EmittedNow.fits(now)) {
            String message = "emitted queries know `now()` in whole microseconds between 2000 and 2100 only";
            return Optional.of(refused(DiagnosticCode.KX005, message, place.whole()));
        }
        return TableLayout.obstacle(TableLayout.of(place.relation()))
                .map(found -> refused(
                        DiagnosticCode.KX005,
                        found.reason(),
                        place.of(found.layout().origin().span())));
    }

    private EvaluationResult answer(String sql, long now, TableSource data, Place place) {
        try {
            DuckDbSession open = session();
            open.connection().setAutoCommit(false);
            try {
                return loadAndRun(open, sql, now, data, place);
            } finally {
                // Tables and the instant belong to one query.
                open.connection().rollback();
            }
        } catch (SQLException e) {
            // A session that failed may be of no more use.
            close();
            return failed(e, place.whole());
        }
    }

    private DuckDbSession session() throws SQLException {
        DuckDbSession open = session;
        if (open == null) {
            open = DuckDbSession.open(List.of(), memory);
            session = open;
        }
        return open;
    }

    private EvaluationResult loadAndRun(DuckDbSession open, String sql, long now, TableSource data, Place place)
            throws SQLException {
        TableLoader loader = new TableLoader(open);
        for (TableLayout layout : TableLayout.of(place.relation())) {
            LocalTable table = data.table(layout.table()).orElseThrow();
            Optional<String> reason = loader.load(layout, table);
            if (reason.isPresent()) {
                return refused(
                        DiagnosticCode.KX005,
                        reason.get(),
                        place.of(layout.origin().span()));
            }
        }
        try (Statement statement = open.connection().createStatement()) {
            if (EmittedNow.fits(now)) {
                statement.execute(EmittedNow.statement(now));
            }
            statement.setQueryTimeout(SECONDS);
            try (ResultSet result = statement.executeQuery(sql)) {
                return rows(result, place);
            }
        }
    }

    private EvaluationResult rows(ResultSet result, Place place) throws SQLException {
        List<TableSchema.ColumnSchema> columns = place.relation().columns().stream()
                .map(column -> new TableSchema.ColumnSchema(column.name(), column.type()))
                .toList();
        List<KqlType> types =
                columns.stream().map(TableSchema.ColumnSchema::type).toList();
        List<List<Value>> rows = new ArrayList<>();
        while (result.next()) {
            if (rows.size() == limits.rows()) {
                return refused(
                        DiagnosticCode.KR004, "the result has more than " + limits.rows() + " rows", place.whole());
            }
            rows.add(ResultCells.row(result, types));
        }
        return new EvaluationResult.Rows(columns, rows);
    }

    private static EvaluationResult failed(SQLException failure, Span place) {
        String message = EngineFailure.line(failure);
        return switch (EngineFailure.of(failure)) {
            case LIMIT -> refused(DiagnosticCode.KR004, "DuckDB gives up: " + message, place);
            case DEFECT ->
                refused(
                        DiagnosticCode.KD900,
                        "DuckDB does not run the emitted query (" + message + "); please report it",
                        place);
        };
    }

    @Override
    public void close() {
        try {
            if (session != null) {
                session.close();
            }
        } catch (SQLException ignored) {
            // A database in memory that does not close leaves nothing behind.
        } finally {
            session = null;
        }
    }
}
