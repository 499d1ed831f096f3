package dev.kqlift.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.document.RuleMetadata;
import dev.kqlift.document.SourceFile;
import dev.kqlift.source.SourceText;
import dev.kqlift.source.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SafeFixesTest {
    private static final CheckInfo CHECK = LintRules.info("KL612").orElseThrow();

    private static Finding finding(Applicability applicability, TextEdit... edits) {
        return new Finding(
                CHECK,
                CHECK.severity(),
                "found",
                edits[0].span(),
                Optional.empty(),
                List.of(),
                Optional.of(new Fix(applicability, "mend", List.of(edits))));
    }

    private static TextEdit edit(int start, int end, String text) {
        return new TextEdit(new Span(start, end), text);
    }

    private static SafeFixes fixes(Finding... findings) {
        LintOutcome outcome =
                new LintOutcome(Arrays.asList(findings), List.of(), List.of(), List.of(CHECK), List.of(), List.of());
        RuleDocument document = new RuleDocument(
                new SourceFile("a.kql", SourceText.of(""), List.of()),
                RuleKind.QUERY,
                RuleMetadata.EMPTY,
                Optional.empty(),
                List.of());
        return SafeFixes.of(List.of(new LintSession.Linted(document, outcome)));
    }

    @Test
    void editsAreMadeFromTheEndSoThatPlacesStayTrue() {
        SafeFixes fixes = fixes(
                finding(Applicability.SAFE, edit(0, 1, "xyz"), edit(4, 5, "")),
                finding(Applicability.SAFE, edit(2, 3, "LONG")));
        assertThat(fixes.apply("abcdefg")).isEqualTo("xyzbLONGdfg");
    }

    @Test
    void ofTwoThatTouchTheFirstIsTakenWhole() {
        SafeFixes fixes = fixes(
                finding(Applicability.SAFE, edit(2, 4, "-"), edit(6, 7, "-")),
                finding(Applicability.SAFE, edit(0, 3, "!")));
        assertThat(fixes.apply("abcdefg")).isEqualTo("!defg");
        assertThat(fixes.findings()).hasSize(1);
        assertThat(fixes(finding(Applicability.SAFE, edit(2, 2, "1")), finding(Applicability.SAFE, edit(2, 2, "2")))
                        .apply("abc"))
                .isEqualTo("ab1c");
    }

    @Test
    void whatChangesTheRuleIsNotApplied() {
        assertThat(fixes(finding(Applicability.UNSAFE, edit(0, 1, "x"))).findings())
                .isEmpty();
    }

    @Test
    void newLinesEndAsThoseOfTheText() {
        SafeFixes fixes = fixes(finding(Applicability.SAFE, edit(0, 1, "1\n2")));
        assertThat(fixes.apply("a\r\nb")).isEqualTo("1\r\n2\r\nb");
        assertThat(fixes.apply("a\nb")).isEqualTo("1\n2\nb");
    }
}
