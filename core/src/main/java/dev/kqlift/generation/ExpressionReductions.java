package dev.kqlift.generation;

import dev.kqlift.syntax.Expression;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Expressions that are one step smaller: a part of the whole, a plain literal, the whole with a smaller part. */
final class ExpressionReductions {
    private static final List<Expression> PLAIN = Stream.of(
                    new Value.Bool(true),
                    new Value.Bool(false),
                    new Value.Text(""),
                    new Value.Text("a"),
                    new Value.Whole(0, KqlType.LONG),
                    new Value.Whole(1, KqlType.LONG),
                    new Value.Whole(1, KqlType.INT),
                    new Value.Real(1),
                    new Value.TimeSpan(0),
                    new Value.DateTime(638_404_776_000_000_000L))
            .map(Nodes::literal)
            .toList();

    private ExpressionReductions() {}

    static List<Expression> of(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> plain(literal);
            case Expression.StringLiteral text -> plain(text);
            case Expression.DynamicLiteral ignored -> List.of();
            case Expression.NameReference ignored -> List.of();
            case Expression.Star ignored -> List.of();
            case Expression.TypeOf ignored -> List.of();
            case Expression.Placeholder ignored -> List.of();
            case Expression.Datatable ignored -> List.of();
            case Expression.ExternalData ignored -> List.of();
            case Expression.OperatorSource ignored -> List.of();
            case Expression.Path path ->
                rebuilt(
                        List.of(path.target()),
                        parts -> new Expression.Path(parts.get(0), path.member(), path.origin()));
            case Expression.Element element ->
                rebuilt(
                        List.of(element.target(), element.index()),
                        parts -> new Expression.Element(parts.get(0), parts.get(1), element.origin()));
            case Expression.Call call -> call(call);
            case Expression.Unary unary ->
                rebuilt(
                        List.of(unary.operand()),
                        parts -> new Expression.Unary(unary.negative(), parts.get(0), unary.origin()));
            case Expression.Binary binary ->
                rebuilt(
                        List.of(binary.left(), binary.right()),
                        parts -> new Expression.Binary(binary.operator(), parts.get(0), parts.get(1), binary.origin()));
            case Expression.Logical logical -> logical(logical);
            case Expression.Membership membership -> membership(membership);
            case Expression.Between between ->
                rebuilt(
                        List.of(between.subject(), between.low(), between.high()),
                        parts -> new Expression.Between(
                                between.negated(), parts.get(0), parts.get(1), parts.get(2), between.origin()));
            case Expression.Parenthesized ignored -> QueryReductions.table(expression);
            case Expression.Pipeline ignored -> QueryReductions.table(expression);
            case Expression.TableCall call ->
                QueryReductions.table(call.table()).stream()
                        .<Expression>map(table -> new Expression.TableCall(
                                call.function(), table, call.parameters(), call.innerParameters(), call.origin()))
                        .toList();
        };
    }

    private interface Rebuilding {
        Expression of(List<Expression> parts);
    }

    /** Each part alone, the plain literals, then the whole with a smaller part. */
    private static List<Expression> rebuilt(List<Expression> parts, Rebuilding whole) {
        List<Expression> smaller = new ArrayList<>(parts);
        smaller.addAll(PLAIN);
        for (int i = 0; i < parts.size(); i++) {
            for (Expression part : of(parts.get(i))) {
                List<Expression> changed = new ArrayList<>(parts);
                changed.set(i, part);
                smaller.add(whole.of(changed));
            }
        }
        return smaller;
    }

    private static List<Expression> plain(Expression literal) {
        int rank = PLAIN.indexOf(literal);
        return PLAIN.subList(0, rank < 0 ? PLAIN.size() : rank);
    }

    private static List<Expression> call(Expression.Call call) {
        List<Expression> values =
                call.arguments().stream().map(Expression.Argument::value).toList();
        List<Expression> smaller = new ArrayList<>();
        smaller.addAll(rebuilt(values, parts -> Nodes.call(call.function().text(), parts)));
        for (int i = 0; i < values.size(); i++) {
            List<Expression> fewer = new ArrayList<>(values);
            fewer.remove(i);
            smaller.add(Nodes.call(call.function().text(), fewer));
        }
        return smaller;
    }

    private static List<Expression> logical(Expression.Logical logical) {
        List<Expression> smaller = new ArrayList<>(logical.operands());
        smaller.addAll(PLAIN.subList(0, 2));
        QueryReductions.listed(logical.operands(), ExpressionReductions::of).stream()
                .filter(operands -> operands.size() > 1)
                .forEach(operands ->
                        smaller.add(new Expression.Logical(logical.conjunction(), operands, logical.origin())));
        return smaller;
    }

    private static List<Expression> membership(Expression.Membership membership) {
        List<Expression> smaller = new ArrayList<>(PLAIN.subList(0, 2));
        QueryReductions.listed(membership.items(), ExpressionReductions::of).stream()
                .filter(items -> !items.isEmpty())
                .forEach(items -> smaller.add(new Expression.Membership(
                        membership.operator(), membership.subject(), items, membership.origin())));
        of(membership.subject())
                .forEach(subject -> smaller.add(new Expression.Membership(
                        membership.operator(), subject, membership.items(), membership.origin())));
        return smaller;
    }
}
