package dev.kqlift.execution;

import dev.kqlift.evaluation.CellReader;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.math.BigDecimal;
import java.util.Optional;

/** Values that have a type of their own in columns of another type: only where nothing of the value is lost. */
final class ColumnFit {
    private ColumnFit() {}

    /** The value in the type; empty where it would be another one there. */
    static Optional<Value> fit(Value value, KqlType type) {
        if (value instanceof Value.Null) {
            return Optional.of(CellReader.nullOf(type));
        }
        boolean nested = value instanceof Value.Array || value instanceof Value.Bag;
        return switch (type) {
            case DYNAMIC -> dynamic(value);
            case STRING, UNKNOWN -> Optional.of(new Value.Text(ValueText.of(value)));
            case INT, LONG ->
                number(value).flatMap(number -> whole(number, type)).or(() -> read(value, type));
            case REAL -> real(value).or(() -> read(value, type));
            case DECIMAL -> number(value).<Value>map(Value.Decimal::new).or(() -> read(value, type));
            case BOOL, DATETIME, TIMESPAN, GUID ->
                value.type() == type && !nested ? Optional.of(value) : read(value, type);
        };
    }

    /** Dynamic values hold what JSON has; instants, lengths of time and ids stand there as texts. */
    private static Optional<Value> dynamic(Value value) {
        return switch (value) {
            case Value.Text text -> Optional.of(text);
            case Value.Bool bool -> Optional.of(bool);
            case Value.Real real -> Optional.of(real);
            case Value.Array array -> Optional.of(array);
            case Value.Bag bag -> Optional.of(bag);
            case Value.Null none -> Optional.of(none);
            case Value.Whole whole -> Optional.of(new Value.Whole(whole.value(), KqlType.LONG));
            case Value.Decimal decimal -> real(decimal);
            case Value.DateTime time -> Optional.of(new Value.Text(ValueText.of(time)));
            case Value.TimeSpan span -> Optional.of(new Value.Text(ValueText.of(span)));
            case Value.Guid guid -> Optional.of(new Value.Text(guid.value()));
        };
    }

    /** The number in digits; empty for NaN, infinities and what is no number. */
    private static Optional<BigDecimal> number(Value value) {
        return switch (value) {
            case Value.Whole whole -> Optional.of(BigDecimal.valueOf(whole.value()));
            case Value.Decimal decimal -> Optional.of(decimal.value());
            case Value.Real(double real) when Double.isFinite(real) -> Optional.of(BigDecimal.valueOf(real));
            default -> Optional.empty();
        };
    }

    private static Optional<Value> whole(BigDecimal number, KqlType type) {
        try {
            long whole = type == KqlType.INT ? number.intValueExact() : number.longValueExact();
            return Optional.of(new Value.Whole(whole, type));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** A real number from which the digits can be read back. */
    private static Optional<Value> real(Value value) {
        if (value instanceof Value.Real) {
            return Optional.of(value);
        }
        return number(value)
                .filter(number -> Double.isFinite(number.doubleValue())
                        && BigDecimal.valueOf(number.doubleValue()).compareTo(number) == 0)
                .map(number -> new Value.Real(number.doubleValue()));
    }

    private static Optional<Value> read(Value value, KqlType type) {
        return value instanceof Value.Text(String text) ? CellReader.of(text, type) : Optional.empty();
    }
}
