package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A change of case only to compare. */
@RuleInfo(code = "KL702", name = "case-changed-to-compare", category = LintCategory.COST, severity = Severity.NOTE)
final class CaseChangedToCompare implements LintRule, OnComparison, OnInList {
    @Override
    public void check(Scalar.Comparison comparison, RuleContext context) {
        boolean equal = comparison.operator() == ComparisonOperator.EQUAL;
        boolean simple = comparison.caseRule() == CaseRule.SENSITIVE
                && (equal || comparison.operator() == ComparisonOperator.NOT_EQUAL);
        if (simple && ScalarParts.text(comparison.right()).isPresent()) {
            String written = equal ? "==" : "!=";
            String instead = equal ? "=~" : "!~";
            check(comparison.left(), comparison.right(), written, instead, context);
        }
    }

    @Override
    public void check(Scalar.InList in, RuleContext context) {
        if (in.caseRule() == CaseRule.SENSITIVE && !in.items().isEmpty()) {
            String written = in.negated() ? "!in" : "in";
            check(in.subject(), in.items().getFirst(), written, written + "~", context);
        }
    }

    private static void check(Scalar subject, Scalar other, String written, String instead, RuleContext context) {
        boolean changed = ScalarParts.isCall(subject, "tolower", "toupper")
                && subject instanceof Scalar.Call call
                && call.arguments().size() == 1;
        // A constant in the other case is an error of its own, which this would hide.
        if (changed && other instanceof Scalar.Constant && isInCase(subject, other)) {
            Scalar.Call call = (Scalar.Call) subject;
            context.report(subject.origin(), "the text is changed for every row, only to compare it")
                    .help("compare the text itself with `" + instead + "`")
                    .fix(Applicability.UNSAFE, "compare without case", edits(call, other, written, instead, context));
        }
    }

    private static boolean isInCase(Scalar subject, Scalar other) {
        boolean lower = ScalarParts.isCall(subject, "tolower");
        return ConstantTexts.of(other).stream()
                .allMatch(text -> text.equals(lower ? text.toLowerCase(Locale.ROOT) : text.toUpperCase(Locale.ROOT)));
    }

    private static List<TextEdit> edits(
            Scalar.Call call, Scalar other, String written, String instead, RuleContext context) {
        Span argument = call.arguments().getFirst().origin().span();
        Span whole = call.origin().span();
        if (argument.start() < whole.start() || argument.end() > whole.end()) {
            return List.of();
        }
        List<TextEdit> edits = new ArrayList<>();
        context.replace(new Span(whole.start(), argument.start()), "").ifPresent(edits::add);
        context.replace(new Span(argument.end(), whole.end()), "").ifPresent(edits::add);
        OperatorPlace.replace(call, other, written, instead, context).ifPresent(edits::add);
        return edits.size() == 3 ? edits : List.of();
    }
}
