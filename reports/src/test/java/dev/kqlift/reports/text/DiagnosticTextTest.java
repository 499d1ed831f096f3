package dev.kqlift.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.document.SourceFile;
import dev.kqlift.source.SourceText;
import dev.kqlift.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DiagnosticTextTest {
    private static String shown(String text, int start, int end) {
        StringBuilder out = new StringBuilder();
        SourceFile file = new SourceFile("a.kql", SourceText.of(text), List.of());
        Diagnostic diagnostic = Diagnostic.of(DiagnosticCode.KS003, "wrong", new Span(start, end));
        DiagnosticText.append(file, diagnostic, Colors.NEVER, "", out);
        return out.toString();
    }

    @Test
    void theCaretStandsUnderThePlace() {
        assertThat(shown("T\r\n| wher x\r\n", 5, 9))
                .isEqualTo("a.kql:2:3: error KS003 wrong\n  2 | | wher x\n    |   ^^^^\n");
    }

    @Test
    void aSpanOverSeveralLinesIsMarkedToTheEndOfItsFirst() {
        assertThat(shown("abc\ndef", 1, 6)).endsWith("  1 | abc\n    |  ^^\n");
    }

    @Test
    void thePlaceAfterTheLastCharacterIsMarked() {
        assertThat(shown("abc", 3, 3)).endsWith("  1 | abc\n    |    ^\n");
        assertThat(shown("", 0, 0)).isEqualTo("a.kql:1:1: error KS003 wrong\n");
    }

    @Test
    void aLongLineIsCutAroundThePlace() {
        String text = "x".repeat(500) + "HERE" + "y".repeat(500);
        List<String> lines = shown(text, 500, 504).lines().toList();

        assertThat(lines.get(1)).contains("…").contains("HERE").hasSizeLessThan(120);
        assertThat(lines.get(2).indexOf('^')).isEqualTo(lines.get(1).indexOf("HERE"));
    }
}
