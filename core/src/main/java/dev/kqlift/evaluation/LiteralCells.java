package dev.kqlift.evaluation;

import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.List;

/** Values in the type of the column in which they stand. */
final class LiteralCells {
    private LiteralCells() {}

    /** What an operator takes out of a text, in a column's type; whether a dynamic column reads JSON is not known. */
    static Value captured(String text, KqlType type, Origin origin, EvaluationContext context) {
        if (type == KqlType.DYNAMIC && !text.isEmpty()) {
            throw Refusals.construct("a text is taken into a dynamic column; use parse_json()", origin);
        }
        return cell(new Value.Text(text), type, origin, context);
    }

    /** The value in a column's type; refuses where it is of another type that has no sure conversion. */
    static Value cell(Value value, KqlType type, Origin origin, EvaluationContext context) {
        if (value instanceof Value.Null) {
            return Nulls.of(type);
        }
        if (type == KqlType.DYNAMIC || type == KqlType.UNKNOWN || value.type() == type) {
            return value;
        }
        String function = switch (type) {
            case BOOL -> "tobool";
            case INT -> "toint";
            case LONG -> "tolong";
            case REAL -> "toreal";
            case DECIMAL -> "todecimal";
            case STRING -> "tostring";
            case DATETIME -> "todatetime";
            case TIMESPAN -> "totimespan";
            case GUID -> "toguid";
            case DYNAMIC, UNKNOWN -> "";
        };
        return ScalarFunctions.find(function)
                .orElseThrow(() -> Refusals.construct("a value of another type than its column's", origin))
                .apply(new CallSite(function, type, List.of(value.type()), origin, context), List.of(value));
    }
}
