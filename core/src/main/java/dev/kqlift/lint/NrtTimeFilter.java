package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Scalar;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import java.util.List;
import java.util.Optional;

/** A near-real-time rule whose events have to be young by their own time. */
@RuleInfo(
        code = "KL209",
        name = "nrt-time-filter",
        category = LintCategory.SCHEDULE,
        severity = Severity.WARNING,
        kinds = {RuleKind.NRT, RuleKind.ARM})
final class NrtTimeFilter implements LintRule, OnBound {
    private static final List<String> CLOCKS = List.of("ago", "now");

    @Override
    public void check(BoundQuery query, RuleContext context) {
        if (RuleKeys.ofNrtRule(context.subject().document(), context).isEmpty()) {
            return;
        }
        // Only what every row of the result passes: the other side of a join may look back as far as it likes.
        Optional<Relation> next = query.relation();
        while (next.isPresent()) {
            if (next.get() instanceof Relation.Filter filter) {
                check(filter.predicate(), context);
            }
            List<Relation> inputs = Trees.inputs(next.get());
            next = inputs.size() == 1 ? Optional.of(inputs.getFirst()) : Optional.empty();
        }
    }

    private static void check(Scalar predicate, RuleContext context) {
        if (predicate instanceof Scalar.Logical logical) {
            Trees.forEachChild(logical, child -> check(child, context));
        } else if (predicate instanceof Scalar.Comparison comparison
                && comparison.left() instanceof Scalar.ColumnRef column
                && column.column().name().equals("TimeGenerated")
                && readsClock(comparison.right())) {
            context.report(
                            predicate.origin(),
                            "a near-real-time rule runs by the time of ingestion; this filter on the time of the event"
                                    + " drops events that arrive late")
                    .help("remove the filter");
        }
    }

    private static boolean readsClock(Scalar scalar) {
        if (scalar instanceof Scalar.Call call
                && CLOCKS.contains(call.function().name())) {
            return true;
        }
        boolean[] found = {false};
        Trees.forEachChild(scalar, child -> found[0] |= readsClock(child));
        return found[0];
    }
}
