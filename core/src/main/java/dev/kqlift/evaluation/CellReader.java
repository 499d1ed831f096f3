package dev.kqlift.evaluation;

import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.List;
import java.util.Optional;

/** The texts of data as values. */
public final class CellReader {
    private static final EvaluationContext CONTEXT =
            new EvaluationContext(0, Surroundings.NONE, EvaluationContext.Limits.DEFAULT);

    private CellReader() {}

    /** The null of a type; a string has none and is empty. */
    public static Value nullOf(KqlType type) {
        return Nulls.of(type);
    }

    /**
     * The value that a text is in a type: a bool, a number, an instant or a length of time as Kusto prints them, JSON for
     * {@code dynamic}. An empty text is the type's null. Empty where the text is none of that type.
     */
    public static Optional<Value> of(String text, KqlType type) {
        if (type == KqlType.STRING || type == KqlType.UNKNOWN) {
            return Optional.of(new Value.Text(text));
        }
        if (text.isEmpty()) {
            return Optional.of(Nulls.of(type));
        }
        try {
            Value value = type == KqlType.DYNAMIC
                    ? json(text)
                    : LiteralCells.cell(new Value.Text(text), type, Origin.NONE, CONTEXT);
            return Nulls.isNull(value) && type != KqlType.DYNAMIC ? Optional.empty() : Optional.of(value);
        } catch (NotEvaluated refusal) {
            return Optional.empty();
        }
    }

    private static Value json(String text) {
        return ScalarFunctions.find("parse_json")
                .orElseThrow()
                .apply(
                        new CallSite("parse_json", KqlType.DYNAMIC, List.of(KqlType.STRING), Origin.NONE, CONTEXT),
                        List.of(new Value.Text(text)));
    }
}
