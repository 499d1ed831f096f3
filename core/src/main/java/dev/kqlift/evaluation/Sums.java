package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Sums and averages. A sum of whole numbers wraps around, and an average is made of that sum. */
final class Sums {
    private Sums() {}

    /** Zero over no values. */
    static Value sum(List<List<Value>> rows, CallSite site) {
        List<Value> values = AggregateFunctions.present(rows);
        return switch (site.argumentTypes().get(0)) {
            case INT, LONG -> Numbers.ofLong(whole(values));
            case REAL -> Numbers.ofReal(real(values));
            case DECIMAL -> new Value.Decimal(decimal(values));
            case TIMESPAN -> new Value.TimeSpan(ticks(values, site));
            case BOOL, STRING, DATETIME, GUID, DYNAMIC, UNKNOWN ->
                throw site.refuse("the sum of this type is not known");
        };
    }

    /** NaN over no numbers. */
    static Value average(List<List<Value>> rows, CallSite site) {
        List<Value> values = AggregateFunctions.present(rows);
        KqlType type = site.argumentTypes().get(0);
        if (values.isEmpty()) {
            if (type.isInteger() || type == KqlType.REAL) {
                return Numbers.ofReal(Double.NaN);
            }
            throw site.refuse("the average of no values is not known for this type");
        }
        return switch (type) {
            case INT, LONG -> Numbers.ofReal((double) whole(values) / values.size());
            case REAL -> Numbers.ofReal(real(values) / values.size());
            case DECIMAL ->
                new Value.Decimal(decimal(values).divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128));
            case TIMESPAN -> new Value.TimeSpan(ticks(values, site) / values.size());
            case BOOL, STRING, DATETIME, GUID, DYNAMIC, UNKNOWN ->
                throw site.refuse("the average of this type is not known");
        };
    }

    private static long whole(List<Value> values) {
        long sum = 0;
        for (Value value : values) {
            sum += Numbers.whole(value);
        }
        return sum;
    }

    private static double real(List<Value> values) {
        double sum = 0;
        for (Value value : values) {
            sum += Numbers.real(value);
        }
        return sum;
    }

    private static BigDecimal decimal(List<Value> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Value value : values) {
            sum = sum.add(Numbers.decimal(value));
        }
        return sum;
    }

    private static long ticks(List<Value> values, CallSite site) {
        long sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += new Arguments(site, values).timeSpan(i);
        }
        return sum;
    }
}
