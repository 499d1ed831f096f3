package dev.kqlift.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void bracketsAreTakenUpToTheLimitAndNotOneDeeper() {
        assertThat(KqlGrammar.parse(nested(KqlGrammar.MAX_DEPTH)).errors()).isEmpty();
        ParseOutcome tooDeep = KqlGrammar.parse(nested(KqlGrammar.MAX_DEPTH + 1));
        assertThat(tooDeep.tree()).isEmpty();
        assertThat(tooDeep.errors()).extracting(SyntaxError::kind).containsExactly(SyntaxError.Kind.TOO_DEEP);
        assertThat(tooDeep.errors().get(0).start()).isEqualTo("print ".length() + KqlGrammar.MAX_DEPTH);
    }

    @Test
    void tenThousandBracketsAreRefusedAndDoNotExhaustTheStack() {
        assertThat(KqlGrammar.parse(nested(10_000)).errors()).hasSize(1);
        assertThat(KqlGrammar.parse("print " + "(".repeat(10_000)).errors()).hasSize(1);
        assertThat(KqlGrammar.parse("print dynamic(" + "[".repeat(10_000)).errors())
                .hasSize(1);
    }

    @Test
    void longQueriesAreReadWhole() {
        StringBuilder text = new StringBuilder("T");
        while (text.length() < 200_000) {
            text.append("\n| where Account has \"name")
                    .append(text.length())
                    .append("\" and Count > 5 or x in (1, 2, 3)");
        }
        assertThat(KqlGrammar.parse(text.toString()).errors()).isEmpty();
        assertThat(KqlGrammar.parse(text + "\n| foo").errors()).hasSize(1);
        assertThat(KqlGrammar.parse("T | where x in (" + "'item', ".repeat(30_000) + "1)")
                        .errors())
                .isEmpty();
        assertThat(KqlGrammar.parse("T | where a" + " + a".repeat(50_000)).errors())
                .isEmpty();
    }

    @Test
    void aNumberBeforeARangeSignIsTwoTokensInTheirPlaces() {
        String text = "1..5";
        CommonTokenStream tokens = new CommonTokenStream(new KqlLexer(new Utf16CharStream(text)));
        tokens.fill();
        assertThat(tokens.getTokens())
                .extracting(Token::getType)
                .containsExactly(KqlLexer.LONG_LITERAL, KqlLexer.DOTDOT, KqlLexer.LONG_LITERAL, Token.EOF);
        assertThat(tokens.getTokens()).extracting(Token::getText).startsWith("1", "..", "5");
        assertThat(tokens.getTokens()).extracting(Token::getStartIndex).startsWith(0, 1, 3);
    }

    private static String nested(int depth) {
        return "print " + "(".repeat(depth) + "1" + ")".repeat(depth);
    }
}
