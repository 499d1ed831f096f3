package dev.kqlift.sql;

import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.ComparisonOperator;
import dev.kqlift.ir.Scalar;
import dev.kqlift.rendering.Fragment;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Comparisons and memberships, with KQL's rules for nulls. */
final class ComparisonLowering {
    private final ScalarLowering scalars;
    private final SqlContext context;

    ComparisonLowering(ScalarLowering scalars) {
        this.scalars = scalars;
        this.context = scalars.context();
    }

    Fragment compare(Scalar.Comparison comparison, Truth truth) {
        return switch (comparison.operator()) {
            case EQUAL, NOT_EQUAL -> equality(comparison, truth);
            case LESS -> ordering(comparison, " < ");
            case LESS_OR_EQUAL -> ordering(comparison, " <= ");
            case GREATER -> ordering(comparison, " > ");
            case GREATER_OR_EQUAL -> ordering(comparison, " >= ");
        };
    }

    private Fragment equality(Scalar.Comparison node, Truth truth) {
        Scalar left = node.left();
        Scalar right = node.right();
        boolean equal = node.operator() == ComparisonOperator.EQUAL;
        if (left.type() == KqlType.DYNAMIC || right.type() == KqlType.DYNAMIC) {
            return dynamicEquality(node, equal);
        }
        Optional<Fragment> printed = printedEquality(node, equal);
        if (printed.isPresent()) {
            return printed.get();
        }
        if (!SqlTypes.comparable(left.type(), right.type())) {
            return context.refuse(
                    node,
                    "a " + left.type().word() + " is compared with a "
                            + right.type().word());
        }
        if (isNullOrNotANumber(left) || isNullOrNotANumber(right)) {
            return context.refuse(node, "a comparison with a constant that is null or NaN");
        }
        if (left.type() == KqlType.STRING) {
            Fragment l = text(node, left, node.caseRule());
            Fragment r = text(node, right, node.caseRule());
            return binary(l, equal ? " = " : " <> ", r);
        }
        if (node.caseRule() == CaseRule.INSENSITIVE) {
            return context.refuse(node, "`=~` over " + left.type().word() + " is not translated");
        }
        Fragment l = scalars.value(left);
        Fragment r = scalars.value(right);
        boolean oneIsConstant = left instanceof Scalar.Constant || right instanceof Scalar.Constant;
        if (oneIsConstant) {
            if (equal) {
                return binary(l, truth == Truth.ONLY ? " = " : " IS NOT DISTINCT FROM ", r);
            }
            return binary(l, " IS DISTINCT FROM ", r);
        }
        if (left.type() == KqlType.REAL || right.type() == KqlType.REAL) {
            return context.refuse(node, "two real numbers are compared, and NaN equals itself in the target only");
        }
        Fragment compared = binary(l, equal ? " IS NOT DISTINCT FROM " : " IS DISTINCT FROM ", r);
        if (truth == Truth.ONLY) {
            return equal ? binary(l, " = ", r) : compared;
        }
        return new Fragment(
                "CASE WHEN " + l.in(SqlStrengths.OTHER) + " IS NULL AND " + r.in(SqlStrengths.OTHER)
                        + " IS NULL THEN NULL ELSE " + compared.text() + " END",
                SqlStrengths.PRIMARY);
    }

    private Fragment ordering(Scalar.Comparison node, String operator) {
        Scalar left = node.left();
        Scalar right = node.right();
        boolean ordered =
                left.type() == KqlType.DATETIME || left.type() == KqlType.TIMESPAN || SqlTypes.isNumber(left.type());
        if (!ordered || !SqlTypes.comparable(left.type(), right.type())) {
            return context.refuse(
                    node,
                    "a " + left.type().word() + " is compared by order with a "
                            + right.type().word());
        }
        if (isNullOrNotANumber(left) || isNullOrNotANumber(right)) {
            return context.refuse(node, "a comparison with a constant that is null or NaN");
        }
        Fragment compared = binary(scalars.value(left), operator, scalars.value(right));
        // NaN is greater than everything in the target and nothing in KQL: guard the side that should be greater.
        boolean leftIsGreater = operator.contains(">");
        Scalar greater = leftIsGreater ? left : right;
        if (greater.type() == KqlType.REAL && !(greater instanceof Scalar.Constant)) {
            return new Fragment(
                    compared.in(SqlStrengths.NOT) + " AND NOT isnan("
                            + scalars.value(greater).text() + ")",
                    SqlStrengths.AND);
        }
        return compared;
    }

