package dev.kqlift.document;

import static dev.kqlift.document.Reading.at;
import static dev.kqlift.document.Reading.codes;
import static dev.kqlift.document.Reading.inFile;
import static dev.kqlift.document.Reading.passedOver;
import static dev.kqlift.document.Reading.position;
import static dev.kqlift.document.Reading.query;
import static dev.kqlift.document.Reading.rule;
import static dev.kqlift.document.Reading.rules;
import static dev.kqlift.document.Reading.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.source.Located;
import dev.kqlift.source.Position;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRuleReaderTest {
    private static final String GUID = "0a0b0c0d-1111-2222-3333-444455556666";

    @Test
    void analyticsRuleOfATemplateIsReadWithItsPlaces() {
        RuleDocument rule = rule("t.json", """
                {
                  "$schema": "x", "parameters": {"workspace": {"type": "String"}},
                  "resources": [ {
                    "id": "[concat(resourceId('x', '99999999-1111-2222-3333-444455556666'), '/alertRules/%s')]",
                    "name": "[concat(parameters('workspace'),'/Microsoft.SecurityInsights/other')]",
                    "type": "Microsoft.OperationalInsights/workspaces/providers/alertRules",
                    "kind": "Scheduled",
                    "properties": {
                      "displayName": "[[draft] Door open", "severity": "Medium", "enabled": true,
                      "query": "T\\n| where a == \\"\\u00e9\\ud83d\\ude00z\\"\\r\\n| take 1",
                      "queryFrequency": "PT1H", "queryPeriod": "P1D",
                      "triggerOperator": "GreaterThan", "triggerThreshold": 3,
                      "tactics": ["Impact"], "techniques": ["T1001"], "subTechniques": ["T1001.002"]
                    }
                  } ]
                }
                """.formatted(GUID));
        RuleMetadata metadata = rule.metadata();

        assertThat(rule.kind()).isEqualTo(RuleKind.ARM);
        assertThat(query(rule).text()).isEqualTo("T\n| where a == \"é\uD83D\uDE00z\"\r\n| take 1");
        assertThat(position(rule, "T")).isEqualTo(new Position(10, 17));
        assertThat(position(rule, "where")).isEqualTo(new Position(10, 22));
        assertThat(inFile(rule, "take 1")).isEqualTo("take 1");
        assertThat(inFile(rule, "z")).isEqualTo("z");
        assertThat(metadata.id().orElseThrow().value()).isEqualTo(GUID);
        assertThat(metadata.name().orElseThrow().value()).isEqualTo("[draft] Door open");
        assertThat(text(rule, metadata.severity().orElseThrow().span())).isEqualTo("\"Medium\"");
        assertThat(values(metadata.techniques())).containsExactly("T1001", "T1001.002");
        assertThat(metadata.triggerThreshold().orElseThrow().value()).isEqualTo("3");
        assertThat(text(rule, metadata.triggerThreshold().orElseThrow().span())).isEqualTo("3");
        assertThat(codes(rule)).isEmpty();
    }

    @Test
    void nestedTemplatesChildResourcesAndNamedResourcesAreEntered() {
        List<RuleDocument> rules = rules("t.json", """
                {"resources": {
                  "first": {"type": "Microsoft.Resources/deployments", "properties": {"template": {"resources": [
                    {"type": "a/savedSearches", "name": "hunt", "properties": {"query": "A"}}]}}},
                  "second": {"type": "x/contentTemplates", "properties": {"mainTemplate": {"resources": [
                    {"type": "a/AlertRuleTemplates", "name": "s", "properties": {"query": "B"}}]}}},
                  "third": {"type": "x/workspaces", "resources": [
                    {"type": "whatever", "properties": {"alertRuleTemplateName": "tpl", "query": "C"}}]}
                }}
                """);

        assertThat(rules).extracting(rule -> query(rule).text()).containsExactly("A", "B", "C");
        assertThat(rules)
                .extracting(rule -> rule.metadata().id().orElseThrow().value())
                .containsExactly("hunt", "s", "tpl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"properties\": {\"query\": \"T\"}}",
                "[{\"properties\": {\"query\": \"T\"}}]",
                "// one\n{\"properties\": /* two */ {\"query\": \"T\",},}"
            })
    void resourceThatStandsAloneIsARule(String text) {
        assertThat(query(rule("t.json", text)).text()).isEqualTo("T");
    }

    @Test
    void stringOverSeveralLinesIsFollowed() {
        RuleDocument rule = rule("t.json", "{\"properties\": {\"query\": \"T\r\n\t| take 1\"}}");

        assertThat(query(rule).text()).isEqualTo("T\r\n\t| take 1");
        assertThat(position(rule, "take")).isEqualTo(new Position(2, 4));
    }

    @Test
    void variablesAndDefaultsOfParametersStandForThemselves() {
        List<RuleDocument> rules = rules("t.json", """
                {"variables": {"q": "Alpha"}, "parameters": {"p": {"defaultValue": "Beta"}},
                 "resources": [
                  {"type": "a/alertRules", "properties": {"query": "[variables('q')]"}},
                  {"type": "a/alertRules", "properties": {"query": "[parameters('p')]"}},
                  {"type": "a/alertRules", "properties": {"query": "[concat('x', 'y')]"}}]}
                """);

        assertThat(query(rules.get(0)).text()).isEqualTo("Alpha");
        assertThat(position(rules.get(0), "Alpha")).isEqualTo(new Position(1, 22));
        assertThat(query(rules.get(1)).text()).isEqualTo("Beta");
        assertThat(at(rules.get(2), "KD012")).isEqualTo("\"[concat('x', 'y')]\"");
    }

    @Test
    void queryThatBeginsWithABracketIsNoExpressionAndADoubledBracketIsOne() {
        assertThat(query(rule("t.json", "{\"properties\": {\"query\": \"['my table'] | where a[0]\"}}"))
                        .text())
                .isEqualTo("['my table'] | where a[0]");
        RuleDocument escaped = rule("t.json", "{\"properties\": {\"query\": \"[['my table'] | where a[0]\"}}");
        assertThat(query(escaped).text()).isEqualTo("['my table'] | where a[0]");
        assertThat(inFile(escaped, "my table")).isEqualTo("my table");
    }

    @Test
    void ruleResourceWithoutAQueryIsAnErrorUnlessItsKindHasNone() {
        RuleDocument rule = rule("t.json", """
                {"resources": [
                  {"type": "a/alertRules", "kind": "Fusion", "properties": {"enabled": true}},
                  {"type": "a/alertRules", "kind": "Scheduled", "properties": {"displayName": "x", "query": null}}]}
                """);

        assertThat(rule.metadata().name().orElseThrow().value()).isEqualTo("x");
        assertThat(at(rule, "KD012")).isEqualTo("\"query\"");
    }

    @Test
    void detectionsAreReadOneByOneFromAnArrayAndFromAPage() {
        String detection = """
                {"id": "7", "displayName": "Kettle", "queryCondition": {"queryText": "T\\n| take 1"},
                 "schedule": {"period": "24H"},
                 "detectionAction": {"alertTemplate": {"severity": "low", "category": "Execution",
                  "mitreTechniques": ["T1059"], "description": "d", "title": "t"}}}""";
        for (String text : List.of(detection, "[" + detection + "]", "{\"value\": [" + detection + "]}")) {
            RuleDocument rule = rule("d.json", text);
            assertThat(rule.kind()).isEqualTo(RuleKind.DEFENDER);
            assertThat(query(rule).text()).isEqualTo("T\n| take 1");
            assertThat(inFile(rule, "take 1")).isEqualTo("take 1");
            assertThat(rule.metadata().severity().orElseThrow().value()).isEqualTo("low");
            assertThat(values(rule.metadata().tactics())).containsExactly("Execution");
        }
    }

    @Test
    void detectionWithoutItsTextIsAnErrorAtTheCondition() {
        assertThat(at(rule("d.json", "{\"id\": 1, \"queryCondition\": {}}"), "KD012"))
                .isEqualTo("\"queryCondition\"");
        assertThat(at(rule("d.json", "{\"id\": 1, \"queryCondition\": 5}"), "KD012"))
                .isEqualTo("\"queryCondition\"");
    }

    @Test
    void duplicateKeyIsReportedOnceForAFile() {
        List<RuleDocument> rules = rules("t.json", """
                {"resources": [{"properties": {"query": "A", "query": "B"}}, {"properties": {"query": "C"}}]}""");

        assertThat(query(rules.get(0)).text()).isEqualTo("B");
        assertThat(codes(rules.get(0))).containsExactly("KD013");
        assertThat(codes(rules.get(1))).isEmpty();
    }

    @Test
    void brokenJsonIsAnErrorWhereItMentionsARuleAndPassedOverElsewhere() {
        RuleDocument rule = rule("t.json", "{\n \"type\": \"a/alertRules\",\n oops }");
        assertThat(codes(rule)).containsExactly("KD011");
        assertThat(rule.file()
                        .text()
                        .position(rule.diagnostics().getFirst().span().start())
                        .line())
                .isEqualTo(3);
        assertThat(rule.query()).isEmpty();

        for (String text : List.of("{\"a\": ", "{} {}", "[1, 2", "nonsense", "[".repeat(100_000))) {
            assertThat(passedOver("t.json", text).diagnostic().code().name()).isEqualTo("KD011");
            assertThat(passedOver("t.json", text).reason()).doesNotContain("REDACTED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "12", "{\"query\": \"T\"}", "{\"properties\": {\"query\": 5}}", "[[[]]]"})
    void otherJsonIsPassedOver(String text) {
        assertThat(passedOver("package.json", text).diagnostic().code().name()).isEqualTo("KD014");
    }

    private static List<String> values(List<Located<String>> located) {
        return located.stream().map(Located::value).toList();
    }
}
