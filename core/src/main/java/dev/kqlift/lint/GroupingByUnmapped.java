package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.AlertSettings;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Located;
import java.util.List;

/** Grouping by an entity or a detail that the rule's alerts do not have. */
@RuleInfo(
        code = "KL214",
        name = "grouping-by-unmapped",
        category = LintCategory.SCHEDULE,
        severity = Severity.ERROR,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class GroupingByUnmapped implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        SelectedGrouping.of(document, context).ifPresent(grouping -> {
            AlertSettings settings = AlertSettings.read(document);
            List<String> entities = settings.entityMappings().stream()
                    .flatMap(mapping -> mapping.entityType().stream())
                    .map(Located::value)
                    .toList();
            List<String> details = settings.customDetails().stream()
                    .map(detail -> detail.key().value())
                    .toList();
            check(grouping.groupByEntities(), entities, "entity", "add a mapping of the entity", context);
            check(grouping.groupByCustomDetails(), details, "custom detail", "add the custom detail", context);
        });
    }

    private static void check(
            List<Located<String>> selected, List<String> known, String what, String help, RuleContext context) {
        for (Located<String> one : selected) {
            if (!known.contains(one.value())) {
                context.reportInFile(
                                one.span(),
                                "alerts are grouped by the " + what + " `" + one.value()
                                        + "`, which the rule does not have")
                        .help(help);
            }
        }
    }
}
