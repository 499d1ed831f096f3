package dev.kqlift.pipe;

import java.util.List;
import java.util.Set;

/** The fields that an expression reads. */
final class FieldNames {
    private FieldNames() {}

    /** Adds the names of an expression to a set. */
    static void collect(PipeExpression expression, Set<String> into) {
        switch (expression) {
            case PipeExpression.Field(String name) -> into.add(name);
            case PipeExpression.Text v -> {}
            case PipeExpression.Whole v -> {}
            case PipeExpression.Real v -> {}
            case PipeExpression.Bool v -> {}
            case PipeExpression.Nothing v -> {}
            case PipeExpression.Duration v -> {}
            case PipeExpression.CalendarUnit v -> {}
            case PipeExpression.Moment v -> {}
            case PipeExpression.Refused v -> {}
            case PipeExpression.Binary binary -> all(List.of(binary.left(), binary.right()), into);
            case PipeExpression.Logical logical -> all(logical.operands(), into);
            case PipeExpression.Negation negation -> collect(negation.operand(), into);
            case PipeExpression.NullTest test -> collect(test.operand(), into);
            case PipeExpression.Membership membership -> {
                collect(membership.subject(), into);
                all(membership.items(), into);
            }
            case PipeExpression.Wildcard wildcard -> collect(wildcard.subject(), into);
            case PipeExpression.Regex regex -> collect(regex.subject(), into);
            case PipeExpression.Invocation invocation -> all(invocation.arguments(), into);
            case PipeExpression.Filled filled -> all(filled.arguments(), into);
            case PipeExpression.Restricted restricted ->
                all(List.of(restricted.aggregate(), restricted.condition()), into);
        }
    }

    private static void all(List<PipeExpression> expressions, Set<String> into) {
        expressions.forEach(expression -> collect(expression, into));
    }
}
