package dev.kqlift.document;

import static dev.kqlift.document.Reading.at;
import static dev.kqlift.document.Reading.codes;
import static dev.kqlift.document.Reading.passedOver;
import static dev.kqlift.document.Reading.query;
import static dev.kqlift.document.Reading.rule;
import static dev.kqlift.document.Reading.rules;
import static dev.kqlift.document.Reading.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.source.Located;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlRuleReaderTest {
    private static final String QUERY = "query: |\n  T\n";

    @Test
    void everyFieldIsReadWithItsPlace() {
        RuleDocument rule = rule("r.yml", """
                id: 11111111-2222-3333-4444-555555555555
                name: 'Lamp left on'
                description: |
                  Two
                  lines
                severity: Low
                tactics:
                  - Impact
                  - Discovery
                relevantTechniques: [T1001, T1002]
                subTechniques: T1002.001
                version: 1.0.0
                queryFrequency: 1h
                queryPeriod: 2h
                triggerOperator: gt
                triggerThreshold: 0
                kind: Scheduled
                query: T
                """);
        RuleMetadata metadata = rule.metadata();

        assertThat(rule.kind()).isEqualTo(RuleKind.SCHEDULED);
        assertThat(metadata.id().orElseThrow().value()).isEqualTo("11111111-2222-3333-4444-555555555555");
        assertThat(metadata.name().orElseThrow().value()).isEqualTo("Lamp left on");
        assertThat(text(rule, metadata.name().orElseThrow().span())).isEqualTo("'Lamp left on'");
        assertThat(metadata.description().orElseThrow().value()).isEqualTo("Two\nlines\n");
        assertThat(metadata.severity().orElseThrow().value()).isEqualTo("Low");
        assertThat(values(metadata.tactics())).containsExactly("Impact", "Discovery");
        assertThat(values(metadata.techniques())).containsExactly("T1001", "T1002", "T1002.001");
        assertThat(text(rule, metadata.techniques().get(1).span())).isEqualTo("T1002");
        assertThat(metadata.version().orElseThrow().value()).isEqualTo("1.0.0");
        assertThat(metadata.queryFrequency().orElseThrow().value()).isEqualTo("1h");
        assertThat(metadata.queryPeriod().orElseThrow().value()).isEqualTo("2h");
        assertThat(metadata.triggerOperator().orElseThrow().value()).isEqualTo("gt");
        assertThat(metadata.triggerThreshold().orElseThrow().value()).isEqualTo("0");
        assertThat(codes(rule)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'kind: scheduled', SCHEDULED",
        "'kind: NRT', NRT",
        "'kind: nrt', NRT",
        "'kind: Hunting', HUNTING",
        "'kind: HUNTING', HUNTING",
        "'queryFrequency: 1h', SCHEDULED",
        "'name: x', HUNTING",
        "'queryFrequency:', SCHEDULED"
    })
    void kindIsWhatTheFileStatesAndElseFollowsFromTheFrequency(String line, RuleKind kind) {
        assertThat(rule("r.yaml", line + "\n" + QUERY).kind()).isEqualTo(kind);
    }

    @Test
    void eachDocumentOfAFileThatIsARuleIsOne() {
        List<RuleDocument> rules = rules("r.yaml", "---\nname: a\nquery: A\n---\nother: 1\n---\nname: b\nquery: B\n");

        assertThat(rules).extracting(rule -> query(rule).text()).containsExactly("A", "B");
    }

    @Test
    void duplicateKeyIsReportedAndTheLastCounts() {
        RuleDocument rule = rule("r.yaml", "name: first\nname: second\nx: {a: 1, a: 2}\n" + QUERY);

        assertThat(rule.metadata().name().orElseThrow().value()).isEqualTo("second");
        assertThat(codes(rule)).containsExactly("KD013", "KD013");
        assertThat(rule.diagnostics().get(1).span().start()).isEqualTo("name: first\n".length());
    }

    @Test
    void valueOfAnotherTypeIsPassedOverAndReported() {
        RuleDocument rule = rule("r.yaml", "name: [a]\ntactics: {b: c}\ntechniques:\n- T1\n- [x]\n-\n" + QUERY);

        assertThat(rule.metadata().name()).isEmpty();
        assertThat(values(rule.metadata().techniques())).containsExactly("T1");
        assertThat(codes(rule)).containsExactly("KD015", "KD015", "KD015");
    }

    @ParameterizedTest
    @CsvSource({"'', id", "'query:', query", "'query: |', |", "'query: [T]', [T]", "'query: \"  \"', '\"  \"'"})
    void ruleWithoutAQueryIsAnErrorAtThePlaceWhereItShouldBe(String line, String place) {
        RuleDocument rule = rule("r.yaml", "id: a\nname: b\nseverity: High\n" + line + "\n");

        assertThat(rule.query()).isEmpty();
        assertThat(codes(rule)).containsExactly("KD012");
        assertThat(at(rule, "KD012").strip()).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty",
        "'# only a comment', empty",
        "'- a', no mapping",
        "'just text', no mapping",
        "'services: {web: {}}', no `query`",
        "'{id: a, name: b, steps: []}', no `query`",
        "'{id: a, name: b, severity: Low, kind: Fusion}', without a query"
    })
    void otherYamlIsPassedOverWithAReason(String text, String reason) {
        assertThat(passedOver("r.yaml", text).reason()).contains(reason);
        assertThat(passedOver("r.yaml", text).diagnostic().code().name()).isEqualTo("KD014");
    }

    @Test
    void defenderDetectionIsReadFromYaml() {
        RuleDocument rule = rule("r.yaml", """
                id: "7"
                displayName: Kettle
                queryCondition:
                  queryText: |
                    T
                    | take 1
                schedule: {period: 1H}
                detectionAction:
                  alertTemplate:
                    title: Kettle boils
                    severity: medium
                    category: Execution
                    mitreTechniques: [T1059]
                    description: Steam
                """);

        assertThat(rule.kind()).isEqualTo(RuleKind.DEFENDER);
        assertThat(query(rule).text()).isEqualTo("T\n| take 1\n");
        assertThat(rule.metadata().name().orElseThrow().value()).isEqualTo("Kettle");
        assertThat(values(rule.metadata().tactics())).containsExactly("Execution");
        assertThat(values(rule.metadata().techniques())).containsExactly("T1059");
        assertThat(rule.metadata().queryFrequency().orElseThrow().value()).isEqualTo("1H");
    }

    @Test
    void mappingThatContainsItselfAndBombsOfAliasesEnd() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(rule("r.yaml", bomb + "self: &s {me: *s}\n" + QUERY).diagnostics())
                .isEmpty();
    }

    @Test
    void deepNestingIsRefusedAsBroken() {
        assertThat(passedOver("r.yaml", "x: " + "[".repeat(100_000))
                        .diagnostic()
                        .code()
                        .name())
                .isEqualTo("KD010");
    }

    private static List<String> values(List<Located<String>> located) {
        return located.stream().map(Located::value).toList();
    }
}