    Fragment inList(Scalar.InList node, Truth truth) {
        List<Value> items = new ArrayList<>();
        for (Scalar item : node.items()) {
            if (!(item instanceof Scalar.Constant constant)) {
                return inComputed(node);
            }
            flatten(constant.value(), items);
        }
        KqlType type = node.subject().type();
        boolean overText = type == KqlType.DYNAMIC;
        List<String> literals = new ArrayList<>();
        for (Value item : items) {
            if (item instanceof Value.Null) {
                return context.refuse(node, "the list holds a null");
            }
            if (overText ? !plainText(item) : !SqlTypes.comparable(type, item.type())) {
                return context.refuse(
                        node,
                        "a " + type.word() + " is looked for in a list that holds a "
                                + item.type().word() + (overText ? " that may be taken for another type" : ""));
            }
            Optional<Fragment> literal = item instanceof Value.Text text && node.caseRule() == CaseRule.INSENSITIVE
                    ? Optional.of(folded(node, text.value()))
                    : SqlLiterals.constant(item);
            if (literal.isEmpty()) {
                return context.refuse(node, "the target cannot hold a constant of the list exactly");
            }
            literals.add(literal.get().text());
        }
        if (literals.isEmpty()) {
            return new Fragment(node.negated() ? "TRUE" : "FALSE", SqlStrengths.PRIMARY);
        }
        Optional<Scalar> printed = context.printed(node.subject())
                .filter(ignored -> items.stream().allMatch(ComparisonLowering::plainText));
        Fragment subject = overText || printed.isPresent()
                ? new DynamicLowering(scalars).text(printed.orElse(node.subject()))
                : scalars.value(node.subject());
        if (overText || type == KqlType.STRING) {
            subject = folded(node, node.caseRule(), subject);
        }
        Fragment in = new Fragment(
                subject.in(SqlStrengths.OTHER) + (node.negated() ? " NOT IN (" : " IN (") + String.join(", ", literals)
                        + ")",
                SqlStrengths.COMPARISON);
        boolean nullable = !overText && type != KqlType.STRING;
        return nullable ? settled(in, node.negated(), truth) : in;
    }

    /** A list with computed items: each is compared on its own. */
    private Fragment inComputed(Scalar.InList node) {
        List<String> tests = new ArrayList<>();
        for (Scalar item : node.items()) {
            if (item.type() != KqlType.STRING || node.subject().type() != KqlType.STRING) {
                return context.refuse(node, "the list holds computed values that are no texts");
            }
            tests.add(binary(text(node, node.subject(), node.caseRule()), " = ", text(node, item, node.caseRule()))
                    .text());
        }
        Fragment any =
                new Fragment(String.join(" OR ", tests), tests.size() == 1 ? SqlStrengths.COMPARISON : SqlStrengths.OR);
        return node.negated() ? scalars.not(any) : any;
    }

    Fragment inRelation(Scalar.InRelation node, Truth truth) {
        if (node.kind() != Scalar.InKind.IN) {
            return context.refuse(node, "`has_any` and `has_all` over a sub-query are not translated");
        }
        Optional<SqlRelation> relation = scalars.relation(node.relation());
        if (relation.isEmpty() || node.relation().columns().isEmpty()) {
            return context.refuse(node, "the table on the right has no known column");
        }
        KqlType type = node.subject().type();
        KqlType values = node.relation().columns().getFirst().type();
        if (!SqlTypes.comparable(type, values)) {
            return context.refuse(node, "a " + type.word() + " is looked for in a column of " + values.word());
        }
        Fragment column = new Fragment(
                SqlNames.quoted(
                        relation.get().name(node.relation().columns().getFirst().id())),
                SqlStrengths.PRIMARY);
        Fragment subject = text(node, node.subject(), node.caseRule());
        Fragment wanted = node.caseRule() == CaseRule.INSENSITIVE && type == KqlType.STRING
                ? folded(node, node.caseRule(), column)
                : column;
        // A null among the values would make `NOT IN` null for every row.
        String noNulls = type == KqlType.STRING ? "" : " WHERE " + column.text() + " IS NOT NULL";
        Fragment in = new Fragment(
                subject.in(SqlStrengths.OTHER) + (node.negated() ? " NOT IN (SELECT " : " IN (SELECT ") + wanted.text()
                        + " FROM " + relation.get().source() + noNulls + ")",
                SqlStrengths.COMPARISON);
        return type == KqlType.STRING ? in : settled(in, node.negated(), truth);
    }

