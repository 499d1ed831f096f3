package dev.kqlift.generation;

import dev.kqlift.catalog.Parameter;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Literals for parameters that take any value of their type but make sense of few. */
final class Arguments {
    static final List<Value> REGEXES = texts(
            "a.c", "^[a-z]+", "(\\w+)[-_ ](\\w+)", "[0-9]+$", "(?i)abc", "\\s", "b|d", "^$", ".*", "(a)(b)?", "\\.exe");
    private static final List<Value> SMALL = wholes(0, 1, 2, 3, -1, 5);
    private static final List<Value> ADDRESSES = texts("10.1.2.3", "192.168.0.1", "8.8.8.8", "", "10.0.0.0/8");

    private static final Map<String, List<Value>> BY_NAME = Map.ofEntries(
            Map.entry("regex", REGEXES),
            Map.entry("lookup_regex", REGEXES),
            Map.entry("rewrite_pattern", texts("", "x", "<\\0>", "\\1")),
            Map.entry("start", SMALL),
            Map.entry("length", SMALL),
            Map.entry("captureGroup", wholes(0, 1, 2)),
            Map.entry("requestedIndex", SMALL),
            Map.entry("occurrence", wholes(1, 2, -1)),
            Map.entry("offset", wholes(0, 1, -1)),
            Map.entry("maxSize", wholes(1, 2, 100)),
            Map.entry("accuracy", wholes(0, 1, 4)),
            Map.entry("delimiter", texts(",", " ", "-", "ab", "")),
            Map.entry("lookup", texts("a", "abc", " ", "_", "\\", "")),
            Map.entry("rewrite", texts("", "x", "$1", "\\")),
            Map.entry("match", texts("a", "c", "", "E", "\u00E9")),
            Map.entry("ip", ADDRESSES),
            Map.entry("ip_range", ADDRESSES),
            Map.entry("percentile", wholes(0, 50, 95, 100)));
    private static final Map<KqlType, List<Value>> BINS = Map.of(
            KqlType.LONG, wholes(1, 2, 5, 10),
            KqlType.INT,
                    Stream.of(1, 5)
                            .<Value>map(size -> new Value.Whole(size, KqlType.INT))
                            .toList(),
            KqlType.REAL, Stream.of(0.5, 1.0, 2.0).<Value>map(Value.Real::new).toList(),
            KqlType.TIMESPAN,
                    Stream.of(600_000_000L, 36_000_000_000L, 864_000_000_000L, 6_048_000_000_000L)
                            .<Value>map(Value.TimeSpan::new)
                            .toList());

    private Arguments() {}

    /** The literals to draw from; empty where any value will do. */
    static List<Value> of(Parameter parameter, KqlType type) {
        if (!parameter.values().isEmpty()) {
            return texts(parameter.values().toArray(String[]::new));
        }
        if (parameter.name().equals("roundTo")) {
            return BINS.getOrDefault(type, List.of());
        }
        return BY_NAME.getOrDefault(parameter.name(), List.of()).stream()
                .filter(value -> value.type() == type)
                .toList();
    }

    private static List<Value> texts(String... texts) {
        return Stream.of(texts).<Value>map(Value.Text::new).toList();
    }

    private static List<Value> wholes(long... numbers) {
        return java.util.stream.LongStream.of(numbers)
                .<Value>mapToObj(number -> new Value.Whole(number, KqlType.LONG))
                .toList();
    }
}
