package dev.kqlift.document;

import static dev.kqlift.document.Reading.at;
import static dev.kqlift.document.Reading.codes;
import static dev.kqlift.document.Reading.passedOver;
import static dev.kqlift.document.Reading.query;
import static dev.kqlift.document.Reading.rule;
import static dev.kqlift.document.Reading.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.source.SourceText;
import dev.kqlift.source.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a.kql", "a.KUSTO", "dir.md/a.csl"})
    void queryFileIsItsQuery(String path) {
        RuleDocument rule = rule(path, "T\r\n| take 1\r\n");

        assertThat(rule.kind()).isEqualTo(RuleKind.QUERY);
        assertThat(query(rule).text()).isEqualTo("T\r\n| take 1\r\n");
        assertThat(query(rule).toFile(3)).isEqualTo(3);
        assertThat(rule.metadata()).isEqualTo(RuleMetadata.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.jsonl", "a.txt", "kql", "a.kql/b", ".yaml/README", "x.kql~"})
    void otherExtensionsArePassedOverWithoutReading(String path) {
        assertThat(RuleFiles.isRulePath(path)).isFalse();
        assertThat(RuleFiles.passOver(path).diagnostic().code()).isEqualTo(DiagnosticCode.KD014);
        assertThat(passedOver(path, "query: T").reason()).contains("extension");
    }

    @Test
    void everyExtensionHasAReader() {
        for (String extension : RuleFiles.EXTENSIONS) {
            assertThat(RuleFiles.isRulePath("a." + extension)).isTrue();
            switch (RuleFiles.read(Reading.file("a." + extension, "x: 1"))) {
                case ReadOutcome.Rules rules -> assertThat(rules.documents()).isNotEmpty();
                case ReadOutcome.PassedOver passedOver ->
                    assertThat(passedOver.reason()).doesNotContain("extension");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"properties\": {\"query\": \"T\"}}', ARM",
        "' [ {\"properties\": {\"query\": \"T\"}}]', ARM",
        "'{\"queryCondition\": {\"queryText\": \"T\"}}', DEFENDER",
        "'name: n|query: T', HUNTING",
        "'queryCondition: {queryText: T}', DEFENDER",
        "'Words.|```kusto|T|```', QUERY",
        "'[''T x''] | take 1', QUERY",
        "'T | extend s = ```x```', QUERY",
        "'', QUERY"
    })
    void standardInputIsToldByItsText(String text, RuleKind kind) {
        RuleDocument rule = rule("-", text.contains("```k") || text.contains("name:") ? text.replace('|', '\n') : text);

        assertThat(rule.kind()).isEqualTo(kind);
    }

    @Test
    void invisibleCharactersAreOneNoteAtTheFirst() {
        RuleDocument rule = rule("r.yaml", "name: \u00A0\nquery: |\n  T\n  |\u00A0take\u200B 1\n");

        assertThat(codes(rule)).containsExactly("KD005");
        assertThat(rule.diagnostics().getFirst().message())
                .contains("2 invisible")
                .contains("U+00A0");
        assertThat(at(rule, "KD005")).isEqualTo("\u00A0");
        assertThat(rule.file()
                        .text()
                        .position(rule.diagnostics().getFirst().span().start())
                        .line())
                .isEqualTo(4);
    }

    @Test
    void whatDecodingSaidIsSaidOnceForAFile() {
        Diagnostic loss = Diagnostic.of(DiagnosticCode.KD004, "lost", Span.at(0));
        SourceFile file = new SourceFile("r.md", SourceText.of("```kql\nA\n```\n```kql\nB\n```\n"), List.of(loss));
        ReadOutcome.Rules outcome = (ReadOutcome.Rules) RuleFiles.read(file);

        assertThat(outcome.documents().get(0).diagnostics()).containsExactly(loss);
        assertThat(outcome.documents().get(1).diagnostics()).isEmpty();
    }

    @Test
    void damagedFilesNeverThrowAndTheirPlacesLieInTheFile() {
        String yaml =
                "id: a\nname: 'n'\ntactics: [x, y]\n" + "query: |\n  T\n\n  | where a == \"b\"\nseverity: \"L\\x41\"\n";
        String json = "{\"resources\": [{\"name\": \"n\", "
                + "\"properties\": {\"query\": \"T\\n\\u0041\", \"tactics\": [1]}}]}";
        String markdown = "# H\n- x\n  ```kql\n  T\n  ```\n~~~kusto\nB\n~~~\n";
        Random random = new Random(3);
        String noise = "\n\r\t -:'\"|>[]{}&*!%@`~#\\u\u0085\u2028\uD83D\uFEFFé,?0x";
        for (int round = 0; round < 3000; round++) {
            String base = List.of(yaml, json, markdown).get(round % 3);
            StringBuilder text = new StringBuilder(base);
            for (int change = 1 + random.nextInt(4); change > 0; change--) {
                int at = random.nextInt(text.length());
                char c = noise.charAt(random.nextInt(noise.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, c);
                    case 1 -> text.insert(at, c);
                    default -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(5)));
                }
            }
            checkPlaces(List.of("r.yaml", "r.json", "r.md").get(round % 3), text.toString());
        }
    }

    private static void checkPlaces(String path, String text) {
        switch (RuleFiles.read(Reading.file(path, text))) {
            case ReadOutcome.PassedOver passedOver ->
                assertThat(passedOver.reason()).isNotBlank();
            case ReadOutcome.Rules(List<RuleDocument> documents) -> {
                for (RuleDocument document : documents) {
                    document.diagnostics()
                            .forEach(found ->
                                    assertThat(found.span().end()).as(text).isLessThanOrEqualTo(text.length()));
                    document.query()
                            .ifPresent(query -> assertThat(
                                            query.toFile(query.text().length()))
                                    .as(text)
                                    .isBetween(0, text.length()));
                    boolean explained = document.query().isPresent()
                            || codes(document).stream().anyMatch(code -> code.startsWith("KD01"));
                    assertThat(explained).as(text).isTrue();
                }
            }
        }
    }

    @Test
    void severalRulesComeInTheOrderOfTheFile() {
        assertThat(rules("r.md", "```kql\nA\n```\n```kql\nB\n```\n"))
                .extracting(rule -> query(rule).text())
                .containsExactly("A\n", "B\n");
    }
}
