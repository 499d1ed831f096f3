package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two tests of one value that no value passes together. */
@RuleInfo(code = "KL603", name = "tests-exclude-each-other", category = LintCategory.MEANING, severity = Severity.ERROR)
final class TestsExcludeEachOther implements LintRule, OnFilter, OnLogical {
    @Override
    public void check(Scalar.Logical logical, RuleContext context) {
        if (logical.conjunction()) {
            List<ValueTest> tests = new ArrayList<>();
            for (Scalar conjunct : ScalarParts.conjuncts(logical)) {
                for (ValueTest test : ValueTest.of(conjunct, context)) {
                    against(tests, test, context);
                    tests.add(test);
                }
            }
        }
    }

    /** A filter against the filters before it: a column keeps its identity on the way from one to the other. */
    @Override
    public void check(Relation.Filter filter, RuleContext context) {
        List<ValueTest> before = new ArrayList<>();
        Optional<Relation> next = Optional.of(filter.input());
        while (next.isPresent()) {
            if (next.get() instanceof Relation.Filter earlier) {
                for (Scalar conjunct : ScalarParts.conjuncts(earlier.predicate())) {
                    before.addAll(ValueTest.of(conjunct, context));
                }
            }
            next = sameRows(next.get());
        }
        for (Scalar conjunct : ScalarParts.conjuncts(filter.predicate())) {
            for (ValueTest test : ValueTest.of(conjunct, context)) {
                against(before, test, context);
                before.add(test);
            }
        }
    }

    /** The relation whose rows, with further columns or fewer of them, a relation passes on. */
    private static Optional<Relation> sameRows(Relation relation) {
        return switch (relation) {
            case Relation.Filter filter -> Optional.of(filter.input());
            case Relation.Project project -> Optional.of(project.input());
            case Relation.Sort sort -> Optional.of(sort.input());
            case Relation.Take take -> Optional.of(take.input());
            case Relation.Marker marker -> Optional.of(marker.input());
            case Relation.Parse parse -> Optional.of(parse.input());
            case Relation.Expand expand -> Optional.of(expand.input());
            case Relation.Join join ->
                switch (join.kind()) {
                    case INNER_UNIQUE, INNER, LEFT_OUTER, LEFT_SEMI, LEFT_ANTI -> Optional.of(join.left());
                    case RIGHT_OUTER, FULL_OUTER, RIGHT_SEMI, RIGHT_ANTI -> Optional.empty();
                };
            case Relation.TableScan ignored -> Optional.empty();
            case Relation.Rows ignored -> Optional.empty();
            case Relation.Range ignored -> Optional.empty();
            case Relation.External ignored -> Optional.empty();
            case Relation.FunctionScan ignored -> Optional.empty();
            case Relation.Aggregate ignored -> Optional.empty();
            case Relation.Union ignored -> Optional.empty();
            case Relation.Apply ignored -> Optional.empty();
            case Relation.Evaluate ignored -> Optional.empty();
            case Relation.Other ignored -> Optional.empty();
            case Relation.Unresolved ignored -> Optional.empty();
        };
    }

    private static void against(List<ValueTest> tests, ValueTest test, RuleContext context) {
        for (ValueTest earlier : tests) {
            if (earlier.excludes(test)) {
                context.report(
                                test.origin(),
                                "no value of `"
                                        + context.textOf(test.subject().origin().span())
                                        + "` passes this test and an earlier one, so that no row is left")
                        .label(earlier.origin().span(), "the earlier test")
                        .help("join the two with `or`, or delete one");
                return;
            }
        }
    }
}
