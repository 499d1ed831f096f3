package dev.kqlift.execution;

import dev.kqlift.evaluation.CellReader;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.List;
import java.util.regex.Pattern;

/** The types of columns that only their values tell. */
final class ColumnTypes {
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d.*");
    private static final Pattern REAL = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][-+]?\\d+)?");
    private static final List<KqlType> OF_TEXT = List.of(KqlType.LONG, KqlType.REAL, KqlType.BOOL);

    private ColumnTypes() {}

    /**
     * The type that all values have or read as; {@code string} for texts, {@code dynamic} for anything mixed.
     *
     * @param texts whether numbers and bools stand there as texts
     */
    static KqlType of(List<Value> values, boolean texts) {
        List<Value> given =
                values.stream().filter(value -> !(value instanceof Value.Null)).toList();
        if (given.isEmpty()) {
            return KqlType.STRING;
        }
        if (given.stream().allMatch(Value.Text.class::isInstance)) {
            return ofTexts(
                    given.stream().map(value -> ((Value.Text) value).value()).toList(), texts);
        }
        KqlType type = given.getFirst().type();
        for (Value value : given) {
            if (type != value.type()) {
                boolean numbers = type.isNumeric() && value.type().isNumeric();
                type = numbers ? KqlType.REAL : KqlType.DYNAMIC;
            }
        }
        return type;
    }

    private static KqlType ofTexts(List<String> values, boolean texts) {
        List<String> given = values.stream().filter(text -> !text.isEmpty()).toList();
        if (given.isEmpty()) {
            return KqlType.STRING;
        }
        boolean instants =
                given.stream().allMatch(text -> INSTANT.matcher(text).matches() && reads(text, KqlType.DATETIME));
        if (instants) {
            return KqlType.DATETIME;
        }
        for (KqlType type : texts ? OF_TEXT : List.<KqlType>of()) {
            if (given.stream().allMatch(text -> reads(text, type))) {
                return type;
            }
        }
        return KqlType.STRING;
    }

    /** Whether a text is the value's own text, so that nothing of it is lost: {@code 007} is no number. */
    private static boolean reads(String text, KqlType type) {
        return CellReader.of(text, type)
                .filter(value -> switch (value) {
                    case Value.Whole(var number, var ignored) ->
                        Long.toString(number).equals(text);
                    case Value.Real ignored -> REAL.matcher(text).matches();
                    case Value.Bool(var truth) -> Boolean.toString(truth).equalsIgnoreCase(text);
                    default -> true;
                })
                .isPresent();
    }
}
