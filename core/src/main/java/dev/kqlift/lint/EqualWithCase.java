package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.source.Origin;
import java.util.Locale;

/** {@code ==} or {@code in} on a text whose case varies. */
@RuleInfo(code = "KL602", name = "equal-with-case", category = LintCategory.MEANING, severity = Severity.WARNING)
final class EqualWithCase implements LintRule, OnBound {
    @Override
    public void check(BoundQuery query, RuleContext context) {
        ColumnDefinitions definitions = ColumnDefinitions.of(query);
        for (Scalar scalar : QueryScalars.of(query)) {
            if (scalar instanceof Scalar.Comparison comparison && comparison.caseRule() == CaseRule.SENSITIVE) {
                check(comparison, definitions, context);
            } else if (scalar instanceof Scalar.InList in && in.caseRule() == CaseRule.SENSITIVE) {
                check(in, definitions, context);
            }
        }
    }

    private static void check(Scalar.Comparison comparison, ColumnDefinitions definitions, RuleContext context) {
        boolean equal = comparison.operator() == ComparisonOperator.EQUAL;
        if ((equal || comparison.operator() == ComparisonOperator.NOT_EQUAL)
                && differs(comparison.left(), comparison.right(), definitions)
                && VaryingCase.isColumn(comparison.left(), definitions)) {
            String written = equal ? "==" : "!=";
            String instead = equal ? "=~" : "!~";
            report(comparison.origin(), comparison.left(), written, instead, context)
                    .fix(
                            Applicability.UNSAFE,
                            "compare with `" + instead + "`",
                            OperatorPlace.replace(comparison.left(), comparison.right(), written, instead, context));
        }
    }

    private static void check(Scalar.InList in, ColumnDefinitions definitions, RuleContext context) {
        if (in.items().stream().anyMatch(item -> differs(in.subject(), item, definitions))
                && VaryingCase.isColumn(in.subject(), definitions)) {
            String written = in.negated() ? "!in" : "in";
            report(in.origin(), in.subject(), written, written + "~", context)
                    .fix(
                            Applicability.UNSAFE,
                            "compare with `" + written + "~`",
                            OperatorPlace.replace(
                                    in.subject(), in.items().getFirst(), written, written + "~", context));
        }
    }

    private static FindingBuilder report(
            Origin origin, Scalar subject, String written, String instead, RuleContext context) {
        return context.report(
                        origin,
                        "`" + context.textOf(subject.origin().span()) + "` comes in any case, and `" + written
                                + "` compares with case")
                .help("compare with `" + instead + "`");
    }

    /** Whether the column may hold a text of the constant in another case. */
    private static boolean differs(Scalar subject, Scalar constant, ColumnDefinitions definitions) {
        boolean lower = VaryingCase.isMostlyLower(subject, definitions);
        return ConstantTexts.of(constant).stream()
                .anyMatch(
                        text -> VaryingCase.hasLetters(text) && !(lower && text.equals(text.toLowerCase(Locale.ROOT))));
    }
}
