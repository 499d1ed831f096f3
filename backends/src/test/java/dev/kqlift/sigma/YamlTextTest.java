package dev.kqlift.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class YamlTextTest {
    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            " leading",
            "trailing ",
            "a: b",
            "# no comment",
            "a #b",
            "- item",
            "? key",
            "'single'",
            "\"double\"",
            "back\\slash",
            "line\nbreak",
            "line\r\nbreak",
            "tab\there",
            "null",
            "~",
            "yes",
            "4624",
            "1e3",
            "0x1f",
            "2024-01-01",
            "{a: b}",
            "[a, b]",
            "&anchor",
            "*alias",
            "!tag",
            "%directive",
            "@at",
            "`tick`",
            "|",
            ">",
            "---",
            "...",
            "\u0007bell",
            "\u0000zero",
            "\u0085next",
            "\u2028line",
            "\u202eright to left",
            "\ufeffmark",
            "é ü 中文",
            "\ud83d\ude00",
            "a'b\"c\\d");

    private static Object read(String yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    @Test
    void everyTextIsReadBackAsItself() {
        for (String text : HOSTILE) {
            assertThat(read("k: " + YamlText.quoted(text)))
                    .as(YamlText.quoted(text))
                    .isEqualTo(Map.of("k", text));
        }
    }

    @Test
    void everyKeyIsReadBackAsItself() {
        for (String text : HOSTILE) {
            assertThat(read(YamlText.key(text) + ": v")).as(YamlText.key(text)).isEqualTo(Map.of(text, "v"));
        }
    }

    @Test
    void quotedTextStaysOnOneLine() {
        for (String text : HOSTILE) {
            assertThat(YamlText.quoted(text)).doesNotContain("\n", "\r", "\u2028", "\u0085");
        }
    }

    @Test
    void blocksAreReadBackAsTheyAre() {
        for (String text :
                List.of("one\ntwo", "a: b\n  # c\n\n- d", "tab\tinside\nx", "'q'\n\"r\"", "x\n---\ny", "x\n...\ny")) {
            assertThat(read("k: " + YamlText.block(text, "    ") + "\nl: 1"))
                    .as(text)
                    .isEqualTo(Map.of("k", text, "l", 1));
        }
    }

    @Test
    void blockIsNotUsedWhereItWouldLoseSpaces() {
        assertThat(YamlText.block(" x\ny", "  ")).startsWith("\"");
        assertThat(YamlText.block("one line", "  ")).isEqualTo("'one line'");
    }

    @Test
    void halfACharacterBecomesTheReplacement() {
        assertThat(read("k: " + YamlText.quoted("a\ud83d"))).isEqualTo(Map.of("k", "a\ufffd"));
    }
}
