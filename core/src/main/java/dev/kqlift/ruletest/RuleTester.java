package dev.kqlift.ruletest;

import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.Workspace;
import dev.kqlift.evaluation.ChoicePolicy;
import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.evaluation.Evaluator;
import dev.kqlift.evaluation.GeoDatabase;
import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.evaluation.RunLimits;
import dev.kqlift.evaluation.TableSource;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.syntax.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs the cases of a test file against its rule. */
public final class RuleTester {
    private final AnalyzedRule rule;
    private final Query query;
    private final EmbeddedText text;
    private final Workspace workspace;
    private final SourceFile testFile;
    private final TestData data;
    private final Optional<GeoDatabase> places;
    private final CoverageObserver observer;

    /**
     * @param rule a rule whose query could be read
     * @param testFile the file that the cases are from
     * @param places the places of addresses, where there is a database of them
     */
    public RuleTester(
            AnalyzedRule rule, Workspace workspace, SourceFile testFile, TestData data, Optional<GeoDatabase> places) {
        this.places = places;
        this.rule = rule;
        this.query = rule.syntax().orElseThrow();
        this.text = rule.document().query().orElseThrow();
        this.workspace = workspace;
        this.testFile = testFile;
        this.data = data;
        this.observer = new CoverageObserver(rule);
    }

    /** Runs one case. Never fails: what is not known is a refusal. */
    public CaseOutcome run(TestCase testCase) {
        CaseTables tables = new CaseTables(data, workspace);
        Optional<CaseTables.Problem> problem = tables.add(testCase.tables());
        if (problem.isPresent()) {
            Diagnostic reason = Diagnostic.of(
                    DiagnosticCode.KR005, problem.get().message(), problem.get().span());
            return new CaseOutcome(testCase.name(), new Verdict.Refused(testFile, reason), List.of());
        }
        return switch (result(testCase, tables)) {
            case EvaluationResult.Rows rows ->
                new CaseOutcome(testCase.name(), compared(testCase, rows), notes(rows.notes()));
            case EvaluationResult.Refused(Diagnostic reason) ->
                new CaseOutcome(
                        testCase.name(), new Verdict.Refused(rule.document().file(), inFile(reason)), List.of());
        };
    }

    /** What the cases that were run so far showed of the rule's conditions. */
    public Coverage coverage() {
        return observer.coverage();
    }

    private EvaluationResult result(TestCase testCase, CaseTables tables) {
        TableCatalog catalog = workspace.tables().with(schemas(tables.byName(), workspace.tables()));
        return new Evaluator(catalog, workspace.functions(), workspace.own(), RunLimits.DEFAULT, ChoicePolicy.FIRST)
                .with(places)
                .run(query, TableSource.of(tables.byName()), testCase.now(), observer);
    }

    private Diagnostic inFile(Diagnostic said) {
        return said.at(text.toFile(said.span()));
    }

    private List<CaseOutcome.Note> notes(List<Diagnostic> notes) {
        SourceFile file = rule.document().file();
        return notes.stream()
                .map(note -> new CaseOutcome.Note(file, inFile(note)))
                .toList();
    }

    private Verdict compared(TestCase testCase, EvaluationResult.Rows rows) {
        int count = rows.rows().size();
        Optional<Trigger> trigger = Trigger.of(rule.document().metadata(), count);
        List<Mismatch> mismatches = new ArrayList<>();
        OptionalInt alerts = testCase.expected().alerts();
        if (alerts.isPresent() && alerts.getAsInt() != count) {
            mismatches.add(new Mismatch(
                    rows(alerts.getAsInt()), rows(count), testCase.name().span()));
        }
        mismatches.addAll(RowMatching.mismatches(testCase.expected().rows(), rows));
        return mismatches.isEmpty() ? new Verdict.Passed(trigger) : new Verdict.Failed(mismatches, rows, trigger);
    }

    private static String rows(int count) {
        return count == 0 ? "no rows" : count == 1 ? "1 row" : count + " rows";
    }

    /** The tables as the binder sees them: the columns that are known, then those that only the data have. */
    private static List<TableSchema> schemas(Map<String, LocalTable> tables, TableCatalog catalog) {
        List<TableSchema> schemas = new ArrayList<>();
        tables.forEach((name, table) -> schemas.add(table.schema(name, catalog.table(name))));
        return schemas;
    }
}
