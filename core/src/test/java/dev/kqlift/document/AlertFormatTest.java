package dev.kqlift.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import org.junit.jupiter.api.Test;

class AlertFormatTest {
    @Test
    void placeholdersAreFoundWithTheirPlaces() {
        AlertFormat format = format("{{User}} signed in from {{IPAddress}}");
        assertThat(format.placeholders())
                .extracting(placeholder -> placeholder.column().value())
                .containsExactly("User", "IPAddress");
        assertThat(format.placeholders().getFirst().span()).isEqualTo(new Span(100, 108));
        assertThat(format.placeholders().getFirst().column().span()).isEqualTo(new Span(102, 106));
        assertThat(format.brokenBraces()).isEmpty();
    }

    @Test
    void bracesThatAreMissingAreBroken() {
        assertThat(broken("{{User} did it")).containsExactly("{{User}");
        assertThat(broken("{User}} did it")).containsExactly("{User}}");
        assertThat(broken("{User} did it")).containsExactly("{User}");
        assertThat(broken("{{User did it")).containsExactly("{{");
        assertThat(broken("User}} did it")).containsExactly("}}");
    }

    @Test
    void otherBracesArePlainText() {
        assertThat(broken("a set {1, 2} and a smile :} {")).isEmpty();
        assertThat(format("{}").placeholders()).isEmpty();
    }

    @Test
    void theInnerTwoOfThreeBracesCount() {
        AlertFormat format = format("{{{User}}}");
        assertThat(format.placeholders()).singleElement().satisfies(placeholder -> {
            assertThat(placeholder.column().value()).isEqualTo("User");
            assertThat(placeholder.span()).isEqualTo(new Span(101, 109));
        });
    }

    @Test
    void blanksAndNothingAreKeptForTheReaderToJudge() {
        assertThat(format("{{ User }}{{}}").placeholders())
                .extracting(placeholder -> placeholder.column().value())
                .containsExactly(" User ", "");
    }

    private static AlertFormat format(String text) {
        return AlertFormat.of(EmbeddedText.contiguous(text, 100));
    }

    private static Iterable<String> broken(String text) {
        return format(text).brokenBraces().stream().map(Located::value).toList();
    }
}
