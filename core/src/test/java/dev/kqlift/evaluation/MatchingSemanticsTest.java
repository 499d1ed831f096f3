package dev.kqlift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The operators that match texts, by the rules of their documentation. Each row states the rule that it follows; the pages
 * are those of KQL's reference on Microsoft Learn: "String operators" (what a term is, case, the table of operators with
 * its examples), "has_any operator", "has_all operator", "in operator", "!in operator", "in~ operator", "!in~ operator",
 * "matches regex operator" and "Regex syntax", "Null values" and "The dynamic data type". What they leave open is refused.
 */
final class MatchingSemanticsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiterString = " ## ", quoteCharacter = '`', textBlock = """
            the example of the table          ## "North America" has "america"                  ## true
            the example of the table          ## "North America" !has "amer"                    ## true
            the example of the table          ## "North America" has_cs "America"               ## true
            the example of the table          ## "North America" !has_cs "amer"                 ## true
            has_cs minds the case             ## "North America" has_cs "america"               ## false
            has_cs minds the case             ## "North America" !has_cs "america"              ## true
            a part of a term is no term       ## "KustoExplorerQueryRun" has "Explorer"         ## false
            a part of a term is no term       ## "KustoExplorerQueryRun" !has "Explorer"        ## true
            terms end at a hyphen             ## "ad67d136-c1db-4f9f" has "c1db"                ## true
            terms end at a semicolon          ## "d94f3b6b0b5a;KustoRun" has "kustorun"         ## true
            a digit belongs to a term         ## "WilliamGates3rd" has "WilliamGates"           ## false
            an underscore is not alphanumeric ## "snake_case" has "case"                        ## true
            an underscore is not alphanumeric ## "snake_case" has_cs "snake"                    ## true
            a needle of several terms         ## "see www.contoso.example now" has "contoso.example" ## true
            a needle that ends inside a term  ## "see www.contoso.examples" has "contoso.example"    ## false
            a needle of signs only            ## "a -- b" has "--"                              ## true
            short terms are scanned           ## "a b c" has "b"                                ## true
            short terms are scanned           ## "abc" has "b"                                  ## false
            short terms are scanned           ## "ab cd" !has "c"                               ## true
            letters of any script make terms  ## "ПриветМир" has "привет"                       ## false
            letters of any script make terms  ## "Привет, Мир" has "привет"                     ## true
            letters of any script make terms  ## "naïve" has "na"                               ## false
            letters of any script make terms  ## "naïve approach" has_cs "Naïve"                ## false
            case is that of the script        ## "CAFÉ au lait" has "café"                      ## true
            an empty needle is found          ## "anything" has ""                              ## true
            an empty needle is found          ## "" has ""                                      ## true
            an empty needle is found          ## "anything" !has ""                             ## false
            an empty text has no terms        ## "" has "x"                                     ## false
            an empty text has no terms        ## "" !has "x"                                    ## true
            """)
    void termsAreMaximalRunsOfLettersAndDigits(String rule, String expression, String answer) {
        assertThat(Expressions.of(expression)).as(rule).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiterString = " ## ", quoteCharacter = '`', textBlock = """
            the example of the table       ## "North America" hasprefix "ame"             ## true
            the example of the table       ## "North America" !hasprefix "mer"            ## true
            the example of the table       ## "North America" hasprefix_cs "Ame"          ## true
            the example of the table       ## "North America" !hasprefix_cs "CA"          ## true
            a prefix of any term           ## "say PowerShell" hasprefix "power"          ## true
            a prefix of any term           ## "say PowerShell" !hasprefix "power"         ## false
            the case counts                ## "say PowerShell" hasprefix_cs "power"       ## false
            the case counts                ## "say PowerShell" !hasprefix_cs "power"      ## true
            the example of the table       ## "North America" hassuffix "ica"             ## true
            the example of the table       ## "North America" !hassuffix "americ"         ## true
            the example of the table       ## "North America" hassuffix_cs "ica"          ## true
            the example of the table       ## "North America" !hassuffix_cs "icA"         ## true
            a suffix of any term           ## "PowerShell script" hassuffix "shell"       ## true
            a suffix of any term           ## "PowerShell script" !hassuffix "shell"      ## false
            the case counts                ## "PowerShell script" hassuffix_cs "shell"    ## false
            an underscore bounds terms     ## "tool_v2" hasprefix "v"                     ## true
            an underscore bounds terms     ## "tool_v2" hassuffix "tool"                  ## true
            a short prefix is scanned      ## "x y" hasprefix "y"                         ## true
            an empty prefix is found       ## "abc" hasprefix ""                          ## true
            an empty prefix is found       ## "abc" !hasprefix ""                         ## false
            an empty suffix is found       ## "abc" !hassuffix_cs ""                      ## false
            """)
    void prefixesAndSuffixesAreThoseOfTerms(String rule, String expression, String answer) {
        assertThat(Expressions.of(expression)).as(rule).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiterString = " ## ", quoteCharacter = '`', textBlock = """
            the example of the table          ## "FabriKam" contains "BRik"            ## true
            the example of the table          ## "Fabrikam" !contains "xyz"            ## true
            the example of the table          ## "FabriKam" contains_cs "Kam"          ## true
            the example of the table          ## "Fabrikam" !contains_cs "Kam"         ## true
            the example of the table          ## "Fabrikam" startswith "fab"           ## true
            the example of the table          ## "Fabrikam" !startswith "kam"          ## true
            the example of the table          ## "Fabrikam" startswith_cs "Fab"        ## true
            the example of the table          ## "Fabrikam" !startswith_cs "fab"       ## true
            the example of the table          ## "Fabrikam" endswith "Kam"             ## true
            the example of the table          ## "Fabrikam" !endswith "brik"           ## true
            the example of the table          ## "Fabrikam" endswith_cs "kam"          ## true
            the example of the table          ## "Fabrikam" !endswith_cs "brik"        ## true
            the case counts                   ## "Fabrikam" endswith_cs "Kam"          ## false
            the case counts                   ## "Fabrikam" !endswith_cs "Kam"         ## true
            the case counts                   ## "Fabrikam" startswith_cs "fab"        ## false
            any place in the text             ## "KustoExplorerQueryRun" contains "Explorer" ## true
            any place in the text             ## "KustoExplorerQueryRun" !contains "Explorer" ## false
            the whole text, not a term        ## "my shell" startswith "shell"         ## false
            the whole text, not a term        ## "shell my" endswith "shell"           ## false
            an empty text is found            ## "abc" contains ""                     ## true
            an empty text is found            ## "abc" !contains_cs ""                 ## false
            an empty text is found            ## "abc" !startswith ""                  ## false
            an empty text is found            ## "" endswith ""                        ## true
            no wildcards                      ## "100%" contains "0%"                  ## true
            no wildcards                      ## "a.b" contains "a?b"                  ## false
            """)
    void partsOfTextsAreFoundAnywhere(String rule, String expression, String answer) {
        assertThat(Expressions.of(expression)).as(rule).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiterString = " ## ", quoteCharacter = '`', textBlock = """
            the example of the table          ## "aBc" == "aBc"                        ## true
            the example of the table          ## "abc" != "ABC"                        ## true
            the example of the table          ## "abc" =~ "ABC"                        ## true
            the example of the table          ## "aBc" !~ "xyz"                        ## true
            the negation ignores case         ## "abc" !~ "ABC"                        ## false
            the example of the table          ## "abc" in ("123", "345", "abc")        ## true
            the example of the table          ## "bca" !in ("123", "345", "abc")       ## true
            the example of the table          ## "abc" in~ ("123", "345", "ABC")       ## true
            the example of the table          ## "bca" !in~ ("123", "345", "ABC")      ## true
            the case counts                   ## "abc" in ("ABC")                      ## false
            the case counts                   ## "abc" !in ("ABC")                     ## true
            the negation ignores case         ## "abc" !in~ ("ABC")                    ## false
            the whole text                    ## "abc" in ("ab", "abcd")               ## false
            numbers are looked for as well    ## 3 in (1, 2, 3)                        ## true
            numbers are looked for as well    ## 3 !in (1, 2)                          ## true
            a dynamic array is a list         ## "b" in (dynamic(["a", "b"]))          ## true
            a dynamic array is a list         ## "B" !in (dynamic(["a", "b"]))         ## true
            a dynamic array is a list         ## "B" in~ (dynamic(["a", "b"]))         ## true
            nested arrays are taken apart     ## "c" in (dynamic(["a", ["b", "c"]]))   ## true
            values and arrays stand together  ## "c" !in~ ("a", dynamic(["b", "C"]))   ## false
            nothing is in an empty list       ## "a" in (dynamic([]))                  ## false
            nothing is in an empty list       ## "a" !in (dynamic([]))                 ## true
            an empty text is a value          ## "" in ("", "a")                       ## true
            an empty text is a value          ## "" !in ("a")                          ## true
            """)
    void equalityAndListsCompareWholeValues(String rule, String expression, String answer) {
        assertThat(Expressions.of(expression)).as(rule).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiterString = " ## ", quoteCharacter = '`', textBlock = """
            the example of the table     ## "North America" has_any ("south", "north")            ## true
            as has on any element        ## "North America" has_any ("south", "nort")             ## false
            case is ignored              ## "cmd.exe /c WHOAMI" has_any ("whoami", "net")         ## true
            a dynamic array is a list    ## "North Dakota" has_any (dynamic(["south", "north"]))  ## true
            a dynamic array is a list    ## "Dakota" has_any (dynamic(["south", "north"]))        ## false
            values and arrays together   ## "b c" has_any ("x", dynamic(["y", "c"]))              ## true
            short terms are scanned      ## "a b" has_any ("b", "z")                              ## true
            short terms are scanned      ## "ab" has_any ("a", "b")                               ## false
            no term of an empty list     ## "a b" has_any (dynamic([]))                           ## false
            all of nothing is left open  ## "a b" has_all (dynamic([]))                           ## KR001
            as has with an empty needle  ## "a b" has_any ("")                                    ## true
            all of them, in any order    ## "cold, then a STRONG wind" has_all ("strong", "cold") ## true
            all of them                  ## "cold wind" has_all ("strong", "cold")                ## false
            whole terms only             ## "colder wind" has_all ("cold", "wind")                ## false
            a dynamic array is a list    ## "cold wind" has_all (dynamic(["wind", "cold"]))       ## true
            the same term twice          ## "cold" has_all ("cold", "COLD")                       ## true
            negated by not()             ## not("cold wind" has_any ("warm"))                     ## true
            """)
    void severalTermsAreSoughtAsOne(String rule, String expression, String answer) {
        assertThat(Expressions.of(expression)).as(rule).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiterString = " ## ", quoteCharacter = '`', textBlock = """
            the example of the table         ## "Fabrikam" matches regex "b.*k"              ## true
            found anywhere                   ## "xxabcxx" matches regex "abc"                ## true
            anchored where it says so        ## "xxabcxx" matches regex "^abc$"              ## false
            the case counts                  ## "Fabrikam" matches regex "B.*K"              ## false
            the flag i                       ## "Fabrikam" matches regex "(?i)B.*K"          ## true
            no new line                      ## "a\\nb" matches regex "a.b"                  ## false
            the flag s                       ## "a\\nb" matches regex "(?s)a.b"              ## true
            any decimal digit                ## "٣" matches regex @"^\\d$"                   ## true
            an empty expression              ## "abc" matches regex ""                       ## true
            the flag U swaps the greed       ## extract("(?U)a(.+)b", 1, "axxbxxb")          ## xx
            the flag U swaps the greed       ## extract("(?U)a(.+?)b", 1, "axxbxxb")         ## xxbxx
            the flag U swaps the greed       ## extract("(?U:a(.+)b)(.*)", 2, "axbxb")       ## xb
            blanks in a counted repetition   ## extract("a{ 2, 3}", 0, "aaaaa")              ## aaa
            an octal number                  ## "a\\0b" matches regex @"a\\0b"               ## true
            an octal number                  ## "a!b" matches regex @"a\\041b"               ## true
            look-around is not part of it    ## "ab" matches regex "a(?=b)"                  ## KR003
            """)
    void regularExpressionsAreThoseOfTheEngine(String rule, String expression, String answer) {
        assertThat(Expressions.of(expression)).as(rule).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiterString = " ## ", quoteCharacter = '`', textBlock = """
            a null matches nothing            ## dynamic(null) has "x"                              ## false
            a null matches nothing            ## dynamic(null) !has "x"                             ## true
            a null matches nothing            ## dynamic(null) contains "x"                         ## false
            a null matches nothing            ## dynamic(null) !contains_cs "x"                     ## true
            a null matches nothing            ## dynamic(null) !startswith "x"                      ## true
            a null matches nothing            ## dynamic(null) has_any ("x", "y")                   ## false
            a null equals no other value      ## int(null) in (1, 2)                                ## false
            a null equals no other value      ## int(null) !in (1, 2)                               ## true
            a null equals no other value      ## dynamic({"a": 1}).b !in ("x")                      ## true
            a null equals no other value      ## dynamic({"a": 1}).b == "x"                         ## false
            a null equals no other value      ## dynamic({"a": 1}).b !~ "x"                         ## true
            two nulls                         ## int(null) == int(null)                             ## null
            a dynamic string is its text      ## dynamic({"a": "North America"}).a has "america"    ## true
            a dynamic string is its text      ## dynamic({"a": "abc"}).a in ("abc")                 ## true
            a dynamic string is its text      ## dynamic({"a": "abc"}).a =~ "ABC"                   ## true
            a dynamic array is its JSON       ## dynamic(["alpha", "beta"]) has "beta"              ## true
            a dynamic array is its JSON       ## dynamic(["alpha", "beta"]) has_all ("alpha", "beta") ## true
            a dynamic array is its JSON       ## dynamic(["alpha", "beta"]) !contains "gamma"       ## true
            a property bag is its JSON        ## dynamic({"user": "ann"}) has "user"                ## true
            a property bag is its JSON        ## dynamic({"user": "ann"}) startswith '{"user"'      ## true
            """)
    void nullsMatchNothingAndDynamicsAreTheirText(String rule, String expression, String answer) {
        assertThat(Expressions.of(expression)).as(rule).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiterString = " ## ", quoteCharacter = '`', textBlock = """
            the first column is the list    ## datatable(s: string)["a", "B", "c"] | where s in ((datatable(x: string, y: string)["a", "c", "b", "a"])) | summarize make_list(s)    ## ["a"]
            a name needs no second brackets ## let t = datatable(x: string)["a", "b"]; datatable(s: string)["a", "B", "c"] | where s in (t) | summarize make_list(s)                 ## ["a"]
            in~ ignores case                ## let t = datatable(x: string)["a", "b"]; datatable(s: string)["a", "B", "c"] | where s in~ (t) | summarize make_list(s)                ## ["a","B"]
            !in is the rest                 ## let t = datatable(x: string)["a", "b"]; datatable(s: string)["a", "B", "c"] | where s !in (t) | summarize make_list(s)                ## ["B","c"]
            !in~ is the rest                ## let t = datatable(x: string)["a", "b"]; datatable(s: string)["a", "B", "c"] | where s !in~ (t) | summarize make_list(s)               ## ["c"]
            nothing is in no rows           ## let t = datatable(x: string)["a"] | where x == "z"; datatable(s: string)["a", "B"] | where s !in (t) | summarize make_list(s)         ## ["a","B"]
            nothing is in no rows           ## let t = datatable(x: string)["a"] | where x == "z"; datatable(s: string)["a", "B"] | where s in (t) | summarize make_list(s)          ## []
            has_any of rows                 ## let t = datatable(x: string)["ann", "bob"]; datatable(s: string)["hi Ann", "annie"] | where s has_any (t) | summarize make_list(s)    ## ["hi Ann"]
            has_any of rows in brackets     ## datatable(s: string)["hi Ann", "annie"] | where s has_any ((datatable(x: string)["ann", "bob"] | project x)) | summarize make_list(s) ## ["hi Ann"]
            has_any of no rows              ## let t = datatable(x: string)["ann"] | where x == "z"; datatable(s: string)["hi ann"] | where s has_any (t) | summarize make_list(s)   ## []
            has_all of rows                 ## let t = datatable(x: string)["ann", "bob"]; datatable(s: string)["Bob, Ann", "ann"] | where s has_all (t) | summarize make_list(s)    ## ["Bob, Ann"]
            numbers of rows                 ## range n from 1 to 4 step 1 | where n in ((range m from 2 to 9 step 2)) | summarize make_list(n)                                        ## [2,4]
            a list made of rows             ## let l = toscalar(datatable(x: string)["a", "b"] | summarize make_set(x)); datatable(s: string)["A", "b"] | where s in (l) | summarize make_list(s) ## ["b"]
            has_any of a column's array     ## datatable(s: string, d: dynamic)["hi ann", dynamic(["ann"]), "hi bob", dynamic(["ann"])] | where s has_any (d) | summarize make_list(s) ## ["hi ann"]
            """)
    void subQueriesAreListsOfTheirFirstColumn(String rule, String query, String answer) {
        assertThat(Expressions.ofQuery(query)).as(rule).isEqualTo(answer);
    }
}
