package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Columns cut out of a text without a test that the text fitted. */
@RuleInfo(code = "KL628", name = "parse-without-test", category = LintCategory.MEANING, severity = Severity.NOTE)
final class ParseWithoutTest implements LintRule, OnBound {
    @Override
    public void check(BoundQuery query, RuleContext context) {
        Set<ColumnId> tested = new HashSet<>();
        ColumnDefinitions definitions = ColumnDefinitions.of(query);
        List<Relation> relations = QueryRelationList.of(query);
        for (Relation relation : relations) {
            if (relation instanceof Relation.Filter filter) {
                read(filter.predicate(), definitions, tested);
            } else if (relation instanceof Relation.Join join) {
                for (Relation.JoinCondition condition : join.conditions()) {
                    read(condition.left(), definitions, tested);
                    read(condition.right(), definitions, tested);
                }
            }
        }
        for (Relation relation : relations) {
            if (relation instanceof Relation.Parse parse
                    && parse.operator().equals("parse")
                    && parse.captured().stream().noneMatch(column -> tested.contains(column.id()))) {
                context.report(parse.origin(), "rows whose text does not fit stay, with nothing in the parsed columns")
                        .help("use `parse-where`, or test one of the columns with `isnotempty()`");
            }
        }
    }

    /** The columns that a test reads, and those that these are computed from. */
    private static void read(Scalar test, ColumnDefinitions definitions, Set<ColumnId> tested) {
        for (Scalar part : ScalarParts.of(test)) {
            if (part instanceof Scalar.ColumnRef reference
                    && tested.add(reference.column().id())) {
                Scalar made = definitions.resolve(reference);
                if (!made.equals(reference)) {
                    read(made, definitions, tested);
                }
            }
        }
    }
}
