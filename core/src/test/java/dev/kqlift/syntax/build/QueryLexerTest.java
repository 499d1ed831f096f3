package dev.kqlift.syntax.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.syntax.QueryToken;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QueryLexerTest {
    private static List<String> shown(String text) {
        return QueryLexer.tokens(text).stream()
                .map(token -> token.kind() + " "
                        + text.substring(token.span().start(), token.span().end()))
                .toList();
    }

    @Test
    void everyPieceHasItsKind() {
        assertThat(shown("T // all\n| where count() > 1d and Name has \"x // y\" // end"))
                .containsExactly(
                        "NAME T",
                        "COMMENT // all",
                        "PUNCTUATION |",
                        "KEYWORD where",
                        "FUNCTION count",
                        "PUNCTUATION (",
                        "PUNCTUATION )",
                        "OPERATOR >",
                        "NUMBER 1d",
                        "OPERATOR and",
                        "NAME Name",
                        "OPERATOR has",
                        "TEXT \"x // y\"",
                        "COMMENT // end");
    }

    @Test
    void aBrokenQueryIsCutToItsEnd() {
        assertThat(shown("T | where a == \"open\n| take § 5"))
                .containsExactly(
                        "NAME T",
                        "PUNCTUATION |",
                        "KEYWORD where",
                        "NAME a",
                        "OPERATOR ==",
                        "WRONG \"open",
                        "PUNCTUATION |",
                        "KEYWORD take",
                        "WRONG §",
                        "NUMBER 5");
    }

    @Test
    void placesCountInUnitsOfTheText() {
        String text = "T | where a == \"\ud83d\ude00\" // \ud83d\ude00\r\n| count";
        List<QueryToken> tokens = QueryLexer.tokens(text);
        QueryToken last = tokens.getLast();
        assertThat(text.substring(last.span().start(), last.span().end())).isEqualTo("count");
        assertThat(shown(text)).contains("COMMENT // \ud83d\ude00");
    }
}