    /** A subject that is null is in no list. */
    private static Fragment settled(Fragment in, boolean negated, Truth truth) {
        return truth == Truth.ONLY && !negated
                ? in
                : new Fragment(
                        "coalesce(" + in.text() + ", " + (negated ? "TRUE" : "FALSE") + ")", SqlStrengths.PRIMARY);
    }

    /** {@code tostring(d.x) == "word"}: no array, bag or number is written like that. */
    private Optional<Fragment> printedEquality(Scalar.Comparison node, boolean equal) {
        Optional<Scalar> dynamic = context.printed(node.left());
        if (dynamic.isEmpty() || !(node.right() instanceof Scalar.Constant constant) || !plainText(constant.value())) {
            return Optional.empty();
        }
        Fragment text = new DynamicLowering(scalars).text(dynamic.get());
        return Optional.of(binary(
                folded(node, node.caseRule(), text), equal ? " = " : " <> ", text(node, constant, node.caseRule())));
    }

    private Fragment folded(Scalar node, CaseRule rule, Fragment text) {
        if (rule == CaseRule.SENSITIVE) {
            return text;
        }
        context.assume(node, DataAssumption.ONE_CASE_EACH, node);
        return context.operator("$lower", text);
    }

    private Fragment dynamicEquality(Scalar.Comparison node, boolean equal) {
        Scalar dynamic = node.left().type() == KqlType.DYNAMIC ? node.left() : node.right();
        Scalar other = dynamic == node.left() ? node.right() : node.left();
        if (!(other instanceof Scalar.Constant constant) || !plainText(constant.value())) {
            return context.refuse(
                    node, "a dynamic value is compared with something else than a text that can be nothing but a text");
        }
        Fragment l = folded(node, node.caseRule(), new DynamicLowering(scalars).text(dynamic));
        return binary(l, equal ? " = " : " <> ", text(node, other, node.caseRule()));
    }

    /** A text value, folded where case does not count. */
    private Fragment text(Scalar node, Scalar scalar, CaseRule rule) {
        if (rule == CaseRule.SENSITIVE || scalar.type() != KqlType.STRING) {
            return scalars.value(scalar);
        }
        return scalar instanceof Scalar.Constant constant && constant.value() instanceof Value.Text text
                ? folded(node, text.value())
                : folded(node, rule, scalars.value(scalar));
    }

    private Fragment folded(Scalar node, String text) {
        if (!SqlNames.valid(text)) {
            return context.refuse(node, "the target cannot hold this text");
        }
        noteFolding(context, node);
        return new Fragment(SqlLiterals.text(text.toLowerCase(Locale.ROOT)), SqlStrengths.PRIMARY);
    }

    static void noteFolding(SqlContext context, Scalar node) {
        context.assume(node, DataAssumption.ONE_CASE_EACH, node);
    }

    /** A text that is no JSON number, bool, null, array or bag, so that only a text is equal to it. */
    static boolean plainText(Value value) {
        return value instanceof Value.Text(String text)
                && !text.isEmpty()
                && !text.matches("(?is)\\s*([-+0-9.{\\[\"].*|true|false|null|nan|inf.*)\\s*");
    }

    private static void flatten(Value value, List<Value> into) {
        if (value instanceof Value.Array array) {
            array.items().forEach(item -> flatten(item, into));
        } else {
            into.add(value);
        }
    }

    private static boolean isNullOrNotANumber(Scalar scalar) {
        return scalar instanceof Scalar.Constant constant
                && (constant.value() instanceof Value.Null
                        || constant.value() instanceof Value.Real(double number) && Double.isNaN(number));
    }

    private static Fragment binary(Fragment left, String operator, Fragment right) {
        return new Fragment(
                left.in(SqlStrengths.OTHER) + operator + right.in(SqlStrengths.OTHER), SqlStrengths.COMPARISON);
    }
}
