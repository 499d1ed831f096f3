package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.Span;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One text parsed at several places. */
@RuleInfo(code = "KL710", name = "same-text-parsed-often", category = LintCategory.COST, severity = Severity.NOTE)
final class SameTextParsedOften implements LintRule, OnBound {
    private static final int OFTEN = 3;

    @Override
    public void check(BoundQuery query, RuleContext context) {
        Map<Scalar, List<Span>> places = new LinkedHashMap<>();
        for (Scalar scalar : QueryScalars.of(query)) {
            if (ScalarParts.isCall(
                            scalar,
                            "parse_json",
                            "parsejson",
                            "todynamic",
                            "parse_url",
                            "parse_xml",
                            "parse_user_agent")
                    && scalar instanceof Scalar.Call call
                    && call.arguments().getFirst() instanceof Scalar.ColumnRef reference
                    && reference.type() == KqlType.STRING) {
                List<Span> found = places.computeIfAbsent(scalar, parsed -> new ArrayList<>());
                // The body of a function is seen at every call.
                if (!found.contains(call.origin().span())) {
                    found.add(call.origin().span());
                }
            }
        }
        places.forEach((scalar, found) -> {
            if (found.size() >= OFTEN) {
                found.sort(Comparator.comparingInt(Span::start));
                context.report(
                                found.get(1),
                                "`" + context.textOf(found.get(1)) + "` stands at " + found.size()
                                        + " places, and parses the text at each")
                        .label(found.getFirst(), "the first of them")
                        .help("compute it once with `extend`");
            }
        });
    }
}
