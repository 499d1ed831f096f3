package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.source.Span;
import dev.kqlift.syntax.Expression;
import java.util.ArrayList;
import java.util.List;

/** {@code and} and {@code or} beside each other without parentheses. */
@RuleInfo(code = "KL620", name = "mixed-and-or", category = LintCategory.MEANING, severity = Severity.WARNING)
final class MixedAndOr implements LintRule, OnExpression {
    @Override
    public void check(Expression expression, RuleContext context) {
        if (!(expression instanceof Expression.Logical logical) || logical.conjunction()) {
            return;
        }
        List<Expression> bare = new ArrayList<>();
        for (Expression operand : logical.operands()) {
            if (operand instanceof Expression.Logical) {
                bare.add(operand);
            }
        }
        // Several conjunctions under `or` read as a list of cases; one beside a single test reads either way.
        if (!bare.isEmpty() && bare.size() < logical.operands().size()) {
            Expression first = bare.getFirst();
            List<TextEdit> edits = new ArrayList<>();
            for (Expression operand : bare) {
                Span span = operand.origin().span();
                context.replace(Span.at(span.start()), "(").ifPresent(edits::add);
                context.replace(Span.at(span.end()), ")").ifPresent(edits::add);
            }
            context.report(first.origin(), "`and` is stronger than `or` here, and no parentheses say so")
                    .help("put parentheses where they are meant")
                    .fix(
                            Applicability.SAFE,
                            "put parentheses around what belongs together now",
                            edits.size() == 2 * bare.size() ? edits : List.of());
        }
    }
}
