package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;

/** Questions about nulls, kinds and special numbers. */
final class NullFunctions {
    private NullFunctions() {}

    static void addTo(FunctionTable table) {
        table.add("isnull", a -> Logic.of(isNull(a)));
        table.add("isnotnull", a -> Logic.of(!isNull(a)));
        table.add("notnull", a -> Logic.of(!isNull(a)));
        table.add("isempty", a -> Logic.of(isEmpty(a)));
        table.add("isnotempty", a -> Logic.of(!isEmpty(a)));
        table.add("notempty", a -> Logic.of(!isEmpty(a)));
        table.add("gettype", NullFunctions::kind);
        // The documentation says false for all that is not NaN or not infinite; a null is neither.
        table.add("isnan", a -> Logic.of(!isNull(a) && Double.isNaN(a.real(0))));
        table.add("isinf", a -> Logic.of(!isNull(a) && Double.isInfinite(a.real(0))));
        table.strict("isfinite", a -> Logic.of(Double.isFinite(a.real(0))));
        table.add("assert", NullFunctions::asserted);
    }

    private static boolean isNull(Arguments a) {
        return Nulls.isNull(a.value(0));
    }

    /** A text that is empty, also inside of a dynamic, and every null. */
    private static boolean isEmpty(Arguments a) {
        return isNull(a) || Untold.isPart(a.value(0)) || a.value(0).equals(Nulls.EMPTY_TEXT);
    }

    private static Value kind(Arguments a) {
        boolean dynamic = a.site().isDynamic(0);
        return new Value.Text(
                switch (a.value(0)) {
                    case Value.Array ignored -> "array";
                    case Value.Bag ignored -> "dictionary";
                    case Value.Null(var type) -> dynamic ? "null" : type.word();
                    case Value.Real ignored -> dynamic ? "double" : "real";
                    case Value.Whole(var number, var type) -> dynamic ? "long" : type.word();
                    case Value.Bool ignored -> "bool";
                    case Value.Text ignored -> "string";
                    case Value.Decimal ignored -> KqlType.DECIMAL.word();
                    case Value.DateTime ignored -> KqlType.DATETIME.word();
                    case Value.TimeSpan ignored -> KqlType.TIMESPAN.word();
                    case Value.Guid ignored -> KqlType.GUID.word();
                });
    }

    private static Value asserted(Arguments a) {
        if (Logic.isTrue(a.value(0))) {
            return Logic.TRUE;
        }
        throw Refusals.engineError(a.text(1), a.site().origin());
    }
}
