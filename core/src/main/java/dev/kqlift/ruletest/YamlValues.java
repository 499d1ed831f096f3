package dev.kqlift.ruletest;

import dev.kqlift.document.Datum;
import dev.kqlift.document.ScalarForm;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Values of YAML as JSON has them: what stands in quotes is a text, and so is what is no number, bool or null. */
final class YamlValues {
    private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9]\\d{0,17})");
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][-+]?\\d+)?");

    private YamlValues() {}

    static Value of(Datum datum) {
        return switch (datum) {
            case Datum.Scalar scalar -> scalar(scalar);
            case Datum.Mapping mapping -> new Value.Bag(entries(mapping));
            case Datum.Sequence sequence -> {
                List<Value> items = new ArrayList<>(sequence.items().size());
                sequence.items().forEach(item -> items.add(of(item)));
                yield new Value.Array(items);
            }
        };
    }

    static Map<String, Value> entries(Datum.Mapping mapping) {
        Map<String, Value> values = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> values.put(entry.key().value(), of(entry.value())));
        return values;
    }

    private static Value scalar(Datum.Scalar scalar) {
        String text = scalar.value();
        return switch (scalar.form()) {
            case NULL -> new Value.Null(KqlType.DYNAMIC);
            case PLAIN, JSON_WORD -> plain(text);
            case LITERAL, FOLDED, SINGLE_QUOTED, DOUBLE_QUOTED, JSON_STRING -> new Value.Text(text);
        };
    }

    private static Value plain(String text) {
        if (text.equals("true") || text.equals("false")) {
            return new Value.Bool(text.equals("true"));
        }
        if (WHOLE.matcher(text).matches()) {
            return new Value.Whole(Long.parseLong(text), KqlType.LONG);
        }
        return NUMBER.matcher(text).matches()
                ? new Value.Real(new BigDecimal(text).doubleValue())
                : new Value.Text(text);
    }

    /** Whether a scalar is a text because it stands in quotes. */
    static boolean isQuoted(Datum.Scalar scalar) {
        return scalar.form() != ScalarForm.PLAIN && scalar.form() != ScalarForm.NULL;
    }
}
