package dev.kqlift.syntax;

import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGeneratorFactory;

/**
 * Makes texts of queries that bind: over three tables, with names of columns that are in scope and types that fit. The same
 * seed gives the same query. Names of the tables' columns occur in a text only as such, or in names made of them.
 */
public final class BindableQueries {
    /** The tables by name: each column as {@code name:type}. */
    public static final Map<String, List<String>> TABLES = tables();

    private static final List<KqlType> COMMON = List.of(
            KqlType.STRING,
            KqlType.LONG,
            KqlType.BOOL,
            KqlType.DATETIME,
            KqlType.REAL,
            KqlType.DYNAMIC,
            KqlType.TIMESPAN);
    private static final int DEEPEST = 7;

    private final List<Let> lets = new ArrayList<>();
    private int made;
    private boolean functions;

    private BindableQueries() {}

    /** A column in scope. */
    private record Known(String name, KqlType type) {}

    /** Rows: their text and the columns that may be named; there may be others whose names are not foreseen. */
    private record Table(String text, List<Known> columns) {}

    /** A table that a statement gives a name. */
    private record Let(String name, List<Known> columns) {}

    public static String query(long seed) {
        return new BindableQueries().text(choices(seed));
    }

    /** The query of a seed with as much of it left out as can be while the predicate holds. */
    public static String smallest(long seed, Predicate<String> fails) {
        Choices choices = choices(seed);
        new BindableQueries().text(choices);
        return new BindableQueries()
                .text(choices.shrunk(candidate -> fails.test(new BindableQueries().text(candidate))));
    }

    private static Choices choices(long seed) {
        return Choices.drawing(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    }

    private static Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        tables.put(
                "Alpha",
                List.of(
                        "Stamp:datetime",
                        "User:string",
                        "Host:string",
                        "Code:int",
                        "Bytes:long",
                        "Score:real",
                        "Flag:bool",
                        "Span:timespan",
                        "Extra:dynamic",
                        "Id:guid"));
        tables.put(
                "Beta",
                List.of("Stamp:datetime", "User:string", "Level:string", "Bytes:real", "Tags:dynamic", "Amount:long"));
        tables.put("Gamma", List.of("Host:string", "Owner:string", "Score:long"));
        return tables;
    }

    private static List<Known> columnsOf(String table) {
        List<Known> columns = new ArrayList<>();
        for (String column : TABLES.getOrDefault(table, List.of())) {
            int colon = column.indexOf(':');
            columns.add(new Known(
                    column.substring(0, colon),
                    KqlType.ofName(column.substring(colon + 1)).orElseThrow()));
        }
        return columns;
    }

    // ---- statements and sources

    private String text(Choices c) {
        StringBuilder text = new StringBuilder();
        if (c.yes()) {
            text.append("let Limit = 7;\nlet Join1 = (a:string, b:long = 5) { strcat(a, b, Limit) };\n")
                    .append("let Wide = (t:(User:string)) { t | where User != \"abc\" };\n");
            functions = true;
        }
        int count = c.below(3);
        for (int i = 0; i < count; i++) {
            Table table = pipeline(c.part());
            String name = "Let" + (i + 1);
            text.append("let ").append(name).append(" = ").append(table.text()).append(";\n");
            lets.add(new Let(name, table.columns()));
        }
        return text.append(pipeline(c.part()).text()).toString();
    }

    private Table pipeline(Choices c) {
        Table table = source(c.part());
        int operators = c.depth() > 3 ? c.below(2) : c.below(6);
        for (int i = 0; i < operators; i++) {
            table = operator(table, c.part());
        }
        return table;
    }

