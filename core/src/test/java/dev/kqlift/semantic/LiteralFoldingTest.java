package dev.kqlift.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constant {@code let}s: every form of a literal, and what is folded. */
class LiteralFoldingTest {
    private static String value(String expression) {
        return Binding.of("let x = " + expression + "; print x").constant("x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    datetime(2024-01-02)                   | datetime 2024-01-02T00:00:00.0000000Z
                    date(2024-01-02)                       | datetime 2024-01-02T00:00:00.0000000Z
                    datetime(2024-01)                      | datetime 2024-01-01T00:00:00.0000000Z
                    datetime("2024-01-02 10:00")           | datetime 2024-01-02T10:00:00.0000000Z
                    datetime(2024-01-02 10:00:05)          | datetime 2024-01-02T10:00:05.0000000Z
                    datetime(2024-01-02T10:00:00Z)         | datetime 2024-01-02T10:00:00.0000000Z
                    datetime(2024-01-02T10:00:00.1234567Z) | datetime 2024-01-02T10:00:00.1234567Z
                    datetime(2024-01-02T12:00:00+02:00)    | datetime 2024-01-02T10:00:00.0000000Z
                    datetime(01/02/2024)                   | datetime 2024-01-02T00:00:00.0000000Z
                    datetime(null)                         | datetime null
                    """)
    void datesAreReadInEveryForm(String literal, String expected) {
        assertThat(value(literal)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"datetime(someday)", "timespan(a while)"})
    void aLiteralThatIsNotReadIsNoNull(String literal) {
        Binding binding = Binding.of("let x = " + literal + "; print x");
        assertThat(binding.constant("x")).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1d                     | timespan 1.00:00:00
                    2days                  | timespan 2.00:00:00
                    3h                     | timespan 03:00:00
                    3hours                 | timespan 03:00:00
                    1hr                    | timespan 01:00:00
                    5m                     | timespan 00:05:00
                    1min                   | timespan 00:01:00
                    4minutes               | timespan 00:04:00
                    3s                     | timespan 00:00:03
                    1sec                   | timespan 00:00:01
                    10ms                   | timespan 00:00:00.0100000
                    2microsecond           | timespan 00:00:00.0000020
                    7tick                  | timespan 00:00:00.0000007
                    1.5h                   | timespan 01:30:00
                    -1h                    | timespan -01:00:00
                    time(1h)               | timespan 01:00:00
                    timespan(1d)           | timespan 1.00:00:00
                    timespan(2)            | timespan 2.00:00:00
                    timespan(01:02:03)     | timespan 01:02:03
                    timespan(1.02:03:04.5) | timespan 1.02:03:04.5000000
                    timespan("1.00:00:00") | timespan 1.00:00:00
                    timespan(null)         | timespan null
                    """)
    void spansAreReadInEveryForm(String literal, String expected) {
        assertThat(value(literal)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    true                                       | bool true
                    bool(false)                                | bool false
                    bool(null)                                 | bool null
                    7                                          | long 7
                    0x1F                                       | long 31
                    int(5)                                     | int 5
                    int(null)                                  | int null
                    long(7)                                    | long 7
                    1.5                                        | real 1.5
                    1e3                                        | real 1000.0
                    real(1.5)                                  | real 1.5
                    double(2)                                  | real 2.0
                    decimal(1.25)                              | decimal 1.25
                    guid(74be27de-1e4e-49d9-b579-fe0b331d3642) | guid 74be27de-1e4e-49d9-b579-fe0b331d3642
                    "a"                                        | string a
                    @"a\\b"                                     | string a\\b
                    h"secret"                                  | string secret
                    dynamic(["a", 1, null])                    | dynamic ["a",1,null]
                    dynamic({"a": {"b": [1.5]}})               | dynamic {"a":{"b":[1.5]}}
                    """)
    void scalarsAreReadInEveryForm(String literal, String expected) {
        assertThat(value(literal)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 + 2 * 3                            | long 7
                    5 / 2                                | long 2
                    5.0 / 2                              | real 2.5
                    5 % 3                                | long 2
                    1h + 30m                             | timespan 01:30:00
                    3 * 1d                               | timespan 3.00:00:00
                    1d / 1h                              | real 24.0
                    datetime(2024-01-01) + 1d            | datetime 2024-01-02T00:00:00.0000000Z
                    datetime(2024-01-02) - datetime(2024-01-01) | timespan 1.00:00:00
                    strcat("a", "-", "b")                | string a-b
                    tolower("ABC")                       | string abc
                    strcat_delim(", ", "a", "b")         | string a, b
                    replace_string("a.b.c", ".", "-")    | string a-b-c
                    replace_string("aaa", "aa", "")      | string a
                    substring("hello", 1)                | string ello
                    substring("hello", 1, 3)             | string ell
                    substring("hello", 3, 9)             | string lo
                    trim("x", "xabx")                    | string ab
                    trim_start("x", "xabx")              | string abx
                    trim_end("x", "xabx")                | string xab
                    split("a,b", ",")                    | dynamic ["a","b"]
                    array_concat(dynamic([1]), dynamic(["a"])) | dynamic [1,"a"]
                    tostring(5)                          | string 5
                    tostring(true)                       | string True
                    todatetime("2024-01-02")             | datetime 2024-01-02T00:00:00.0000000Z
                    totimespan("1.00:00:00")             | timespan 1.00:00:00
                    toscalar(print 5)                    | long 5
                    toscalar(datatable(n:int)[5])        | int 5
                    toscalar(datatable(x:string, y:string)["a", "b"] / project y) | string b
                    """)
    void constantExpressionsAreFolded(String expression, String expected) {
        assertThat(value(expression.replace(" / project", " | project"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 / 0",
                "9223372036854775807 + 1",
                "now()",
                "ago(1d)",
                "rand()",
                "new_guid()",
                "toscalar(Logins | count)",
                "toscalar(datatable(x:string)[\"a\", \"b\"])",
                "toscalar(print now())",
                "todatetime(\"some day\")",
                "totimespan(\"a while\")",
                "substring(\"hello\", -2)",
                "substring(\"hello\", 9)",
                "substring(\"\uD83D\uDE00x\", 1)",
                "replace_string(\"a\", \"\", \"b\")",
                "trim(\"[ab]\", \"ab\")",
                "trim(\"x\", \"xxab\")",
                "Code"
            })
    void whatHasNoConstantValueIsNotFolded(String expression) {
        assertThat(value(expression)).isEqualTo("none");
    }

    @Test
    void textsThatGrowAtEveryStepAreNotFoldedForEver() {
        StringBuilder query = new StringBuilder("let t0 = \"aaaaaaaa\";");
        for (int i = 1; i <= 30; i++) {
            query.append("let t" + i + " = replace_string(t" + (i - 1) + ", \"a\", \"aaaaaaaa\");");
        }
        Binding binding = Binding.of(query + "print t30");
        assertThat(binding.constant("t3")).hasSize("string ".length() + 4096);
        assertThat(binding.constant("t30")).isEqualTo("none");
    }

    @Test
    void letsAreFoldedThroughOneAnother() {
        Binding binding = Binding.of(
                "let day = 1d; let week = 7 * day; let name = \"a\"; let all = strcat(name, name); print week");

        assertThat(binding.constant("week")).isEqualTo("timespan 7.00:00:00");
        assertThat(binding.constant("all")).isEqualTo("string aa");
        assertThat(binding.bound().constants().keySet()).containsExactly("day", "week", "name", "all");
    }

    @Test
    void letsInsideOfFunctionsAreNoConstantsOfTheQuery() {
        Binding binding = Binding.of("let f = () { let inner = 5; inner }; let outer = 1; print f()");
        assertThat(binding.bound().constants().keySet()).containsExactly("outer");
    }
}
