package dev.kqlift.lint;

import dev.kqlift.catalog.DefenderAssets;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.DefenderSettings;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Located;

/** An impacted asset that the service does not know. */
@RuleInfo(
        code = "KL904",
        name = "unknown-impacted-asset",
        category = LintCategory.DEFENDER,
        severity = Severity.ERROR,
        kinds = {RuleKind.DEFENDER})
final class UnknownImpactedAsset implements LintRule, OnDocument {
    private static final KnownWords TYPES = new KnownWords(DefenderAssets.builtIn().assets().stream()
            .map(DefenderAssets.Asset::type)
            .distinct()
            .toList());

    @Override
    public void check(RuleDocument document, RuleContext context) {
        DefenderRule.of(document, context)
                .ifPresent(settings -> settings.impactedAssets().forEach(asset -> check(asset, context)));
    }

    private static void check(DefenderSettings.ImpactedAsset asset, RuleContext context) {
        if (asset.type().isEmpty()) {
            return;
        }
        Located<String> type = asset.type().get();
        String last = type.value().substring(type.value().lastIndexOf('.') + 1);
        if (!TYPES.words().contains(last)) {
            context.reportInFile(type.span(), "`" + type.value() + "` is no type of impacted asset")
                    .help("use one of `" + String.join("`, `", TYPES.words()) + "`");
            return;
        }
        asset.identifier()
                .map(EntityMappings::scalar)
                .ifPresent(identifier -> new KnownWords(DefenderAssets.builtIn().identifiers(last))
                        .check(context, identifier, "identifier of `" + last + "`"));
    }
}
