package dev.kqlift.document;

import static dev.kqlift.document.Reading.codes;
import static dev.kqlift.document.Reading.inFile;
import static dev.kqlift.document.Reading.position;
import static dev.kqlift.document.Reading.query;
import static dev.kqlift.document.Reading.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Position;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlPositionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"|", "|-", "|+", "|2", "| # the query", "!!str |", "&q |", "&q !!str |-"})
    void literalBlockIsFollowedLineByLine(String header) {
        RuleDocument rule = rule("r.yaml", "name: n\nquery: " + header + "\n  Alpha\n\n    | where Beta\n  | take 1\n");

        assertThat(query(rule).text().strip()).isEqualTo("Alpha\n\n  | where Beta\n| take 1");
        assertThat(position(rule, "Alpha")).isEqualTo(new Position(3, 3));
        assertThat(position(rule, "where Beta")).isEqualTo(new Position(5, 7));
        assertThat(position(rule, "take")).isEqualTo(new Position(6, 5));
        assertThat(codes(rule)).isEmpty();
    }

    @Test
    void carriageReturnsAndEmojiBeforeTheQueryDoNotShiftIt() {
        String name = "name: \uD83D\uDE00 \uD83D\uDE80 both\r\n";
        RuleDocument rule = rule("r.yaml", name + "query: |\r\n  T // \uD83D\uDE00 x\r\n  | take 1\r\n");

        assertThat(query(rule).text()).isEqualTo("T // \uD83D\uDE00 x\n| take 1\n");
        assertThat(position(rule, "T")).isEqualTo(new Position(3, 3));
        assertThat(position(rule, "x")).isEqualTo(new Position(3, 11));
        assertThat(inFile(rule, "take 1")).isEqualTo("take 1");
    }

    @Test
    void blockWithExplicitIndentationMayBeginWithSpaces() {
        RuleDocument rule = rule("r.yaml", "query: |2-\n     \n  T\n    | take 1\n");

        assertThat(query(rule).text()).isEqualTo("   \nT\n  | take 1");
        assertThat(position(rule, "T")).isEqualTo(new Position(3, 3));
    }

    @Test
    void foldedBlockJoinsLinesAndKeepsThoseIndentedMore() {
        RuleDocument rule = rule(
                "r.yaml", "query: >\n  Alpha\n  | where a == 1\n\n  | take 2\n    | more\n\n    | still\n  | last\n");

        assertThat(query(rule).text()).isEqualTo("Alpha | where a == 1\n| take 2\n  | more\n\n  | still\n| last\n");
        assertThat(position(rule, "where")).isEqualTo(new Position(3, 5));
        assertThat(position(rule, "take")).isEqualTo(new Position(5, 5));
        assertThat(position(rule, "still")).isEqualTo(new Position(8, 7));
        assertThat(position(rule, "last")).isEqualTo(new Position(9, 5));
        assertThat(codes(rule)).isEmpty();
    }

    @Test
    void plainScalarOverSeveralLinesIsFolded() {
        RuleDocument rule = rule("r.yaml", "query: Alpha   \n  | where a  b\n\n  | take 1   # comment\nname: n\n");

        assertThat(query(rule).text()).isEqualTo("Alpha | where a  b\n| take 1");
        assertThat(position(rule, "where")).isEqualTo(new Position(2, 5));
        assertThat(position(rule, "take")).isEqualTo(new Position(4, 5));
        assertThat(codes(rule)).isEmpty();
    }

    @Test
    void singleQuotesAreUndoubled() {
        RuleDocument rule = rule("r.yaml", "query: 'T | where a == ''x'' and b\n  == ''y'''\n");

        assertThat(query(rule).text()).isEqualTo("T | where a == 'x' and b == 'y'");
        assertThat(inFile(rule, "x")).isEqualTo("x");
        assertThat(position(rule, "y")).isEqualTo(new Position(2, 8));
        assertThat(codes(rule)).isEmpty();
    }

    @Test
    void escapesInDoubleQuotesAreFollowed() {
        String text = "query: \"T\\n| where a == \\\"\\x41\\u00e9\\U0001F600z\\\" \\\n   \\ and b\\\\c\n   d\"\n";
        RuleDocument rule = rule("r.yaml", text);

        assertThat(query(rule).text()).isEqualTo("T\n| where a == \"A\u00e9\uD83D\uDE00z\"  and b\\c d");
        assertThat(position(rule, "where")).isEqualTo(new Position(1, 14));
        assertThat(position(rule, "z")).isEqualTo(new Position(1, text.indexOf('z') + 1));
        assertThat(position(rule, "and")).isEqualTo(new Position(2, 6));
        assertThat(position(rule, "d")).isEqualTo(new Position(2, 8));
        assertThat(codes(rule)).isEmpty();
    }

    @Test
    void aliasLeadsToTheTextOfItsAnchor() {
        RuleDocument rule = rule("r.yaml", "id: a\nshared: &q |\n  T\n  | take 1\nquery: *q\n");

        assertThat(position(rule, "take")).isEqualTo(new Position(4, 5));
    }

    @Test
    void lineSeparatorsThatOnlyYamlKnowsMakeTheTextOpaqueAndSaySo() {
        RuleDocument rule = rule("r.yaml", "name: n\nquery: |\n  T\u0085  | take 1\n");

        assertThat(query(rule).text()).isEqualTo("T\n| take 1\n");
        assertThat(query(rule).isOpaque()).isTrue();
        assertThat(codes(rule)).containsExactly("KD016");
    }

    @Test
    void everyCharacterOfARandomBlockLeadsBackToItself() {
        Random random = new Random(42);
        String alphabet = "ab |\"'\\#:\té";
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder("name: n\nquery: " + (random.nextBoolean() ? "|" : ">") + "\n  T\n");
            for (int line = random.nextInt(8); line > 0; line--) {
                text.append(" ".repeat(2 + random.nextInt(3)));
                for (int i = random.nextInt(6); i > 0; i--) {
                    text.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                text.append(random.nextInt(4) == 0 ? "\r\n" : "\n");
            }
            RuleDocument rule = rule("r.yaml", text.toString());
            EmbeddedText query = query(rule);
            assertThat(query.isOpaque()).as(text.toString()).isFalse();
            for (int i = 0; i < query.text().length(); i++) {
                if (!Character.isWhitespace(query.text().charAt(i))) {
                    assertThat(text.charAt(query.toFile(i)))
                            .isEqualTo(query.text().charAt(i));
                }
            }
        }
    }
}
