package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;

/** A text in one case compared, with case, with a constant that has the other. */
@RuleInfo(code = "KL601", name = "never-in-that-case", category = LintCategory.MEANING, severity = Severity.ERROR)
final class NeverInThatCase implements LintRule, OnBound {
    private enum Case {
        LOWER,
        UPPER,
        ANY;

        boolean allows(String text) {
            return switch (this) {
                case LOWER -> text.chars().noneMatch(c -> c >= 'A' && c <= 'Z');
                case UPPER -> text.chars().noneMatch(c -> c >= 'a' && c <= 'z');
                case ANY -> true;
            };
        }

        String words() {
            return switch (this) {
                case LOWER -> "lower case";
                case UPPER -> "upper case";
                case ANY -> "any case";
            };
        }
    }

    @Override
    public void check(BoundQuery query, RuleContext context) {
        ColumnDefinitions definitions = ColumnDefinitions.of(query);
        for (Scalar scalar : QueryScalars.of(query)) {
            if (scalar instanceof Scalar.Comparison comparison && comparison.caseRule() == CaseRule.SENSITIVE) {
                boolean equality = comparison.operator() == ComparisonOperator.EQUAL
                        || comparison.operator() == ComparisonOperator.NOT_EQUAL;
                if (equality) {
                    check(comparison.left(), comparison.right(), definitions, context);
                    check(comparison.right(), comparison.left(), definitions, context);
                }
            } else if (scalar instanceof Scalar.InList in && in.caseRule() == CaseRule.SENSITIVE) {
                in.items().forEach(item -> check(in.subject(), item, definitions, context));
            } else if (scalar instanceof Scalar.StringMatch match
                    && match.caseRule() == CaseRule.SENSITIVE
                    && match.kind() != MatchKind.REGEX) {
                match.patterns().forEach(pattern -> check(match.text(), pattern, definitions, context));
            }
        }
    }

    private static void check(Scalar subject, Scalar constant, ColumnDefinitions definitions, RuleContext context) {
        Case rule = caseOf(definitions.resolve(subject));
        for (String text : ConstantTexts.of(constant)) {
            if (!rule.allows(text)) {
                context.report(
                                constant.origin(),
                                "`" + text + "` is compared with a text that is all in " + rule.words()
                                        + ", so that the two are never equal")
                        .help("write the constant in " + rule.words() + ", or compare without case");
            }
        }
    }

    private static Case caseOf(Scalar scalar) {
        if (ScalarParts.isCall(scalar, "tolower")) {
            return Case.LOWER;
        }
        return ScalarParts.isCall(scalar, "toupper") ? Case.UPPER : Case.ANY;
    }
}
