package dev.kqlift.lint;

import dev.kqlift.catalog.DefenderAssets;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Located;
import java.util.List;

/** An impacted asset whose column the query does not return. */
@RuleInfo(
        code = "KL905",
        name = "asset-column-missing",
        category = LintCategory.DEFENDER,
        severity = Severity.ERROR,
        kinds = {RuleKind.DEFENDER})
final class AssetColumnMissing implements LintRule, OnDocument {
    @Override
    public void check(RuleDocument document, RuleContext context) {
        DefenderRule.of(document, context)
                .ifPresent(settings -> settings.impactedAssets().stream()
                        .filter(asset ->
                                asset.type().isPresent() && asset.identifier().isPresent())
                        .forEach(asset -> check(
                                asset.type().get().value(), asset.identifier().get(), context)));
    }

    private static void check(String type, Located<String> identifier, RuleContext context) {
        DefenderAssets.builtIn()
                .asset(type, identifier.value())
                .ifPresent(asset -> ResultColumns.of(context)
                        .filter(columns -> asset.columns().stream().noneMatch(columns::has))
                        .ifPresent(columns -> report(identifier, asset.columns(), columns, context)));
    }

    private static void report(
            Located<String> identifier, List<String> wanted, ResultColumns columns, RuleContext context) {
        if (columns.open()) {
            context.notChecked("the result may have columns that are not known");
            return;
        }
        FindingBuilder finding = context.reportInFile(
                        identifier.span(),
                        "the asset is named by `" + String.join("` or `", wanted)
                                + "`, which the query does not return")
                .help("let the query return `" + wanted.getFirst() + "`");
        columns.dropped(wanted.getFirst())
                .ifPresent(stage ->
                        finding.label(columns.keyword(stage), "`" + stage.operator() + "` leaves it out here"));
    }
}
