package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.Origin;
import java.util.List;
import java.util.Set;

/** An array or a bag compared with a text. */
@RuleInfo(
        code = "KL618",
        name = "list-compared-with-text",
        category = LintCategory.MEANING,
        severity = Severity.WARNING)
final class ListComparedWithText implements LintRule, OnBound {
    private static final Set<String> LISTS = Set.of(
            "array_concat",
            "array_slice",
            "array_sort_asc",
            "array_sort_desc",
            "bag_keys",
            "bag_pack",
            "extract_all",
            "make_bag",
            "make_list",
            "make_set",
            "makelist",
            "makeset",
            "pack",
            "pack_array",
            "pack_all",
            "set_difference",
            "set_intersect",
            "set_union",
            "split");

    @Override
    public void check(BoundQuery query, RuleContext context) {
        ColumnDefinitions definitions = ColumnDefinitions.of(query);
        for (Scalar scalar : QueryScalars.of(query)) {
            if (scalar instanceof Scalar.Comparison comparison) {
                check(comparison.origin(), comparison.left(), List.of(comparison.right()), definitions, context);
                check(comparison.origin(), comparison.right(), List.of(comparison.left()), definitions, context);
            } else if (scalar instanceof Scalar.InList in) {
                check(in.origin(), in.subject(), in.items(), definitions, context);
            }
        }
    }

    private static void check(
            Origin origin, Scalar subject, List<Scalar> others, ColumnDefinitions definitions, RuleContext context) {
        boolean text = !others.isEmpty()
                && others.stream()
                        .allMatch(other -> ScalarParts.text(other)
                                .filter(value -> !value.matches("\\s*([\\[{].*)?"))
                                .isPresent());
        if (text && isList(definitions.resolve(subject))) {
            context.report(
                            origin,
                            "`" + context.textOf(subject.origin().span()) + "` is a list, which is equal to no text")
                    .help("ask with `has`, `set_has_element()` or `mv-expand`");
        }
    }

    private static boolean isList(Scalar scalar) {
        return scalar instanceof Scalar.Call call
                        && LISTS.contains(call.function().name())
                || scalar instanceof Scalar.AggregateCall aggregate
                        && LISTS.contains(aggregate.function().name());
    }
}
