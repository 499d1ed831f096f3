package dev.kqlift.generation;

import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The values out of which literals and cells are drawn, by type. Rows and rules draw from the same few, so that they meet.
 *
 * @param values for each type that has values
 */
public record ValuePools(Map<KqlType, List<Value>> values) {
    private static final long TICKS_PER_SECOND = 10_000_000L;
    private static final long DAY = 864_000_000_000L;
    /** 2024-01-10T10:00:00Z. */
    private static final long TIME = 638_404_776_000_000_000L;
    /** The last tick of the year 9999. */
    private static final long LAST = 3_155_378_975_999_999_999L;

    private static final List<Long> INSTANTS = List.of(
            TIME,
            TIME + TICKS_PER_SECOND,
            TIME + DAY,
            TIME - DAY / 2,
            TIME + 12 * DAY + 123_456_780L,
            TIME - 375 * DAY,
            // 2024-02-29T23:59:59.999999Z
            638_448_479_999_999_990L);
    private static final List<Long> SPANS =
            List.of(0L, TICKS_PER_SECOND, 36_000_000_000L, DAY, -DAY, 7 * DAY, 600_000_000L, 10L);
    private static final List<String> GUIDS = List.of(
            "74be27de-1e4e-49d9-b579-fe0b331d3642",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff");

    public ValuePools {
        values = new EnumMap<>(values);
    }

    /** The values of a type; the null alone where the type has none. */
    List<Value> of(KqlType type) {
        return values.getOrDefault(type, List.of(new Value.Null(type)));
    }

    /** These with other values of one type. */
    public ValuePools with(KqlType type, List<Value> other) {
        Map<KqlType, List<Value>> all = new EnumMap<>(values);
        all.put(type, List.copyOf(other));
        return new ValuePools(all);
    }

    /** Values at the edges of what a type holds, among common ones. */
    public static ValuePools wild() {
        Map<KqlType, List<Value>> all = new EnumMap<>(calm().values());
        all.put(
                KqlType.STRING,
                texts(
                        "",
                        "abc",
                        "ABC",
                        "abc def",
                        "Abc-Def.exe",
                        "def",
                        "xabc.def",
                        "C:\\Tools\\abc.EXE -x",
                        "a_b%c",
                        "_",
                        "%",
                        "a*b?[c]",
                        "^a.c$",
                        "back\\slash",
                        "it's",
                        "say \"so\"",
                        "line\nfeed",
                        "tab\t end ",
                        " lead",
                        "12",
                        "-7",
                        "3.5",
                        "0x1F",
                        "true",
                        "2024-01-10",
                        "2024-01-10T10:00:00Z",
                        "10.1.2.3",
                        "192.168.0.1/24",
                        "{\"a\":1,\"k\":\"abc\"}",
                        "[1,\"b\"]",
                        "null",
                        "YWJj",
                        "a=1;b=two",
                        "Stra\u00DFe",
                        "STRASSE",
                        "\u0130stanbul",
                        "\u0131stanbul",
                        "istanbul",
                        "e\u0301t\u00E9",
                        "\u00E9t\u00E9",
                        "\u65E5\u672C\u8A9E",
                        "\uD83D\uDE00x",
                        "\u03A3\u03C3\u03C2",
                        "\u00A0"));
        all.put(
                KqlType.LONG,
                longs(
                        KqlType.LONG,
                        0,
                        1,
                        -1,
                        2,
                        3,
                        7,
                        -7,
                        10,
                        100,
                        4096,
                        2147483648L,
                        Long.MAX_VALUE,
                        Long.MIN_VALUE + 1));
        all.put(KqlType.INT, longs(KqlType.INT, 0, 1, -1, 2, 7, -7, 10, 255, Integer.MAX_VALUE, Integer.MIN_VALUE));
        all.put(
                KqlType.REAL,
                reals(
                        0.0,
                        -0.0,
                        1.0,
                        0.5,
                        -2.5,
                        3.0,
                        1e10,
                        0.1,
                        7.0,
                        9007199254740992.0,
                        9.223372036854775808E18,
                        1e300,
                        -1e300,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY));
        all.put(KqlType.DATETIME, instants(LongStream.of(0, DAY, LAST - 9, LAST - DAY - 9)));
        all.put(KqlType.TIMESPAN, spans(LongStream.of(150, -5 * TICKS_PER_SECOND, 300 * DAY)));
        all.put(KqlType.DYNAMIC, dynamics(true));
        return new ValuePools(all);
    }

    /**
     * Values that no engine reads in its own way: words of plain letters and small numbers. What is computed of them stays
     * such.
     */
    public static ValuePools calm() {
        Map<KqlType, List<Value>> all = new EnumMap<>(KqlType.class);
        all.put(KqlType.STRING, texts("", "gold", "GOLD", "Gold mint", "gold_mint", "pool", "rows", "gin"));
        all.put(KqlType.LONG, longs(KqlType.LONG, 0, 1, 2, 3, 7, -7, 10, 100));
        all.put(KqlType.INT, longs(KqlType.INT, 0, 1, 2, -7, 10));
        all.put(KqlType.REAL, reals(0.5, 1.0, -2.5, 3.0, 8.0));
        all.put(
                KqlType.DECIMAL,
                Stream.of("0", "1.5", "-2.25")
                        .<Value>map(text -> new Value.Decimal(new BigDecimal(text)))
                        .toList());
        all.put(KqlType.BOOL, List.of(new Value.Bool(true), new Value.Bool(false)));
        all.put(KqlType.DATETIME, instants(LongStream.empty()));
        all.put(KqlType.TIMESPAN, spans(LongStream.empty()));
        all.put(KqlType.GUID, GUIDS.stream().<Value>map(Value.Guid::new).toList());
        all.put(KqlType.DYNAMIC, dynamics(false));
        return new ValuePools(all);
    }

    private static List<Value> texts(String... texts) {
        return Stream.of(texts).<Value>map(Value.Text::new).toList();
    }

    private static List<Value> longs(KqlType type, long... numbers) {
        return LongStream.of(numbers)
                .<Value>mapToObj(number -> new Value.Whole(number, type))
                .toList();
    }

    private static List<Value> reals(double... numbers) {
        return java.util.stream.DoubleStream.of(numbers)
                .<Value>mapToObj(Value.Real::new)
                .toList();
    }

    private static List<Value> instants(LongStream more) {
        return LongStream.concat(INSTANTS.stream().mapToLong(Long::longValue), more)
                .<Value>mapToObj(Value.DateTime::new)
                .toList();
    }

    private static List<Value> spans(LongStream more) {
        return LongStream.concat(SPANS.stream().mapToLong(Long::longValue), more)
                .<Value>mapToObj(Value.TimeSpan::new)
                .toList();
    }

    /** Bags have the keys {@code a} and {@code k}, for which generated paths ask. */
    private static List<Value> dynamics(boolean wild) {
        Value one = new Value.Whole(1, KqlType.LONG);
        Value gold = new Value.Text("gold");
        Stream<Value> calm = Stream.of(
                bag("a", one, "k", gold),
                bag("a", new Value.Array(List.of(one, gold)), "k", bag("a", gold, "b", one)),
                new Value.Array(List.of(one, new Value.Whole(2, KqlType.LONG))),
                new Value.Array(List.of(gold, new Value.Text("pool"))),
                gold,
                one);
        Stream<Value> more = Stream.of(
                new Value.Array(List.of()),
                new Value.Bag(Map.of()),
                new Value.Real(1.5),
                new Value.Bool(true),
                bag("a", new Value.Null(KqlType.DYNAMIC), "k", new Value.Text("it's \"so\" \\ \u00E9")),
                bag("A", gold, "k", new Value.Array(List.of(new Value.Real(0.5), new Value.Bool(false)))),
                new Value.Text("abc def"),
                new Value.Text(""),
                new Value.Array(List.of(bag("a", one, "k", gold), new Value.Null(KqlType.DYNAMIC))));
        return Stream.concat(calm, wild ? more : Stream.empty()).toList();
    }

    private static Value bag(String firstKey, Value first, String secondKey, Value second) {
        Map<String, Value> entries = new LinkedHashMap<>();
        entries.put(firstKey, first);
        entries.put(secondKey, second);
        return new Value.Bag(entries);
    }
}