    private Table source(Choices c) {
        int kind = c.below(lets.isEmpty() ? 12 : 17);
        if (kind >= 12) {
            Let let = c.of(lets);
            return new Table(let.name(), let.columns());
        }
        return switch (kind) {
            case 0, 1, 2 -> new Table("Alpha", columnsOf("Alpha"));
            case 3, 4 -> new Table("Beta", columnsOf("Beta"));
            case 5 -> new Table("Gamma", columnsOf("Gamma"));
            case 6 -> {
                String name = fresh();
                KqlType type = c.of(COMMON);
                yield new Table(
                        "print " + name + " = " + value(type, List.of(), c.part()), List.of(new Known(name, type)));
            }
            case 7 -> {
                Known first = new Known(fresh(), KqlType.STRING);
                Known second = new Known(fresh(), KqlType.DYNAMIC);
                yield new Table(
                        "datatable(" + first.name() + ":string, " + second.name() + ":dynamic)[\"a\", dynamic([1])]",
                        List.of(first, second));
            }
            // What is in both tables with one type; the other columns have names that are not foreseen.
            case 8 ->
                new Table(
                        "search in (Alpha, Beta) \"abc\"",
                        List.of(new Known("Stamp", KqlType.DATETIME), new Known("User", KqlType.STRING)));
            case 9 ->
                new Table(
                        "find in (Alpha, Beta) where User == \"abc\" project User, Stamp",
                        List.of(new Known("Stamp", KqlType.DATETIME), new Known("User", KqlType.STRING)));
            case 10 ->
                functions
                        ? new Table("Wide(Beta)", columnsOf("Beta"))
                        : new Table(
                                "union Alpha, Beta",
                                List.of(new Known("Stamp", KqlType.DATETIME), new Known("User", KqlType.STRING)));
            default -> {
                String name = fresh();
                yield new Table("range " + name + " from 1 to 9 step 2", List.of(new Known(name, KqlType.LONG)));
            }
        };
    }

    /** A table that can stand as an argument: one of fewer operators, in parentheses. */
    private Table inner(Choices c) {
        Table table = pipeline(c);
        return new Table("(" + table.text() + ")", table.columns());
    }

    private String fresh() {
        return "n" + ++made;
    }

    // ---- operators

