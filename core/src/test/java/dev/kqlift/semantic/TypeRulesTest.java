package dev.kqlift.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The types of operators and functions, over the columns of {@code Logins}. */
class TypeRulesTest {
    private static void hasType(String expression, String type) {
        assertThat(Binding.of("Logins | project x = " + expression).columns())
                .as(expression)
                .isEqualTo("x:" + type);
    }

    @Test
    void arithmeticWidens() {
        hasType("Code + Code", "long");
        hasType("Code + Bytes", "long");
        hasType("Code + Score", "real");
        hasType("Score + Cost", "decimal");
        hasType("Code / Code", "long");
        hasType("Bytes / Code", "long");
        hasType("Bytes % Code", "long");
        hasType("Code / 2", "long");
        hasType("Code / 2.0", "real");
        hasType("Code * 1.5", "real");
        hasType("Code - Bytes", "long");
        hasType("int(1) + int(2)", "long");
        hasType("-Code", "long");
        hasType("-Score", "real");
        hasType("-Span", "timespan");
    }

    @Test
    void timesAndSpansCombine() {
        hasType("Time - Time", "timespan");
        hasType("Time + Span", "datetime");
        hasType("Time - Span", "datetime");
        hasType("Span + Span", "timespan");
        hasType("Span / Span", "real");
        hasType("Span * 2", "timespan");
        hasType("Span / 2", "timespan");
        hasType("Span - Span", "timespan");
        hasType("2 * Span", "timespan");
        hasType("Span + Time", "datetime");
        hasType("Time - 1d", "datetime");
        hasType("now() - Time", "timespan");
        hasType("ago(1d) - Time", "timespan");
        hasType("1d / 1h", "real");
        hasType("Time - datetime(2024-01-01)", "timespan");
        hasType("Span % 1h", "timespan");
    }

    @Test
    void dynamicGivesWayInArithmetic() {
        hasType("Extra + 1", "long");
        hasType("Extra.x + Extra.y", "dynamic");
        hasType("Extra * 2.0", "real");
        hasType("Time - Extra.t", "timespan");
        hasType("Extra.x / 2", "long");
        hasType("Extra.s + Span", "timespan");
    }

    @Test
    void choicesShareAType() {
        hasType("iff(Ok, 1, 2)", "long");
        hasType("iff(Ok, \"a\", \"b\")", "string");
        hasType("iff(Ok, 1, 2.0)", "real");
        hasType("iff(Ok, Extra, \"x\")", "string");
        hasType("iff(Ok, Time, datetime(null))", "datetime");
        hasType("iff(Ok, Extra.a, 1)", "long");
        hasType("iff(Ok, int(1), 1)", "long");
        hasType("iff(Ok, Cost, 1.0)", "decimal");
        hasType("case(Ok, 1, Code > 1, 2, 3)", "long");
        hasType("case(Ok, \"a\", \"b\")", "string");
        hasType("case(Ok, 1, 2.5)", "real");
        hasType("case(Ok, Extra, \"x\")", "string");
        hasType("coalesce(User, \"x\")", "string");
        hasType("coalesce(Code, 0)", "long");
        hasType("coalesce(Time, now())", "datetime");
    }

    @Test
    void binKeepsTheTypeOfItsValue() {
        hasType("bin(Time, 1h)", "datetime");
        hasType("bin(Code, 10)", "long");
        hasType("bin(Score, 0.5)", "real");
        hasType("bin(Span, 1h)", "timespan");
        hasType("bin(Bytes, 10)", "long");
        hasType("bin_at(Time, 1d, now())", "datetime");
        hasType("floor(Score, 1)", "real");
        hasType("bin(Code, 0.5)", "real");
        hasType("bin(Cost, 1)", "decimal");
    }

    @Test
    void mathFunctions() {
        hasType("min_of(Code, Bytes)", "long");
        hasType("max_of(Code, 1.5)", "real");
        hasType("min_of(Time, now())", "datetime");
        hasType("abs(Code)", "long");
        hasType("abs(Score)", "real");
        hasType("sign(Code)", "real");
        hasType("sqrt(Code)", "real");
        hasType("pow(2, 3)", "real");
        hasType("exp(1)", "real");
        hasType("log(2)", "real");
        hasType("abs(Span)", "timespan");
    }

