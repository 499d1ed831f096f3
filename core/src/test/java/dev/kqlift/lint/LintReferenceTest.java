package dev.kqlift.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.document.RuleKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The folder {@code docs/lint} is made from the checks and their pages, so that it cannot lie. */
final class LintReferenceTest {
    private static final String GENERATED = "(README|KL\\d{3}-.*)\\.md";

    @Test
    void thePagesOfTheChecksAreUpToDate() throws IOException {
        Path folder = root().resolve("docs/lint");
        Map<String, String> expected = pages();
        if (Boolean.getBoolean("docs.update")) {
            Files.createDirectories(folder);
            for (Path old : generated(folder)) {
                Files.delete(old);
            }
            for (Map.Entry<String, String> page : expected.entrySet()) {
                Files.writeString(folder.resolve(page.getKey()), page.getValue());
            }
        }
        Map<String, String> found = new TreeMap<>();
        for (Path page : generated(folder)) {
            found.put(page.getFileName().toString(), Files.readString(page, StandardCharsets.UTF_8));
        }
        assertThat(found.keySet()).as("run with -Ddocs.update=true").isEqualTo(expected.keySet());
        expected.forEach((name, text) -> assertThat(found.get(name))
                .as(name + ": run with -Ddocs.update=true")
                .isEqualTo(text));
    }

    @Test
    void whatTheStepsBeforeSayHasAPageToo() {
        for (DiagnosticFamily family : DiagnosticFamily.values()) {
            assertThat(PageSections.of(LintPage.of(family.check()), "What it flags"))
                    .endsWith(".");
        }
        String page = LintPage.of(CheckInfo.of(DiagnosticCode.KB001));
        assertThat(page).startsWith("# KB001 unknown-column\n");
        assertThat(PageSections.of(page, "Why")).isEqualTo(DiagnosticCode.KB001.explanation());
        assertThat(PageSections.of(page, "Instead")).isEmpty();
    }

    private static List<Path> generated(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(GENERATED))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        pages.put("README.md", index());
        for (CheckInfo check : LintRules.infos()) {
            pages.put(LintPage.fileName(check), page(check));
        }
        return pages;
    }

    private static String page(CheckInfo check) {
        String text = LintPage.of(check);
        int body = text.indexOf('\n') + 1;
        return text.substring(0, body) + "\n"
                + "| severity | category | rules | on by default | fix |\n| --- | --- | --- | --- | --- |\n"
                + "| " + check.severity().word() + " | " + check.category().word() + " | " + kinds(check) + " | "
                + (check.enabled() ? "yes" : "no") + " | " + fix(check) + " |\n" + text.substring(body);
    }

    private static String index() {
        StringBuilder page = new StringBuilder("# Checks\n\n");
        page.append(
                "Made from the checks and their pages by a test; do not edit. `kqlift explain CODE` shows a page in a ");
        page.append(
                "terminal; [configuration.md](../configuration.md#lint) tells how checks are chosen, [ci.md](ci.md) how ");
        page.append("they run in pre-commit and on GitHub.\n\n");
        page.append(
                "Severities: `error` the service refuses the rule, it never fires, or it says something false; `warning` ");
        page.append(
                "it probably does not do what its author meant; `note` style, cost, portability. Fixes: `safe` ones are ");
        page.append("written by `--fix`, `offered` ones change what the rule does and are only shown.\n");
        for (LintCategory category : LintCategory.values()) {
            List<CheckInfo> checks = LintRules.infos().stream()
                    .filter(check -> check.category() == category)
                    .toList();
            if (!checks.isEmpty()) {
                page.append("\n## ")
                        .append(category.title())
                        .append(" (`")
                        .append(category.word())
                        .append("`)\n\n");
                page.append("| code | name | severity | on by default | fix |\n| --- | --- | --- | --- | --- |\n");
                checks.forEach(check -> row(check, page));
            }
        }
        return page.toString();
    }

    private static void row(CheckInfo check, StringBuilder page) {
        page.append("| [")
                .append(check.code())
                .append("](")
                .append(LintPage.fileName(check))
                .append(") | ");
        page.append(check.name()).append(" | ").append(check.severity().word()).append(" | ");
        page.append(check.enabled() ? "yes" : "no")
                .append(" | ")
                .append(fix(check))
                .append(" |\n");
    }

    private static String kinds(CheckInfo check) {
        return check.kinds().isEmpty()
                ? "all"
                : check.kinds().stream().map(RuleKind::word).collect(Collectors.joining(", "));
    }

    /** What the examples of the page are mended with. */
    private static String fix(CheckInfo check) {
        List<String> words = new ArrayList<>();
        for (LintPagesTest.Block block : LintPagesTest.flagged(check)) {
            for (LintOutcome outcome : LintedText.only(check.code(), block.file(), block.text())) {
                for (Finding finding : outcome.findings()) {
                    if (finding.check().equals(check)) {
                        finding.fix()
                                .map(fix -> fix.applicability() == Applicability.SAFE ? "safe" : "offered")
                                .filter(word -> !words.contains(word))
                                .ifPresent(words::add);
                    }
                }
            }
        }
        words.sort(null);
        return String.join(", ", words.reversed());
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && Files.exists(folder.getParent().resolve("pom.xml"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