    private Table operator(Table in, Choices c) {
        List<Known> columns = in.columns();
        if (groupable(columns).isEmpty()) {
            return then(in, "take 5", columns);
        }
        return switch (c.below(36)) {
            case 24 -> series(in, c.part());
            case 25 -> {
                Known of = c.of(groupable(columns));
                Known by = new Known(fresh(), KqlType.LONG);
                yield then(in, "top-nested 3 of " + of.name() + " by " + by.name() + " = count()", List.of(of, by));
            }
            case 26 -> {
                Known first = new Known(fresh(), KqlType.STRING);
                Known second = new Known(fresh(), KqlType.LONG);
                yield then(
                        in,
                        "parse-kv " + value(KqlType.STRING, columns, c.part()) + " as (" + first.name() + ":string, "
                                + second.name() + ":long) with (pair_delimiter=\",\", kv_delimiter=\"=\")",
                        with(columns, first, second));
            }
            case 27 -> {
                Known index = new Known(fresh(), KqlType.LONG);
                Known first = new Known(fresh(), KqlType.DYNAMIC);
                Known second = new Known(fresh(), KqlType.LONG);
                yield then(
                        in,
                        "mv-expand with_itemindex=" + index.name() + " " + first.name() + " = "
                                + value(KqlType.DYNAMIC, columns, c.part()) + ", " + second.name() + " = "
                                + value(KqlType.DYNAMIC, columns, c.part()) + " to typeof(long)",
                        with(columns, index, first, second));
            }
            case 28 -> {
                Known made = new Known(fresh(), KqlType.STRING);
                yield then(
                        in,
                        "partition by " + c.of(groupable(columns)).name() + " (top 2 by "
                                + c.of(groupable(columns)).name() + " | extend " + made.name() + " = "
                                + value(KqlType.STRING, columns, c.part()) + ")",
                        with(columns, made));
            }
            case 29 -> {
                Known made = new Known(fresh(), KqlType.LONG);
                yield then(
                        in,
                        "scan declare (" + made.name() + ":long = 0) with (step s1: "
                                + value(KqlType.BOOL, columns, c.part()) + " => " + made.name() + " = s1." + made.name()
                                + " + 1;)",
                        with(columns, made));
            }
            case 30 -> {
                Known one = c.of(groupable(columns));
                yield then(in, "sample-distinct 3 of " + one.name(), List.of(one));
            }
            case 31 -> {
                Known row = new Known(fresh(), KqlType.LONG);
                yield then(in, "serialize " + row.name() + " = row_number()", with(columns, row));
            }
            case 32 -> unforeseen(in, c.part());
            case 33 -> {
                Table other = inner(c.part());
                Known source = new Known(fresh(), KqlType.STRING);
                yield then(
                        in,
                        "union kind=" + c.of(List.of("outer", "inner")) + " withsource=" + source.name() + " "
                                + other.text(),
                        List.of(source));
            }
            case 34 -> then(in, "where * has \"abc\"", columns);
            case 35 ->
                then(
                        in,
                        "getschema",
                        List.of(new Known("ColumnName", KqlType.STRING), new Known("DataType", KqlType.STRING)));
            case 0, 1, 2 -> then(in, "where " + value(KqlType.BOOL, columns, c.part()), columns);
            case 3, 4 -> extend(in, c.part());
            case 5 -> project(in, c.part());
            case 6 -> {
                Known gone = c.of(columns);
                yield then(in, "project-away " + gone.name(), without(columns, gone.name()));
            }
            case 7 -> {
                Known old = c.of(columns);
                String name = fresh();
                List<Known> renamed = new ArrayList<>(columns);
                renamed.set(columns.indexOf(old), new Known(name, old.type()));
                yield then(in, "project-rename " + name + " = " + old.name(), renamed);
            }
            case 8 -> {
                Known kept = c.of(columns);
                yield then(in, "project-keep " + kept.name(), List.of(kept));
            }
            case 9 -> then(in, "project-reorder " + c.of(columns).name() + ", *", columns);
            case 10, 11, 12 -> summarize(in, c.part());
            case 13 -> {
                Known one = c.of(groupable(columns));
                yield then(in, "distinct " + one.name(), List.of(one));
            }
            case 14 -> then(in, "count", List.of(new Known("Count", KqlType.LONG)));
            case 15 ->
                then(
                        in,
                        "sort by " + c.of(groupable(columns)).name() + c.of(List.of("", " asc", " desc nulls first")),
                        columns);
            case 16 -> then(in, "top 5 by " + c.of(groupable(columns)).name(), columns);
            case 17, 18 -> join(in, c.part());
            case 19 -> union(in, c.part());
            case 20 -> expand(in, c.part());
            case 21 -> parse(in, c.part());
            case 22 -> apply(in, c.part());
            default -> then(in, c.of(List.of("take 10", "as n0", "serialize", "render table", "sample 3")), columns);
        };
    }

    private static List<Known> with(List<Known> columns, Known... more) {
        List<Known> all = new ArrayList<>(columns);
        all.addAll(List.of(more));
        return all;
    }

    private Table series(Table in, Choices c) {
        List<Known> times = in.columns().stream()
                .filter(column -> column.type() == KqlType.DATETIME)
                .toList();
        if (times.isEmpty()) {
            return then(in, "take 3", in.columns());
        }
        Known on = c.of(times);
        Known by = c.of(groupable(in.columns()));
        Known made = new Known(fresh(), KqlType.DYNAMIC);
        String range = c.yes() ? " from ago(7d) to now()" : "";
        String item = made.name() + " = sum(" + value(KqlType.LONG, in.columns(), c.part()) + ") default = 0";
        List<Known> columns = new ArrayList<>(List.of(new Known(on.name(), KqlType.DYNAMIC), made));
        String keys = "";
        if (!by.equals(on)) {
            keys = " by " + by.name();
            columns.add(by);
        }
        return then(in, "make-series " + item + " on " + on.name() + range + " step 1h" + keys, columns);
    }

