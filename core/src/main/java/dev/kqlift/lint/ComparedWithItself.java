package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.ir.Scalar;

/** A value compared with itself. */
@RuleInfo(code = "KL639", name = "compared-with-itself", category = LintCategory.MEANING, severity = Severity.ERROR)
final class ComparedWithItself implements LintRule, OnComparison {
    @Override
    public void check(Scalar.Comparison comparison, RuleContext context) {
        Scalar left = comparison.left();
        boolean constant = left instanceof Scalar.Constant || ScalarParts.readsMore(left);
        if (!constant && left.equals(comparison.right()) && !isHiddenConstant(left, context)) {
            context.report(
                            comparison.origin(),
                            "`" + context.textOf(left.origin().span()) + "` is compared with itself")
                    .help("write the other value; a parameter of the same name as a column is hidden by it");
        }
    }

    /** Told by the check of names that hide each other. */
    private static boolean isHiddenConstant(Scalar scalar, RuleContext context) {
        return scalar instanceof Scalar.ColumnRef reference
                && context.subject()
                        .bound()
                        .filter(query ->
                                query.constants().containsKey(reference.column().name()))
                        .isPresent();
    }
}
