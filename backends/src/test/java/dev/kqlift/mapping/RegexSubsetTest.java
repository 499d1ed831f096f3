package dev.kqlift.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;

class RegexSubsetTest {
    private static String whole(String source) {
        return RegexSubset.read(source) instanceof RegexSubset.Readable readable ? readable.whole() : "refused";
    }

    @Test
    void anchorsBecomeTheAbsenceOfARest() {
        assertThat(whole("^a$")).isEqualTo("a");
        assertThat(whole("a")).isEqualTo(".*a.*");
        assertThat(whole("^a|b$")).isEqualTo("a.*|.*b");
        assertThat(whole("^$")).isEqualTo("()");
        assertThat(whole("")).isEqualTo(".*.*");
    }

    @Test
    void signsOfTheOtherLanguageAreEscaped() {
        assertThat(whole("^a#b@c&d~e<f>\"$")).isEqualTo("a\\#b\\@c\\&d\\~e\\<f\\>\\\"");
        assertThat(whole("^[~&a-f]$")).isEqualTo("[\\~\\&a-f]");
    }

    @Test
    void foldingLowersLiteralsAndRanges() {
        assertThat(whole("(?i)^AbC[A-F0-9_]$")).isEqualTo("abc[a-f0-9_]");
        assertThat(whole("(?i)[A-z]")).isEqualTo("refused");
    }

    @Test
    void whatMeansSomethingElseElsewhereIsRefused() {
        for (String source : List.of(
                "\\bx",
                "(?=x)",
                "(?!x)",
                "(?<=x)y",
                "(?s).",
                "a(?i)b",
                "a^b",
                "a$b",
                "(a$)",
                "[a&&b]",
                "[[:alpha:]]",
                "\\p{L}",
                "\\x41",
                "a**",
                "*a",
                "a{1000}",
                "[b-a]",
                "(a",
                "a)",
                "[a",
                "a\\",
                "\\1",
                "[\\D]",
                "\\d\\D",
                "\ud83d\ude00")) {
            assertThat(RegexSubset.read(source)).as(source).isInstanceOf(RegexSubset.Refused.class);
        }
    }

    @Test
    void namedGroupsAndLazyCountsMatchTheSame() {
        assertThat(whole("^(?P<n>a+?)(?:b|c)??$")).isEqualTo("(a+)(b|c)?");
    }

    @Test
    void anyTextIsReadOrRefused() {
        Random random = new Random(7);
        String signs = "ab01.^$|()[]{}*+?\\-,&dDwWsSi:<>P=! \n";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder source = new StringBuilder(random.nextInt(8) == 0 ? "(?i)" : "");
            for (int n = random.nextInt(12); n > 0; n--) {
                source.append(signs.charAt(random.nextInt(signs.length())));
            }
            if (RegexSubset.read(source.toString()) instanceof RegexSubset.Readable readable) {
                assertThat(readable.whole()).as(source.toString()).satisfies(RegexSubsetTest::isBalanced);
            }
        }
    }

    private static void isBalanced(String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new AssertionError("not well-formed: " + pattern, e);
        }
    }

    @Test
    void rewrittenExpressionMatchesWhatTheFirstOneFinds() {
        Random random = new Random(11);
        String signs = "ab.^$|()[]*+?-";
        String letters = "ab-\nc";
        int read = 0;
        for (int i = 0; i < 30_000; i++) {
            StringBuilder source = new StringBuilder();
            for (int n = 1 + random.nextInt(7); n > 0; n--) {
                source.append(signs.charAt(random.nextInt(signs.length())));
            }
            StringBuilder value = new StringBuilder();
            for (int n = random.nextInt(5); n > 0; n--) {
                value.append(letters.charAt(random.nextInt(letters.length())));
            }
            if (RegexSubset.read(source.toString()) instanceof RegexSubset.Readable readable
                    && isJava(source.toString())) {
                read++;
                // Java's `$` also matches before a last line break, `\z` only at the end, as KQL's `$`.
                boolean found = Pattern.compile(source.toString().replace("$", "\\z"))
                        .matcher(value)
                        .find();
                boolean matched = Pattern.compile(readable.whole(), Pattern.DOTALL)
                        .matcher(value)
                        .matches();
                assertThat(matched).as("%s on %s", source, value).isEqualTo(found);
            }
        }
        assertThat(read).isGreaterThan(1000);
    }

    private static boolean isJava(String source) {
        try {
            Pattern.compile(source);
            // Inside of brackets `$` is a sign like others, and Java reads some more forms of classes.
            return !source.contains("[") || !source.contains("$") && source.indexOf(']') > source.indexOf('[') + 1;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