    /** Operators that name their columns themselves: later operators read none of those. */
    private Table unforeseen(Table in, Choices c) {
        Known one = c.of(in.columns());
        Known key = c.of(groupable(in.columns()));
        String value = value(KqlType.LONG, in.columns(), c.part());
        return switch (c.below(9)) {
            case 0 -> then(in, "project " + one.name() + ", " + value + " + 1, strlen(\"abc\")", List.of(one));
            case 1 -> then(in, "extend strcat(\"a\", " + value + "), tolower(\"A\")", in.columns());
            case 2 ->
                then(in, "summarize max(" + value + "), avg(" + value + "), count() by " + key.name(), List.of(key));
            case 3 ->
                then(
                        in,
                        "summarize percentile(" + value + ", 95), make_list(" + one.name() + ") by " + key.name(),
                        List.of(key));
            case 4 ->
                then(
                        in,
                        "summarize percentiles(" + value + ", 5, 95), stdev(" + value + ") by " + key.name(),
                        List.of(key));
            case 5 -> then(in, "summarize take_any(*) by " + key.name(), List.of(key));
            case 6 -> then(in, "summarize arg_min(" + value + ", *), dcount(" + one.name() + ")", List.of());
            case 7 -> then(in, "summarize count() by strlen(\"abc\"), " + key.name(), List.of(key));
            default ->
                then(
                        in,
                        "summarize make_set(" + one.name() + "), make_bag(dynamic({})), countif(true) by " + key.name(),
                        List.of(key));
        };
    }

    private static Table then(Table in, String operator, List<Known> columns) {
        return new Table(in.text() + "\n| " + operator, columns);
    }

    private static List<Known> without(List<Known> columns, String name) {
        return columns.stream().filter(column -> !column.name().equals(name)).toList();
    }

    private static List<Known> groupable(List<Known> columns) {
        return columns.stream()
                .filter(column -> column.type() != KqlType.DYNAMIC)
                .toList();
    }

    private Table extend(Table in, Choices c) {
        List<Known> columns = new ArrayList<>(in.columns());
        List<String> items = new ArrayList<>();
        List<String> used = new ArrayList<>();
        int count = 1 + c.below(3);
        for (int i = 0; i < count; i++) {
            KqlType type = c.of(COMMON);
            String name = c.below(4) == 3 ? c.of(in.columns()).name() : fresh();
            if (used.contains(name)) {
                continue;
            }
            used.add(name);
            items.add(name + " = " + value(type, in.columns(), c.part()));
            columns.removeIf(column -> column.name().equals(name));
            columns.add(new Known(name, type));
        }
        return then(in, "extend " + String.join(", ", items), columns);
    }

    private Table project(Table in, Choices c) {
        List<Known> columns = new ArrayList<>();
        List<String> items = new ArrayList<>();
        int count = 1 + c.below(4);
        for (int i = 0; i < count; i++) {
            Known old = c.of(in.columns());
            if (c.below(3) < 2
                    && columns.stream().noneMatch(column -> column.name().equals(old.name()))) {
                items.add(old.name());
                columns.add(old);
            } else {
                KqlType type = c.of(COMMON);
                String name = fresh();
                items.add(name + " = " + value(type, in.columns(), c.part()));
                columns.add(new Known(name, type));
            }
        }
        return then(in, "project " + String.join(", ", items), columns);
    }

