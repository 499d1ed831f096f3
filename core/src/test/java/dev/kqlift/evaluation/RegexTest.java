package dev.kqlift.evaluation;

import org.junit.jupiter.api.Test;

final class RegexTest {
    @Test
    void whatIsSpeltAsInJavaAndMeansSomethingElseMeansWhatRustSays() {
        Expressions.hold("""
                "end\\n" matches regex @"end$" => false
                "a\\r" matches regex @"a.$" => true
                "a\\nb" matches regex @"a.b" => false
                "a\\nb" matches regex @"(?s)a.b" => true
                "a\\nb" matches regex @"(?m)^b$" => true
                "aaa" matches regex @"^a++$" => true
                "a]b" matches regex @"a]b" => true
                "x-1" matches regex @"^[\\w-]+$" => true
                "[" matches regex @"[[]" => KR003
                "q" matches regex @"[^[:digit:]]" => true
                "Ж1" matches regex @"^\\w\\d$" => true
                "٣" matches regex @"^\\d$" => true
                "٣" matches regex @"^[[:digit:]]$" => false
                "word" matches regex @"\\<word\\>" => true
                extract(@"(?U)a(.+)b", 1, "axbxb") => x
                extract(@"(?U)a(.+?)b", 1, "axbxb") => xbx
                extract(@"a{ 2 , 3 }", 0, "aaaa") => aaa
                replace_regex("a\\0b", @"\\0", "") => ab
                """);
    }

    @Test
    void whatRustDoesNotHaveIsAnErrorOfTheQuery() {
        Expressions.hold("""
                "a" matches regex @"(?=a)" => KR003
                "a" matches regex @"(?<!b)a" => KR003
                "aa" matches regex @"(a)\\1" => KR003
                "a" matches regex @"a{" => KR003
                "a" matches regex @"*a" => KR003
                "a" matches regex @"(a" => KR003
                "a" matches regex @"\\Za" => KR003
                """);
    }

    @Test
    void whatJavaCannotSayIsRefused() {
        Expressions.hold("""
                "a" matches regex @"[a-z&&[^b]]" => KR001
                "a" matches regex @"(a*)*" => KR001
                "a" matches regex @"(?-u)a" => KR001
                """);
    }

    @Test
    void groupsAreCutOutByNumberAndName() {
        Expressions.hold("""
                extract(@"(\\w+)@(\\w+)", 2, "ann@contoso") => contoso
                extract(@"(?i)USER=(\\d+)", 1, "user=42", typeof(long)) => 42
                extract(@"x(\\d)?", 1, "x") =>\s
                extract(@"(\\d)", 1, "none") =>\s
                extract(@"(\\d)", 2, "1") => KR002
                extract_all(@"(\\d)", "none") => null
                extract_all(@"(\\w)(\\d)", "a1 b2") => [["a","1"],["b","2"]]
                extract_all(@"(?P<l>\\w)(\\d)", dynamic(["l"]), "a1 b2") => ["a","b"]
                """);
    }

    @Test
    void replacingGoesOnBehindEachMatch() {
        Expressions.hold("""
                replace_regex("a-b", @"(\\w)-(\\w)", @"\\2-\\1") => b-a
                replace_regex("baac", @"a*", "x") => xbxcx
                replace_regex("a", "a", "$1") => KR002
                trim("x", "xxaxx") => xax
                trim(@"\\s+", "  a  ") => a
                trim_start("x", "xxa") => xa
                countof("aaa", "aa") => 2
                countof("aaa", "aa", "regex") => 1
                indexof_regex("abcabc", "c", 3) => 5
                """);
    }
}
