package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Assignment;
import dev.kqlift.ir.Column;
import dev.kqlift.ir.Relation;
import dev.kqlift.semantic.BoundQuery;

/** A column that {@code extend} computes and nothing reads before it is gone. */
@RuleInfo(code = "KL627", name = "computed-never-used", category = LintCategory.MEANING, severity = Severity.NOTE)
final class ComputedNeverUsed implements LintRule, OnBound {
    @Override
    public void check(BoundQuery query, RuleContext context) {
        LiveColumns live = LiveColumns.of(query);
        for (Relation relation : QueryRelationList.of(query)) {
            if (relation instanceof Relation.Project project && project.kind() == Relation.ProjectKind.EXTEND) {
                for (Assignment assignment : project.assignments()) {
                    Column column = assignment.column();
                    if (!live.contains(column.id()) && isAlone(assignment, project)) {
                        context.report(
                                        assignment.value().origin(),
                                        "nothing reads `" + column.name() + "` before it is dropped")
                                .help("delete it, or keep it in the result");
                    }
                }
            }
        }
    }

    /** Of a call that gives several columns at once, not all are wanted. */
    private static boolean isAlone(Assignment assignment, Relation.Project project) {
        int start = assignment.value().origin().start();
        return project.assignments().stream()
                        .filter(other -> other.value().origin().start() == start)
                        .count()
                == 1;
    }
}