    private Table summarize(Table in, Choices c) {
        List<Known> columns = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        int count = c.below(3);
        for (int i = 0; i < count; i++) {
            Known key = c.of(groupable(in.columns()));
            if (columns.contains(key)) {
                continue;
            }
            if (key.type() == KqlType.DATETIME && c.yes()) {
                keys.add("bin(" + key.name() + ", 1h)");
                columns.add(key);
            } else {
                keys.add(key.name());
                columns.add(key);
            }
        }
        List<String> items = new ArrayList<>();
        int aggregates = keys.isEmpty() ? 1 + c.below(3) : c.below(3);
        for (int i = 0; i < aggregates; i++) {
            String name = fresh();
            Known of = c.of(in.columns());
            Choices part = c.part();
            Known made = switch (part.below(9)) {
                case 0 -> add(items, name, "count()", KqlType.LONG);
                case 1 -> add(items, name, "dcount(" + value(KqlType.STRING, in.columns(), part) + ")", KqlType.LONG);
                case 2 -> add(items, name, "countif(" + value(KqlType.BOOL, in.columns(), part) + ")", KqlType.LONG);
                case 3 -> add(items, name, "sum(" + value(KqlType.LONG, in.columns(), part) + ")", KqlType.LONG);
                case 4 -> add(items, name, "make_set(" + of.name() + ")", KqlType.DYNAMIC);
                case 5 ->
                    add(items, name, "max(" + value(KqlType.DATETIME, in.columns(), part) + ")", KqlType.DATETIME);
                case 6 -> add(items, name, "take_any(" + of.name() + ")", of.type());
                // The names that these make are not foreseen, so that nothing reads them.
                case 7 -> {
                    items.add("dcount(" + of.name() + "), count()");
                    yield new Known("", KqlType.UNKNOWN);
                }
                default -> {
                    items.add("arg_max(" + value(KqlType.DATETIME, in.columns(), part) + ", *)");
                    yield new Known("", KqlType.UNKNOWN);
                }
            };
            if (!made.name().isEmpty()) {
                columns.add(made);
            }
        }
        String by = keys.isEmpty() ? "" : " by " + String.join(", ", keys);
        return then(in, "summarize " + String.join(", ", items) + by, columns);
    }

    private static Known add(List<String> items, String name, String call, KqlType type) {
        items.add(name + " = " + call);
        return new Known(name, type);
    }

    private Table join(Table in, Choices c) {
        Table right = inner(c.part());
        List<Known> shared = right.columns().stream()
                .filter(in.columns()::contains)
                .filter(column -> column.type() != KqlType.DYNAMIC)
                .toList();
        if (shared.isEmpty()) {
            return then(in, "where " + value(KqlType.BOOL, in.columns(), c.part()), in.columns());
        }
        Known key = c.of(shared);
        String on = c.yes() ? key.name() : "$left." + key.name() + " == $right." + key.name();
        List<Known> others = right.columns().stream()
                .filter(column -> column.type() == key.type() && !column.name().equals(key.name()))
                .toList();
        if (!others.isEmpty() && c.below(3) == 2) {
            on = key.name() + ", $left." + key.name() + " == $right."
                    + c.of(others).name();
        }
        int kind = c.below(6);
        List<Known> columns = new ArrayList<>(in.columns());
        String word = List.of("inner", "leftouter", "innerunique", "leftanti", "leftsemi", "rightsemi")
                .get(kind);
        if (kind == 5) {
            columns = new ArrayList<>(right.columns());
        } else if (kind < 3) {
            for (Known column : right.columns()) {
                if (in.columns().stream().noneMatch(left -> left.name().equals(column.name()))) {
                    columns.add(column);
                }
            }
            if (c.below(4) == 3) {
                return then(in, "lookup kind=leftouter " + right.text() + " on " + key.name(), in.columns());
            }
        }
        return then(in, "join kind=" + word + " " + right.text() + " on " + on, columns);
    }

    private Table union(Table in, Choices c) {
        Table other = inner(c.part());
        List<Known> columns = new ArrayList<>();
        for (Known column : in.columns()) {
            if (other.columns().stream().noneMatch(one -> clash(column, one))) {
                columns.add(column);
            }
        }
        for (Known column : other.columns()) {
            if (in.columns().stream().noneMatch(one -> one.name().equals(column.name()))) {
                columns.add(column);
            }
        }
        // What is not foreseen on one side may change the names of the other.
        String keep = columns.isEmpty() ? "" : "\n| project " + names(columns);
        return columns.isEmpty()
                ? then(in, "take 7", in.columns())
                : then(
                        then(in, "project " + names(in.columns()), in.columns()),
                        "union (" + other.text() + "\n| project " + names(other.columns()) + ")"
                                + (c.yes() ? keep : ""),
                        columns);
    }

