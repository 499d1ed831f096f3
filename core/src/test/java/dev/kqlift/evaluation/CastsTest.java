package dev.kqlift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CastsTest {
    @Test
    void wholeNumbersAreCutAndStopAtTheirRange() {
        Expressions.hold("""
                toint("42") => 42
                toint("-0x1") => null
                tolong("0x1F") => 31
                toint("4.2") => null
                tolong("") => null
                tolong(-2.9) => -2
                tolong(1e30) => 9223372036854775807
                toint(1e30) => 2147483647
                toint(4294967297) => 1
                tolong(true) => 1
                tolong(" 5") => KR002
                tolong("99999999999999999999") => KR002
                tolong(datetime(0001-01-02)) => 864000000000
                """);
    }

    @Test
    void realsKnowTheirSpecialNumbers() {
        Expressions.hold("""
                todouble("1.5e3") => 1500.0
                todouble(" nan ") => NaN
                todouble("-inf") => -Infinity
                todouble("INF") => null
                todouble("1,5") => KR002
                todecimal("0.1") + todecimal("0.2") => 0.3
                """);
    }

    @Test
    void otherTypes() {
        Expressions.hold("""
                tobool("TRUE") => true
                tobool("0") => false
                tobool("yes") => null
                tobool(" true") => null
                tostring(true) => True
                tostring(dynamic({"b":true}).b) => true
                tostring(dynamic({"b":[1,"x"]})) => {"b":[1,"x"]}
                tostring(1d) => 1.00:00:00
                todatetime("2024-02-30") => null
                todatetime("2024-02-29 10:00") => 2024-02-29T10:00:00.0000000Z
                todatetime("12-31-2023") => 2023-12-31T00:00:00.0000000Z
                todatetime("never") => null
                todatetime("Sat, 17 May 2024") => KR002
                totimespan("1.02:03:04") => 1.02:03:04
                totimespan("90m") => 01:30:00
                totimespan("1.5") => null
                toguid("0123456789ABCDEF0123456789abcdef") => 01234567-89ab-cdef-0123-456789abcdef
                toguid("x") => null
                tohex(255) => ff
                tohex(-1) => ffffffffffffffff
                """);
    }

    @Test
    void jsonIsReadStrictly() {
        Expressions.hold("""
                parse_json('{"a":{"b":[1,2.5,null]}}').a.b[1] => 2.5
                parse_json("[1]")[-1] => 1
                parse_json("[1]")[1] => null
                parse_json("plain") => "plain"
                parse_json("") => null
                parse_json("null") => null
                parse_json('{"a":1,}') => "{\\"a\\":1,}"
                parse_json("{'a':1}") => KR002
                parse_json('{"a":1}').A => null
                gettype(parse_json("1.5")) => double
                gettype(parse_json("[]")) => array
                dynamic_to_json(dynamic({"b":1,"a":{"d":1,"c":2}})) => {"a":{"c":2,"d":1},"b":1}
                extract_json("$.a[0].b", '{"a":[{"b":7}]}', typeof(long)) => 7
                """);
    }

    @Test
    void datesStandInTheDocumentedForms() {
        Expressions.hold("""
                todatetime("2024-05-17 10:30:00 GMT") => 2024-05-17T10:30:00.0000000Z
                todatetime("2024-05-17T10:30 GMT") => 2024-05-17T10:30:00.0000000Z
                todatetime("Fri, 17 May 24 10:30:05 GMT") => 2024-05-17T10:30:05.0000000Z
                todatetime("17 May 24 10:30") => 2024-05-17T10:30:00.0000000Z
                todatetime("Friday, 17-May-24 10:30:05") => 2024-05-17T10:30:05.0000000Z
                datetime(17-May-24 10:30 GMT) => 2024-05-17T10:30:00.0000000Z
                todatetime("Sat, 17 May 24 10:30") => KR002
                todatetime("17 May 71 10:30") => KR002
                todatetime("2024-05-17 10:30 CEST") => null
                todatetime("2024-05-17 10:30 UTC") => KR002
                todatetime("2024-05-17T10") => KR002
                """);
    }

    @Test
    void textsInAnotherFormThanTheDocumentedOneAreRefused() {
        Expressions.hold("""
                totimespan("23:59:59") => 23:59:59
                totimespan("24:00:00") => KR002
                totimespan("00:60:00") => KR002
                totimespan("1d2h") => KR002
                totimespan(" 01:00:00") => KR002
                totimespan("1:02:03:04") => KR002
                totimespan("soon") => null
                toguid("{01234567-89ab-cdef-0123-456789abcdef}") => KR002
                todecimal(" 1.5") => KR002
                todecimal("1,000") => KR002
                todecimal("one") => null
                todouble("NAN") => KR002
                tobool("0x1") => KR002
                """);
    }

    @Test
    void aDecimalIsATextInsideOfADynamicAndHasOneCertainForm() {
        Expressions.hold("""
                pack_array(decimal(1.5)) => ["1.5"]
                bag_pack("a", decimal(1.5)).a => "1.5"
                tostring(decimal(1.5)) => 1.5
                tostring(decimal(1.50)) => KR002
                strcat("a", decimal(1) / 3) => KR002
                """);
        assertThat(Expressions.ofQuery("print d = decimal(2.5) | project p = pack_all()"))
                .isEqualTo("{\"d\":\"2.5\"}");
    }

    @Test
    void aTextUnderDynamicIsNotReadAsJson() {
        Expressions.hold("""
                gettype(dynamic("5")) => string
                gettype(dynamic("true")) => string
                dynamic('{"a":1}') => "{\\"a\\":1}"
                isnull(dynamic("")) => false
                gettype(dynamic(5)) => long
                dynamic([12345678901234567890]) => [1.2345678901234567E+19]
                dynamic(-9223372036854775808) => -9223372036854775808
                """);
    }
}
