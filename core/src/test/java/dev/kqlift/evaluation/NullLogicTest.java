package dev.kqlift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NullLogicTest {
    @Test
    void aNullIsEqualToNothingAndUnequalToEverythingButItself() {
        Expressions.hold("""
                int(null) == 1 => false
                int(null) != 1 => true
                int(null) == int(null) => null
                int(null) != int(null) => null
                int(null) < 1 => null
                not(int(null) < 1) => null
                datetime(null) between (datetime(2024-01-01) .. 1d) => null
                """);
    }

    @Test
    void conditionsHaveThreeValues() {
        Expressions.hold("""
                bool(null) and false => false
                bool(null) and true => null
                bool(null) or true => true
                bool(null) or false => null
                iff(bool(null), "then", "else") => else
                case(bool(null), 1, true, 2, 3) => 2
                """);
    }

    @Test
    void textOperatorsFindNothingInANullAndTheirNegationsAreTrue() {
        Expressions.hold("""
                dynamic({"a":"x"}).b has "x" => false
                dynamic({"a":"x"}).b !has "x" => true
                dynamic({"a":"x"}).b in ("x", "y") => false
                dynamic({"a":"x"}).b !in ("x", "y") => true
                dynamic({"a":"x"}).b == "x" => false
                dynamic({"a":"x"}).b != "x" => true
                tostring(dynamic({"a":"x"}).b) == "" => true
                """);
    }

    @Test
    void anEmptyTextIsNoNull() {
        Expressions.hold("""
                isnull("") => false
                isempty("") => true
                isempty(int(null)) => true
                isempty(dynamic([])) => false
                coalesce("", "b") => b
                coalesce(int(null), 7) => 7
                """);
    }

    @Test
    void arithmeticWithANullIsNullAndWholeNumbersWrap() {
        Expressions.hold("""
                int(null) + 1 => null
                1 / 0 => null
                1.0 / 0.0 => Infinity
                -7 / 2 => -3
                -7 % 3 => 2
                7 % -3 => 1
                -5.5 % 3.0 => 0.5
                9223372036854775807 + 2 => -9223372036854775807
                real(nan) == real(nan) => false
                real(nan) < 1.0 => false
                datetime(9999-12-31T23:59:59.9999999Z) + 1tick => null
                1d * 1.5 => 1.12:00:00
                1h / 7m => 8.571428571428571
                """);
    }

    @Test
    void valuesOfTwoKindsDifferOnlyWhereNoConversionMakesThemAlike() {
        Expressions.hold("""
                dynamic({"n":5}).n == "five" => false
                dynamic({"n":5}).n == "5.0" => KR001
                dynamic({"n":5}).n == 5 => true
                dynamic({"n":5}).n == "5" => true
                dynamic([1]) == "[1]" => true
                dynamic([1]) == "[ 1 ]" => KR001
                """);
    }

    @Test
    void aRowStaysOnlyWhereTheConditionIsTrue() {
        assertThat(Expressions.ofQuery("datatable(x:long)[1, long(null), 3] | where x != 1 | count"))
                .isEqualTo("2");
        assertThat(Expressions.ofQuery("datatable(x:long)[1, long(null), 3] | where x > 1 | count"))
                .isEqualTo("1");
        assertThat(Expressions.ofQuery("datatable(x:long)[1, long(null), 3] | where not(x > 1) | count"))
                .isEqualTo("1");
    }
}