    private static boolean clash(Known one, Known other) {
        return one.name().equals(other.name()) && one.type() != other.type();
    }

    private static String names(List<Known> columns) {
        return String.join(", ", columns.stream().map(Known::name).toList());
    }

    private Table expand(Table in, Choices c) {
        String name = fresh();
        KqlType type = c.yes() ? KqlType.STRING : KqlType.DYNAMIC;
        List<Known> columns = new ArrayList<>(in.columns());
        columns.add(new Known(name, type));
        String item = name + " = " + value(KqlType.DYNAMIC, in.columns(), c.part());
        return then(in, "mv-expand " + item + (type == KqlType.STRING ? " to typeof(string)" : ""), columns);
    }

    private Table apply(Table in, Choices c) {
        String name = fresh();
        String total = fresh();
        List<Known> columns = new ArrayList<>(in.columns());
        columns.add(new Known(total, KqlType.LONG));
        String item = name + " = " + value(KqlType.DYNAMIC, in.columns(), c.part());
        return then(
                in,
                "mv-apply " + item + " on (where isnotempty(" + name + ") | summarize " + total + " = count())",
                columns);
    }

    private Table parse(Table in, Choices c) {
        String first = fresh();
        String second = fresh();
        List<Known> columns = new ArrayList<>(in.columns());
        columns.add(new Known(first, KqlType.STRING));
        columns.add(new Known(second, KqlType.LONG));
        return then(
                in,
                c.of(List.of("parse ", "parse-where ")) + value(KqlType.STRING, in.columns(), c.part())
                        + " with \"a=\" " + first + " \"b=\" " + second + ":long",
                columns);
    }

    // ---- values

    private String value(KqlType type, List<Known> columns, Choices c) {
        List<Known> fitting =
                columns.stream().filter(column -> column.type() == type).toList();
        if (!fitting.isEmpty() && c.below(3) < 2 && type != KqlType.BOOL) {
            return c.of(fitting).name();
        }
        if (c.depth() > DEEPEST) {
            return literal(type);
        }
        return switch (type) {
            case STRING -> string(columns, c);
            case LONG, INT -> number(columns, c);
            case REAL -> real(columns, c);
            case BOOL -> truth(columns, c);
            case DATETIME -> time(columns, c);
            case TIMESPAN -> c.yes() ? "1h" : "(" + value(KqlType.DATETIME, columns, c.part()) + " - now())";
            case DYNAMIC -> dynamic(columns, c);
            case DECIMAL, GUID, UNKNOWN -> literal(type);
        };
    }

    private static String literal(KqlType type) {
        return switch (type) {
            case STRING -> "\"abc\"";
            case LONG -> "7";
            case INT -> "int(7)";
            case REAL -> "1.5";
            case BOOL -> "true";
            case DATETIME -> "datetime(2024-02-29)";
            case TIMESPAN -> "1d";
            case DYNAMIC -> "dynamic([1, \"b\"])";
            case DECIMAL -> "decimal(1)";
            case GUID -> "guid(null)";
            case UNKNOWN -> "dynamic(null)";
        };
    }

    private String of(KqlType type, List<Known> columns, Choices c) {
        return value(type, columns, c.part());
    }

    private String string(List<Known> columns, Choices c) {
        return switch (c.below(9)) {
            case 7 ->
                functions
                        ? "Join1(" + of(KqlType.STRING, columns, c) + ", b=" + of(KqlType.LONG, columns, c) + ")"
                        : "\"abcd\"";
            case 8 -> "column_ifexists(\"Absent\", " + of(KqlType.STRING, columns, c) + ")";
            case 0 -> "\"abc\"";
            case 1 -> "tolower(" + of(KqlType.STRING, columns, c) + ")";
            case 2 -> "strcat(" + of(KqlType.STRING, columns, c) + ", \"-\", " + of(KqlType.LONG, columns, c) + ")";
            case 3 -> "tostring(" + of(KqlType.DYNAMIC, columns, c) + ")";
            case 4 -> "substring(" + of(KqlType.STRING, columns, c) + ", 1)";
            case 5 -> "iff(" + of(KqlType.BOOL, columns, c) + ", " + of(KqlType.STRING, columns, c) + ", \"x\")";
            default -> "extract(\"a(b)\", 1, " + of(KqlType.STRING, columns, c) + ")";
        };
    }

