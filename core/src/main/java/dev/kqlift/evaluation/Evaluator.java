package dev.kqlift.evaluation;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.catalog.WorkspaceFunctions;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.Binder;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.semantic.ObservedColumns;
import dev.kqlift.source.Span;
import dev.kqlift.syntax.Query;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs queries over tables at hand. */
public final class Evaluator {
    /** How often a query is bound anew because a plugin gave columns. */
    private static final int MOST_BINDINGS = 20;

    private final TableCatalog tables;
    private final FunctionCatalog functions;
    private final WorkspaceFunctions workspace;
    private final RunLimits limits;
    private final ChoicePolicy choices;
    private final Optional<GeoDatabase> places;

    /**
     * @param tables the tables that queries may name, those at hand with the columns that they have
     * @param choices what happens where the engine may choose
     */
    public Evaluator(
            TableCatalog tables,
            FunctionCatalog functions,
            WorkspaceFunctions workspace,
            RunLimits limits,
            ChoicePolicy choices) {
        this(tables, functions, workspace, limits, choices, Optional.empty());
    }

    /** An evaluator that refuses where an answer depends on a choice of the engine. */
    public Evaluator(TableCatalog tables, FunctionCatalog functions, WorkspaceFunctions workspace, RunLimits limits) {
        this(tables, functions, workspace, limits, ChoicePolicy.REFUSE);
    }

    private Evaluator(
            TableCatalog tables,
            FunctionCatalog functions,
            WorkspaceFunctions workspace,
            RunLimits limits,
            ChoicePolicy choices,
            Optional<GeoDatabase> places) {
        this.tables = tables;
        this.functions = functions;
        this.workspace = workspace;
        this.limits = limits;
        this.choices = choices;
        this.places = places;
    }

    /** The same with a database that tells the places of addresses. */
    public Evaluator with(Optional<GeoDatabase> database) {
        return new Evaluator(tables, functions, workspace, limits, choices, database);
    }

    /**
     * Binds and runs a query. Never fails: what is not known is a refusal.
     *
     * @param source the tables at hand
     * @param now the instant of {@code now()} in ticks of 100 ns since 0001-01-01
     */
    public EvaluationResult run(Query query, TableSource source, long now) {
        return run(query, source, now, PredicateObserver.NONE);
    }

    /**
     * Binds and runs a query, as {@link #run(Query, TableSource, long)}.
     *
     * @param observer is told what the tests of filters say
     */
    public EvaluationResult run(Query query, TableSource source, long now, PredicateObserver observer) {
        ObservedColumns observed = ObservedColumns.over(tablesOf(query, source));
        // What was chosen before the columns of a plugin were known was chosen for the result.
        Choices made = new Choices(choices);
        for (int i = 0; i < MOST_BINDINGS; i++) {
            BoundQuery bound = Binder.bind(query, tables, functions, workspace, observed);
            try {
                return attempt(bound, RunInput.of(bound, source, now, workspace, places), limits, made, observer);
            } catch (ColumnsObserved columns) {
                observed = columns.addedTo(observed);
            }
        }
        return refused(
                DiagnosticCode.KR004, "the columns of the query's plugins are found one after the other", Span.at(0));
    }

    /** The tables at hand: not the data of watchlists, parsers and the like, which patterns do not mean. */
    private List<String> tablesOf(Query query, TableSource source) {
        if (source.names().isEmpty()) {
            return List.of();
        }
        QueryReads reads = QueryReads.of(Binder.bind(query, tables, functions, workspace, ObservedColumns.NONE));
        return source.names().stream().filter(name -> !reads.isNoTable(name)).toList();
    }

    /** Runs a query that is bound; columns that depend on the data are refused. */
    public static EvaluationResult run(BoundQuery query, TableSource source, long now, RunLimits limits) {
        try {
            return attempt(
                    query,
                    RunInput.of(query, source, now, WorkspaceFunctions.builtIn(), Optional.empty()),
                    limits,
                    new Choices(ChoicePolicy.REFUSE),
                    PredicateObserver.NONE);
        } catch (ColumnsObserved columns) {
            return refused(DiagnosticCode.KR001, "the columns of this plugin depend on the data", columns.place());
        }
    }

    private static EvaluationResult attempt(
            BoundQuery query, RunInput input, RunLimits limits, Choices choices, PredicateObserver observer) {
        Optional<Diagnostic> wrong = query.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .findFirst();
        if (wrong.isPresent()) {
            return new EvaluationResult.Refused(wrong.get());
        }
        try {
            RelationEvaluator evaluator = RelationEvaluator.of(
                    input,
                    new EvaluationContext(
                            input.now(), Surroundings.NONE, EvaluationContext.Limits.DEFAULT, input.places(), choices),
                    new Budget(limits),
                    observer,
                    new ColumnUses(query.relation()),
                    ReadOnce.below(query.relation().map(List::of).orElse(List.of())));
            return rows(query, evaluator);
        } catch (NotEvaluated refusal) {
            return refused(
                    refusal.code(),
                    String.valueOf(refusal.getMessage()),
                    refusal.origin().span());
        } catch (StackOverflowError deep) {
            return refused(DiagnosticCode.KR004, "the query nests too deep for a local run", Span.at(0));
        } catch (OutOfMemoryError full) {
            return refused(
                    DiagnosticCode.KR004, "the run needs more memory than Java has; give it fewer data", Span.at(0));
        }
    }

    private static EvaluationResult refused(DiagnosticCode code, String message, Span span) {
        return new EvaluationResult.Refused(Diagnostic.of(code, message, span));
    }

    private static EvaluationResult rows(BoundQuery query, RelationEvaluator evaluator) {
        if (query.relation().isEmpty()) {
            return scalar(query.scalar(), evaluator);
        }
        Relation relation = query.relation().get();
        RowSet rows = evaluator.evaluate(relation);
        if (relation.open()) {
            throw Refusals.construct("the columns of the result are not known", relation.origin());
        }
        List<TableSchema.ColumnSchema> columns = new ArrayList<>(rows.columns().size());
        for (int i = 0; i < rows.columns().size(); i++) {
            Column column = rows.columns().get(i);
            columns.add(new TableSchema.ColumnSchema(column.name(), type(column, i, rows)));
        }
        rows.rows().forEach(row -> row.forEach(Dynamics::requireKnown));
        return new EvaluationResult.Rows(
                columns, rows.rows(), evaluator.context().choices().notes());
    }

    /** A type that the query does not tell is that of the values. */
    private static KqlType type(Column column, int place, RowSet rows) {
        if (column.type() != KqlType.UNKNOWN) {
            return column.type();
        }
        KqlType type = KqlType.UNKNOWN;
        for (List<Value> row : rows.rows()) {
            KqlType own = row.get(place).type();
            if (type != KqlType.UNKNOWN && own != type) {
                return KqlType.DYNAMIC;
            }
            type = own;
        }
        return type == KqlType.UNKNOWN ? KqlType.DYNAMIC : type;
    }

    private static EvaluationResult scalar(Optional<Scalar> scalar, RelationEvaluator evaluator) {
        if (scalar.isEmpty()) {
            return refused(DiagnosticCode.KR001, "the query ends without a result", Span.at(0));
        }
        Value value = ScalarEvaluator.evaluate(scalar.get(), Row.EMPTY, evaluator.context());
        return new EvaluationResult.Rows(
                List.of(new TableSchema.ColumnSchema("Column1", scalar.get().type())),
                List.of(List.of(value)),
                evaluator.context().choices().notes());
    }
}
