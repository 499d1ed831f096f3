package dev.kqlift.evaluation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.util.Map;
import java.util.TreeMap;

/** {@code tostring()} and its like, JSON and its texts. */
final class CastFunctions {
    private CastFunctions() {}

    static void addTo(FunctionTable table) {
        cast(table, KqlType.STRING, "tostring");
        cast(table, KqlType.INT, "toint");
        cast(table, KqlType.LONG, "tolong");
        cast(table, KqlType.REAL, "todouble", "toreal");
        cast(table, KqlType.DECIMAL, "todecimal");
        cast(table, KqlType.BOOL, "tobool", "toboolean");
        cast(table, KqlType.DATETIME, "todatetime");
        cast(table, KqlType.TIMESPAN, "totimespan");
        cast(table, KqlType.GUID, "toguid");
        for (String name : new String[] {"parse_json", "parsejson", "todynamic", "toobject"}) {
            table.add(name, CastFunctions::parseJson);
        }
        table.add("dynamic_to_json", a -> new Value.Text(canonical(a)));
        for (String name : new String[] {"extract_json", "extractjson"}) {
            table.strict(name, JsonPath::extract);
        }
        table.strict("tohex", CastFunctions::hex);
    }

    private static void cast(FunctionTable table, KqlType type, String... names) {
        for (String name : names) {
            table.add(
                    name,
                    a -> Untold.isPart(a.value(0))
                            ? Nulls.of(type)
                            : Casts.to(
                                    type, a.value(0), a.site().argumentTypes().get(0), a.site()));
        }
    }

    private static Value parseJson(Arguments a) {
        if (a.value(0) instanceof Value.Text(var text)
                && a.site().argumentTypes().get(0) == KqlType.STRING) {
            return Json.parse(text, a.site());
        }
        return Nulls.isNull(a.value(0)) ? Nulls.DYNAMIC : a.value(0);
    }

    /** JSON with the keys of each bag in order; a null gives the text of JSON's. */
    private static String canonical(Arguments a) {
        if (Nulls.isNull(a.value(0))) {
            throw a.refuse("the JSON of a null is asked for");
        }
        return ValueText.json(sorted(a.value(0)));
    }

    private static Value sorted(Value value) {
        return switch (value) {
            case Value.Array(var items) ->
                new Value.Array(items.stream().map(CastFunctions::sorted).toList());
            case Value.Bag(var entries) -> {
                Map<String, Value> inOrder = new TreeMap<>();
                entries.forEach((key, item) -> inOrder.put(key, sorted(item)));
                yield new Value.Bag(inOrder);
            }
            default -> value;
        };
    }

    private static Value hex(Arguments a) {
        if (!(a.value(0) instanceof Value.Whole(var number, var type))) {
            throw a.refuse("only whole numbers are evaluated");
        }
        String digits = type == KqlType.INT ? Integer.toHexString((int) number) : Long.toHexString(number);
        int length = (int) Math.min(a.whole(1, 0), 64);
        return new Value.Text("0".repeat(Math.max(0, length - digits.length())) + digits);
    }
}
