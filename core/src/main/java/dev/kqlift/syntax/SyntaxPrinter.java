package dev.kqlift.syntax;

/**
 * Syntax trees as KQL in one canonical layout: an operator a line, statements closed with {@code ;}, strings in double
 * quotes, names in brackets only where they need them. Parsing what is printed gives an equal tree. A tree that was built
 * rather than parsed may lack the {@link Expression.Parenthesized} nodes that its shape needs: parentheses are printed where
 * the text would otherwise mean another tree, and then parsing gives the tree with those nodes.
 */
public final class SyntaxPrinter {
    private SyntaxPrinter() {}

    /** The whole query; it ends with a line feed. */
    public static String print(Query query) {
        Layout out = new Layout();
        new StatementPrinter(out).statements(query.statements());
        return query.statements().isEmpty() ? "" : out.add("\n").toString();
    }

    /** One expression, scalar or tabular. */
    public static String print(Expression expression) {
        Layout out = new Layout();
        new StatementPrinter(out).expressions().pipeline(expression);
        return out.toString();
    }

    /** One operator, without the {@code |} before it. */
    public static String print(TabularOperator operator) {
        Layout out = new Layout();
        new StatementPrinter(out).operators().print(operator);
        return out.toString();
    }
}