    @Test
    void conversions() {
        hasType("todatetime(User)", "datetime");
        hasType("totimespan(User)", "timespan");
        hasType("tolong(User)", "long");
        hasType("todouble(User)", "real");
        hasType("toreal(User)", "real");
        hasType("tobool(User)", "bool");
        hasType("toboolean(User)", "bool");
        hasType("toguid(User)", "guid");
        hasType("todecimal(User)", "decimal");
        hasType("toint(User)", "int");
        hasType("todynamic(User)", "dynamic");
        hasType("parse_json(User)", "dynamic");
        hasType("tostring(Code)", "string");
        hasType("tohex(Code)", "string");
    }

    @Test
    void arraysAndBags() {
        hasType("split(User, \",\")", "dynamic");
        hasType("split(User, \",\")[0]", "dynamic");
        hasType("strcat_array(Extra, \",\")", "string");
        hasType("array_length(Extra)", "long");
        hasType("bag_keys(Extra)", "dynamic");
        hasType("pack(\"a\", 1)", "dynamic");
        hasType("bag_pack(\"a\", 1)", "dynamic");
        hasType("pack_array(1, 2)", "dynamic");
        hasType("pack_all()", "dynamic");
        hasType("set_union(Extra, Extra)", "dynamic");
        hasType("array_concat(Extra)", "dynamic");
        hasType("zip(Extra, Extra)", "dynamic");
        hasType("treepath(Extra)", "dynamic");
    }

    @Test
    void textFunctions() {
        hasType("extract(\"x\", 1, User)", "string");
        hasType("extract(\"x\", 1, User, typeof(long))", "long");
        hasType("extract_all(\"(x)\", User)", "dynamic");
        hasType("extractjson(\"$.a\", User)", "string");
        hasType("extract_json(\"$.a\", User, typeof(int))", "int");
        hasType("indexof(User, \"x\")", "long");
        hasType("countof(User, \"x\")", "long");
        hasType("replace_string(User, \"a\", \"b\")", "string");
        hasType("trim(\"x\", User)", "string");
        hasType("reverse(User)", "string");
        hasType("toupper(User)", "string");
        hasType("substring(User, 1)", "string");
    }

    @Test
    void dateFunctions() {
        hasType("startofday(Time)", "datetime");
        hasType("dayofweek(Time)", "timespan");
        hasType("hourofday(Time)", "int");
        hasType("datetime_diff(\"day\", Time, now())", "long");
        hasType("datetime_add(\"day\", 1, Time)", "datetime");
        hasType("datetime_part(\"hour\", Time)", "int");
        hasType("format_datetime(Time, \"yyyy\")", "string");
        hasType("format_timespan(Span, \"hh\")", "string");
        hasType("make_datetime(2024, 1, 1)", "datetime");
        hasType("make_timespan(1, 1)", "timespan");
        hasType("unixtime_seconds_todatetime(1)", "datetime");
        hasType("endofweek(Time)", "datetime");
    }

    @Test
    void predicatesAreBool() {
        hasType("User == \"x\"", "bool");
        hasType("User has \"x\"", "bool");
        hasType("User in (\"a\", \"b\")", "bool");
        hasType("Code between (1 .. 5)", "bool");
        hasType("not(Ok)", "bool");
        hasType("Ok and Ok", "bool");
        hasType("User matches regex \"x\"", "bool");
        hasType("Extra has_any (\"a\")", "bool");
        hasType("User =~ \"x\"", "bool");
    }

    @Test
    void dynamicAccessIsDynamic() {
        hasType("Extra.a", "dynamic");
        hasType("Extra.a.b[0]", "dynamic");
        hasType("Extra[\"x y\"]", "dynamic");
        hasType("tostring(Extra.a)", "string");
        hasType("Extra[0].x", "dynamic");
        hasType("Extra[Code]", "dynamic");
    }
}
