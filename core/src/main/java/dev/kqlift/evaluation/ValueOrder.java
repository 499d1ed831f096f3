package dev.kqlift.evaluation;

import dev.kqlift.source.Origin;
import dev.kqlift.types.Value;

/** The order of values under {@code sort}, {@code min} and {@code arg_max}: text by code points. */
final class ValueOrder {
    private ValueOrder() {}

    /** Compares two values of one type that are not null. A NaN stands below all other numbers. */
    static int compare(Value left, Value right, Origin origin) {
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            boolean leftNaN = Numbers.isNaN(left);
            boolean rightNaN = Numbers.isNaN(right);
            return leftNaN || rightNaN ? Boolean.compare(rightNaN, leftNaN) : Numbers.compare(left, right);
        }
        if (left instanceof Value.Text(var a) && right instanceof Value.Text(var b)) {
            return text(a, b);
        }
        if (left instanceof Value.DateTime(var a) && right instanceof Value.DateTime(var b)) {
            return Long.compare(a, b);
        }
        if (left instanceof Value.TimeSpan(var a) && right instanceof Value.TimeSpan(var b)) {
            return Long.compare(a, b);
        }
        if (left instanceof Value.Bool(var a) && right instanceof Value.Bool(var b)) {
            return Boolean.compare(a, b);
        }
        if (left.equals(right)) {
            return 0;
        }
        throw Refusals.construct("values of this type have no order that is known; convert them", origin);
    }

    private static int text(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            if (left.charAt(i) != right.charAt(i)) {
                boolean pairs = Character.isSurrogate(left.charAt(i)) || Character.isSurrogate(right.charAt(i));
                return pairs
                        ? Integer.compare(left.codePointAt(i), right.codePointAt(i))
                        : Character.compare(left.charAt(i), right.charAt(i));
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
