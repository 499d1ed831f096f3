package dev.kqlift.evaluation;

import org.junit.jupiter.api.Test;

final class TextFunctionsTest {
    @Test
    void placesCountCharacters() {
        Expressions.hold("""
                strlen("🦊ab") => 3
                string_size("🦊ab") => 6
                substring("🦊abc", 1, 2) => ab
                substring("abc", -2) => bc
                substring("abc", -9, 2) =>\s
                substring("abc", 9) =>\s
                reverse("a🦊") => 🦊a
                indexof("a🦊b", "b") => 2
                indexof("abcabc", "c", 3) => 5
                indexof("abc", "c", 0, 2) => -1
                indexof("abc", "x") => -1
                """);
    }

    @Test
    void argumentsAreTurnedIntoText() {
        Expressions.hold("""
                strcat("n=", 5, " b=", true, " t=", 1h, int(null)) => n=5 b=True t=01:00:00
                strcat_delim("-", 1, "a") => 1-a
                strcat_array(dynamic(["a", 1, true]), "|") => a|1|true
                strrep("ab", 3, ",") => ab,ab,ab
                """);
    }

    @Test
    void partsAndReplacements() {
        Expressions.hold("""
                split("a;;b", ";") => ["a","","b"]
                split("", ";") => [""]
                split("a;b", ";", 1) => ["b"]
                split("a;b", ";", 5) => []
                replace_string("aXbX", "X", "-") => a-b-
                replace_string("ab", "", "-") => ab
                replace_strings("cat dog", dynamic(["cat", "dog"]), dynamic(["dog", "cat"])) => dog cat
                translate("abc", "x", "aabcd") => xxxxd
                toupper("straße") => KR002
                toupper("grün") => GRÜN
                strcmp("a", "b") => -1
                has_any_index("one two", dynamic(["x", "two"])) => 1
                regex_quote("a.b") => a\\.b
                """);
    }

    @Test
    void encodings() {
        Expressions.hold("""
                base64_encode_tostring("contoso") => Y29udG9zbw==
                base64_decode_tostring("Y29udG9zbw==") => contoso
                base64_decode_tostring("//8=") =>\s
                base64_decode_toarray("AQI=") => [1,2]
                url_encode("a b&c") => a+b%26c
                url_encode_component("a b") => a%20b
                url_decode("a%20b%c3%bc") => a bü
                url_decode("a+b") => KR002
                punycode_from_string("bücher") => bcher-kva
                punycode_to_string("bcher-kva") => bücher
                punycode_domain_from_string("xn--bcher-kva.example") => bücher.example
                """);
    }

    @Test
    void caseThatLeadsIntoAsciiIsRefused() {
        Expressions.hold("""
                toupper("é") => É
                toupper("ı") => KR002
                tolower("\u212A") => KR002
                """);
    }
}
