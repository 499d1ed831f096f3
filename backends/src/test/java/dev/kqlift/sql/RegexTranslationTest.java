package dev.kqlift.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegexTranslationTest {
    private static String translated(String pattern) {
        return ((RegexTranslation.Translated) RegexTranslation.of(pattern)).pattern();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"abc", "a.c", "^a+?(b|c)*$", "[a-z0-9_]{2,3}", "(?i)cmd\\.exe", "(?:x)(?P<n>y)", "\\\\temp\\\\"})
    void whatBothReadAlikeIsKept(String pattern) {
        assertThat(translated(pattern)).isEqualTo(pattern);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?=x)",
                "\\<x",
                "(?<!x)y",
                "(x)\\1",
                "[a&&b]",
                "[a--b]",
                "[[a]b]",
                "[\\W]",
                "(?x) a b",
                "a{1001}",
                "a{,3}",
                "\\p{Greek}",
                "\\b{start}x",
                "[a",
                "a\\",
                "*a",
                "\\u{1F600}",
                "[[:alpha:]]",
                "x++"
            })
    void whatTheEnginesReadInDifferentWaysIsRefused(String pattern) {
        assertThat(RegexTranslation.of(pattern)).isInstanceOf(RegexTranslation.Refused.class);
    }

    @Test
    void aWordBoundIsExactOnlyOverAscii() {
        assertThat(((RegexTranslation.Translated) RegexTranslation.of("\\bx\\b")).assumptions())
                .containsExactly(DataAssumption.ASCII_WORDS);
        assertThat(((RegexTranslation.Translated) RegexTranslation.of("x")).assumptions())
                .isEmpty();
    }

    @Test
    void classesKnowAllScripts() throws SQLException {
        try (DuckDb database = new DuckDb()) {
            assertMatches(database, "^\\w+$", "жёлтый", true);
            assertMatches(database, "^\\d$", "٣", true);
            assertMatches(database, "^\\s$", "\u00a0", true);
            assertMatches(database, "^\\W$", "é", false);
            assertMatches(database, "^[\\w-]+$", "é-x", true);
            assertMatches(database, "a.c", "a\nc", false);
            assertMatches(database, "^\\S+$", "a\u3000b", false);
        }
    }

    private static void assertMatches(DuckDb database, String pattern, String text, boolean expected)
            throws SQLException {
        String sql =
                "SELECT regexp_matches(" + SqlLiterals.text(text) + ", " + SqlLiterals.text(translated(pattern)) + ")";
        assertThat(database.query(sql, List.of(), false).rows()).containsExactly(List.of(Boolean.toString(expected)));
    }
}
