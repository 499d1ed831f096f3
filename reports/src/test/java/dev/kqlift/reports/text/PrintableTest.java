package dev.kqlift.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PrintableTest {
    @Test
    void plainTextIsLeftAsItIs() {
        String text = "Überwachung „ok“ 日本 \ud83d\ude00";

        assertThat(Printable.line(text)).isSameAs(text);
        assertThat(Printable.block("a\n\tb\r\nc")).isEqualTo("a\n\tb\r\nc");
    }

    @Test
    void aLineStaysOneLine() {
        assertThat(Printable.line("a\r\nb\tc")).isEqualTo("a\\r\\nb\\tc");
    }

    @Test
    void whatDrivesATerminalIsShown() {
        assertThat(Printable.line("\u001b[31m\u009b\u202e\u200b\ufeff"))
                .isEqualTo("\\u001b[31m\\u009b\\u202e\\u200b\\ufeff");
        assertThat(Printable.block("a\rb\n\u001b")).isEqualTo("a\\rb\n\\u001b");
    }
}
