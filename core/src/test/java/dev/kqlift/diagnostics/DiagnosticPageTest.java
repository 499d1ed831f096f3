package dev.kqlift.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page {@code docs/diagnostics.md} is made from the codes, so that it cannot lie. */
final class DiagnosticPageTest {
    @Test
    void thePageOfTheCodesIsUpToDate() throws IOException {
        Path page = root().resolve("docs/diagnostics.md");
        String expected = render();
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(page, expected, StandardCharsets.UTF_8);
        }
        assertThat(page)
                .as("run with -Ddocs.update=true")
                .content(StandardCharsets.UTF_8)
                .isEqualTo(expected);
    }

    @Test
    void everyCodeIsTwoLettersAndThreeDigitsAndExplainsItself() {
        for (DiagnosticCode code : DiagnosticCode.values()) {
            assertThat(code.name()).matches("K[DSBTXR]\\d{3}");
            assertThat(code.title()).isNotBlank().doesNotEndWith(".");
            assertThat(code.explanation()).endsWith(".");
        }
    }

    @Test
    void aSyntaxCodeIsAnErrorUnlessTheQueryParses() {
        List<DiagnosticCode> mild = Stream.of(DiagnosticCode.values())
                .filter(code -> code.name().startsWith("KS") && code.severity() != Severity.ERROR)
                .toList();
        assertThat(mild).containsExactly(DiagnosticCode.KS005);
    }

    private static String render() {
        StringBuilder page = new StringBuilder();
        page.append("# Diagnostics\n\n");
        page.append("Made from the codes by a test; do not edit. `kqlift explain CODE` shows the same in a terminal. ");
        page.append("Codes are stable for ever: `KD` files and rule documents, `KS` syntax, `KB` names and binding, ");
        page.append("`KT` types, `KX` translation.\n\n");
        page.append("| code | severity | what it says | why, and what to do |\n| --- | --- | --- | --- |\n");
        Stream.of(DiagnosticCode.values())
                .sorted(Comparator.comparing(DiagnosticCode::name))
                .forEach(code -> page.append("| ")
                        .append(code.name())
                        .append(" | ")
                        .append(code.severity().word())
                        .append(" | ")
                        .append(code.title())
                        .append(" | ")
                        .append(code.explanation())
                        .append(" |\n"));
        return page.toString();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && Files.exists(folder.getParent().resolve("pom.xml"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
