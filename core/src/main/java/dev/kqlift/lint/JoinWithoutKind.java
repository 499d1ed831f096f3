package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Relation;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.syntax.Parameter;
import dev.kqlift.syntax.TabularOperator;
import java.util.ArrayList;
import java.util.List;

/** {@code join} without a kind is {@code innerunique}, which keeps one left row a key. */
@RuleInfo(code = "KL612", name = "join-without-kind", category = LintCategory.MEANING, severity = Severity.NOTE)
final class JoinWithoutKind implements LintRule, OnOperator {
    @Override
    public void check(TabularOperator operator, RuleContext context) {
        if (operator instanceof TabularOperator.Join join
                && !join.lookup()
                && join.parameters().stream().map(Parameter::name).noneMatch("kind"::equals)
                && context.subject()
                        .bound()
                        .filter(query -> keepsEveryRow(join, query))
                        .isEmpty()) {
            context.report(context.keyword(join), "`join` without a kind keeps one arbitrary left row for each key")
                    .help("state the kind: `kind=inner` keeps all pairs, `kind=innerunique` is what runs now");
        }
    }

    /** Whether the left side has one row a key, wherever the join is run: then there is nothing to lose. */
    private static boolean keepsEveryRow(TabularOperator.Join written, BoundQuery query) {
        OneRowPerKey oneRow = OneRowPerKey.of(query);
        List<Relation.Join> joins = new ArrayList<>();
        for (Relation relation : QueryRelationList.of(query)) {
            if (relation instanceof Relation.Join join
                    && join.origin().span().equals(written.origin().span())) {
                joins.add(join);
            }
        }
        return !joins.isEmpty() && joins.stream().allMatch(oneRow::holdsLeftOf);
    }
}
