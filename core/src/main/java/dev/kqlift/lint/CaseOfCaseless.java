package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;

/** A comparison without case of a text that has none. */
@RuleInfo(code = "KL716", name = "case-of-caseless", category = LintCategory.COST, severity = Severity.NOTE)
final class CaseOfCaseless implements LintRule, OnComparison, OnInList {
    @Override
    public void check(Scalar.Comparison comparison, RuleContext context) {
        if (comparison.caseRule() == CaseRule.INSENSITIVE && isCaseless(comparison.right())) {
            boolean equal = comparison.operator() == ComparisonOperator.EQUAL;
            report(
                    comparison.origin(),
                    comparison.left(),
                    comparison.right(),
                    equal ? "=~" : "!~",
                    equal ? "==" : "!=",
                    context);
        }
    }

    @Override
    public void check(Scalar.InList in, RuleContext context) {
        if (in.caseRule() == CaseRule.INSENSITIVE
                && !in.items().isEmpty()
                && in.items().stream().allMatch(CaseOfCaseless::isCaseless)) {
            String written = in.negated() ? "!in~" : "in~";
            report(in.origin(), in.subject(), in.items().getFirst(), written, in.negated() ? "!in" : "in", context);
        }
    }

    private static void report(
            Origin origin, Scalar left, Scalar right, String written, String instead, RuleContext context) {
        // On a dynamic value the two operators differ in more than case.
        boolean safe = left.type() == KqlType.STRING;
        context.report(origin, "`" + written + "` compares without case what has no letters")
                .help("use `" + instead + "`")
                .fix(
                        safe ? Applicability.SAFE : Applicability.UNSAFE,
                        "replace `" + written + "` by `" + instead + "`",
                        OperatorPlace.replace(left, right, written, instead, context));
    }

    private static boolean isCaseless(Scalar scalar) {
        return ScalarParts.text(scalar)
                .filter(text -> !text.isEmpty() && !VaryingCase.hasLetters(text))
                .isPresent();
    }
}
