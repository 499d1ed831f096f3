package dev.kqlift.lint;

import dev.kqlift.catalog.DefenderLimits;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.DefenderSettings;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Trees;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import java.util.List;
import java.util.Optional;

/** A custom detection that runs continuously over more than one table. */
@RuleInfo(
        code = "KL908",
        name = "continuous-with-join",
        category = LintCategory.DEFENDER,
        severity = Severity.ERROR,
        kinds = {RuleKind.DEFENDER})
final class ContinuousWithJoin implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        Optional<Located<String>> period = DefenderRule.of(document, context)
                .flatMap(DefenderSettings::period)
                .filter(found -> found.value().equals(DefenderLimits.CONTINUOUS));
        if (period.isEmpty()) {
            return;
        }
        ResultColumns.of(context)
                .flatMap(columns -> obstacle(columns.query()))
                .ifPresent(obstacle -> context.reportInFile(
                                period.get().span(), "a rule that runs continuously reads one table without joins")
                        .help("let the rule run every hour: `1H`")
                        .label(obstacle, "this reads another"));
    }

    private static Optional<Span> obstacle(BoundQuery query) {
        return query.relation().stream()
                .flatMap(result -> Trees.relations(List.of(result)).stream())
                .filter(ContinuousWithJoin::combines)
                .map(relation -> relation.origin().span())
                .findFirst();
    }

    private static boolean combines(Relation relation) {
        return relation instanceof Relation.Join
                || relation instanceof Relation.External
                || relation instanceof Relation.Union union && union.inputs().size() > 1;
    }
}
