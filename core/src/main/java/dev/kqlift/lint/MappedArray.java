package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import java.util.List;

/** An entity mapping of a column that holds a list or a bag of values. */
@RuleInfo(
        code = "KL320",
        name = "mapped-array",
        category = LintCategory.OUTPUT,
        severity = Severity.WARNING,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM})
final class MappedArray implements LintRule, OnDocument {
    private static final List<String> MAKERS = List.of(
            "make_set",
            "make_set_if",
            "makeset",
            "make_list",
            "make_list_if",
            "makelist",
            "make_bag",
            "set_union",
            "pack_array",
            "bag_pack",
            "pack",
            "split",
            "extract_all");

    @Override
    public void check(RuleDocument document, RuleContext context) {
        List<NamedColumn> mapped = MissingColumns.named(document, context).stream()
                .filter(named -> named.use() == NamedColumn.Use.ENTITY)
                .toList();
        if (mapped.isEmpty()) {
            return;
        }
        ResultColumns.of(context).ifPresent(columns -> {
            ColumnExpressions expressions = ColumnExpressions.of(columns.query());
            mapped.forEach(named -> check(named, expressions, context));
        });
    }

    private static void check(NamedColumn named, ColumnExpressions expressions, RuleContext context) {
        expressions
                .call(named.column().value())
                .filter(call -> MAKERS.contains(call.function()))
                .ifPresent(call -> context.reportInFile(
                                named.column().span(),
                                "`" + named.column().value() + "` holds several values in one, and an entity is one")
                        .help("give each value a row with `mv-expand`, or take one of them")
                        .label(call.span(), "`" + call.function() + "` makes it"));
    }
}