    private String number(List<Known> columns, Choices c) {
        return switch (c.below(5)) {
            case 0 -> functions ? "Limit" : "42";
            case 1 -> "strlen(" + of(KqlType.STRING, columns, c) + ")";
            case 2 -> "(" + of(KqlType.LONG, columns, c) + " + " + of(KqlType.LONG, columns, c) + ")";
            case 3 -> "tolong(" + of(KqlType.STRING, columns, c) + ")";
            default -> "array_length(" + of(KqlType.DYNAMIC, columns, c) + ")";
        };
    }

    private String real(List<Known> columns, Choices c) {
        return switch (c.below(3)) {
            case 0 -> "2.5";
            case 1 -> "(" + of(KqlType.REAL, columns, c) + " * " + of(KqlType.LONG, columns, c) + ")";
            default -> "todouble(" + of(KqlType.STRING, columns, c) + ")";
        };
    }

    private String time(List<Known> columns, Choices c) {
        return switch (c.below(4)) {
            case 0 -> "now()";
            case 1 -> "ago(1d)";
            case 2 -> "startofday(" + of(KqlType.DATETIME, columns, c) + ")";
            default -> "(" + of(KqlType.DATETIME, columns, c) + " + " + of(KqlType.TIMESPAN, columns, c) + ")";
        };
    }

    private String dynamic(List<Known> columns, Choices c) {
        return switch (c.below(5)) {
            case 0 -> "dynamic([[1, 2], 3])";
            case 1 -> "parse_json(" + of(KqlType.STRING, columns, c) + ")";
            case 2 -> "split(" + of(KqlType.STRING, columns, c) + ", \",\")";
            case 3 -> "pack_array(" + of(KqlType.STRING, columns, c) + ", " + of(KqlType.LONG, columns, c) + ")";
            default -> "parse_json(" + of(KqlType.STRING, columns, c) + ").k.l[0]";
        };
    }

    private String truth(List<Known> columns, Choices c) {
        return switch (c.below(12)) {
            case 0, 1 ->
                of(KqlType.STRING, columns, c)
                        + c.of(List.of(" == ", " =~ ", " has ", " !contains ", " startswith ", " != "))
                        + "\"abc\"";
            case 2 ->
                of(KqlType.LONG, columns, c) + c.of(List.of(" > ", " <= ", " == ")) + of(KqlType.LONG, columns, c);
            case 3 -> of(KqlType.STRING, columns, c) + c.of(List.of(" in ", " !in~ ", " has_any ")) + "(\"a\", \"b\")";
            case 4 ->
                of(KqlType.DATETIME, columns, c) + " between (ago(2d) .. " + of(KqlType.DATETIME, columns, c) + ")";
            case 5, 6 ->
                "(" + of(KqlType.BOOL, columns, c) + c.of(List.of(" and ", " or ")) + of(KqlType.BOOL, columns, c)
                        + ")";
            case 7 -> "not(" + of(KqlType.BOOL, columns, c) + ")";
            case 8 -> "isnotempty(" + of(KqlType.STRING, columns, c) + ")";
            case 9 -> of(KqlType.STRING, columns, c) + " in " + singleColumn(c.part());
            case 10 ->
                of(KqlType.LONG, columns, c) + " > toscalar(" + "Beta | summarize max("
                        + of(KqlType.LONG, columnsOf("Beta"), c) + "))";
            default -> of(KqlType.STRING, columns, c) + " matches regex \"a.c\"";
        };
    }

    private String singleColumn(Choices c) {
        return "((Beta | where " + value(KqlType.BOOL, columnsOf("Beta"), c) + " | project User))";
    }
}
