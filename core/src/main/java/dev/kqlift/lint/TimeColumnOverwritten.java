package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.ColumnId;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import java.util.Optional;

/** The time of an event replaced by something else under the same name. */
@RuleInfo(
        code = "KL626",
        name = "time-column-overwritten",
        category = LintCategory.MEANING,
        severity = Severity.WARNING)
final class TimeColumnOverwritten implements LintRule, OnBound {
    @Override
    public void check(BoundQuery query, RuleContext context) {
        ColumnDefinitions definitions = ColumnDefinitions.of(query);
        for (Relation relation : QueryRelationList.of(query)) {
            if (relation instanceof Relation.Project project && project.kind() == Relation.ProjectKind.EXTEND) {
                for (Assignment assignment : project.assignments()) {
                    check(project, assignment, definitions, context);
                }
            }
        }
    }

    private static void check(
            Relation.Project project, Assignment assignment, ColumnDefinitions definitions, RuleContext context) {
        String name = assignment.column().name();
        if (!name.equals("TimeGenerated") && !name.equals("Timestamp")) {
            return;
        }
        Optional<Column> before = project.input().columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
        if (before.isPresent() && !reads(assignment.value(), before.get().id(), definitions)) {
            context.report(
                            assignment.value().origin(),
                            "`" + name + "` of the table is overwritten with a value that it has no part in")
                    .help("give the new value a name of its own");
        }
    }

    private static boolean reads(Scalar value, ColumnId column, ColumnDefinitions definitions) {
        return ScalarParts.columns(value).contains(column)
                || ScalarParts.of(value).stream()
                        .filter(Scalar.ColumnRef.class::isInstance)
                        .map(definitions::resolve)
                        .anyMatch(made -> ScalarParts.columns(made).contains(column));
    }
}
