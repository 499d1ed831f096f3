package dev.kqlift.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.source.EmbeddedText;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryBlocksTest {
    @Test
    void linesOfWhiteSpaceSeparateBlocksAndKeepTheirPlaces() {
        List<EmbeddedText> blocks =
                QueryBlocks.split(EmbeddedText.contiguous("\n A\n| take 1\n \t\r\n\u00A0\nB\r\n| count\r\n\r\n", 100));

        assertThat(blocks).extracting(EmbeddedText::text).containsExactly(" A\n| take 1", "B\r\n| count");
        assertThat(blocks.get(0).toFile(1)).isEqualTo(102);
        assertThat(blocks.get(1).toFile(0)).isEqualTo(100 + " A\n| take 1\n".length() + 1 + 6);
    }

    @Test
    void commentsAloneGoWithTheQueryThatFollows() {
        assertThat(split("// head\n\n// more\n\nA\n\n// b\nB\n")).containsExactly("// head\n\n// more\n\nA", "// b\nB");
    }

    @Test
    void commentsAtTheEndGoWithTheQueryBefore() {
        assertThat(split("A\n\nA\n\n// end\n\n// really")).containsExactly("A", "A\n\n// end\n\n// really");
    }

    @Test
    void textWithoutAQueryHasNoBlock() {
        assertThat(split("")).isEmpty();
        assertThat(split(" \n\n")).isEmpty();
        assertThat(split("// only\n\n// comments")).isEmpty();
    }

    private static List<String> split(String text) {
        return QueryBlocks.split(EmbeddedText.contiguous(text, 0)).stream()
                .map(EmbeddedText::text)
                .toList();
    }
}
