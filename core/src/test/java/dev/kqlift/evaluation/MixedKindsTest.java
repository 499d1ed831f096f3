package dev.kqlift.evaluation;

import org.junit.jupiter.api.Test;

/** Values of two kinds that meet: answered where every conversion gives the same answer, refused where it matters which. */
final class MixedKindsTest {
    @Test
    void anArrayOrABagEqualsTheTextOfIt() {
        Expressions.hold("""
                dynamic([]) == "[]" => true
                dynamic(["a"]) != "[]" => true
                dynamic({}) == "{}" => true
                dynamic({"a": 1}) == "{}" => false
                dynamic(["a", 1]) == '["a",1]' => true
                dynamic({"Command": "Run"}) =~ '{"command":"run"}' => true
                dynamic([1]) == "x" => false
                dynamic({"a": 1}) in ("x", "y") => false
                dynamic({"a": {"b": []}}).a.b == "[]" => true
                """);
    }

    @Test
    void anotherSpellingOfTheSameIsRefused() {
        Expressions.hold("""
                dynamic([1]) == "[ 1 ]" => KR001
                dynamic({"a": 1, "b": 2}) == '{"a":1,"b":2}' => KR001
                dynamic({"b": 2, "a": 1}) == '{"a": 1, "b": 2}' => KR001
                dynamic([1]) == dynamic([1]) => KR001
                """);
    }

    @Test
    void aBoolEqualsWhatReadsAsItOnlyWhereItsTextDoesToo() {
        Expressions.hold("""
                true == "True" => true
                false == "False" => true
                true == "False" => false
                false == "true" => false
                true == "0" => false
                false == "1" => false
                true == "yes" => false
                false == "" => false
                true == "true" => KR001
                true == "1" => KR001
                false == "0" => KR001
                dynamic({"a": true}).a == "true" => true
                dynamic({"a": true}).a == "false" => false
                dynamic({"a": true}).a == "True" => KR001
                """);
    }

    @Test
    void aNumberEqualsTheTextOfIt() {
        Expressions.hold("""
                5 == "5" => true
                5 == "6" => false
                5 == "x" => false
                5 == "5.0" => KR001
                dynamic({"a": 5}).a == "5" => true
                """);
    }

    @Test
    void aDynamicBranchBesideAStringIsItsText() {
        Expressions.hold("""
                case(true, split("a.b", "."), "x") => ["a","b"]
                parse_json(case(true, split("a.b", "."), "x"))[1] => "b"
                case(false, split("a.b", "."), "x") => x
                iff(true, dynamic({"a": true}), "x") => {"a":true}
                iff(true, dynamic({"a": true}).a, "x") => true
                gettype(iff(true, dynamic([1]), "x")) => string
                isempty(iff(true, dynamic(null), "x")) => true
                """);
    }

    @Test
    void aNullThatIsWrittenAndReadAgainIsNull() {
        Expressions.hold("""
                todynamic(dynamic_to_json(dynamic(null))) => null
                parse_json(dynamic_to_json(extract_all("(x)", "abc"))) => null
                dynamic_to_json(dynamic(null)) => KR002
                """);
    }
}
