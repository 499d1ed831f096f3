package dev.kqlift.document;

import static dev.kqlift.document.Reading.at;
import static dev.kqlift.document.Reading.codes;
import static dev.kqlift.document.Reading.passedOver;
import static dev.kqlift.document.Reading.position;
import static dev.kqlift.document.Reading.query;
import static dev.kqlift.document.Reading.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.source.Located;
import dev.kqlift.source.Position;
import org.junit.jupiter.api.Test;

class BrokenYamlTest {
    @Test
    void queryIsCutOutByItsIndentationAndTheMetadataReadLineByLine() {
        RuleDocument rule = rule("r.yaml", """
                id: 'abc' # the id
                name: Broken: twice
                kind: NRT
                tactics:
                  - Impact
                  - "Discovery"
                relevantTechniques: [T1, 'T2']
                query: |
                  T
                    | where a == 1

                  | take 1

                version: 1.0.0
                """);

        assertThat(query(rule).text()).isEqualTo("T\n  | where a == 1\n\n| take 1\n");
        assertThat(position(rule, "take")).isEqualTo(new Position(12, 5));
        assertThat(rule.kind()).isEqualTo(RuleKind.NRT);
        assertThat(rule.metadata().id().orElseThrow().value()).isEqualTo("abc");
        assertThat(rule.metadata().name().orElseThrow().value()).isEqualTo("Broken: twice");
        assertThat(rule.metadata().tactics()).extracting(Located::value).containsExactly("Impact", "Discovery");
        assertThat(rule.metadata().techniques()).extracting(Located::value).containsExactly("T1", "T2");
        assertThat(rule.metadata().version().orElseThrow().value()).isEqualTo("1.0.0");
        assertThat(codes(rule)).containsExactly("KD010", "KD018");
        assertThat(rule.diagnostics())
                .extracting(found -> found.severity())
                .containsExactly(Severity.WARNING, Severity.NOTE);
        assertThat(rule.file()
                        .text()
                        .position(rule.diagnostics().getFirst().span().start())
                        .line())
                .isEqualTo(2);
    }

    @Test
    void tabsThatYamlRefusesAreIndentationToo() {
        RuleDocument rule = rule("r.yaml", "name: n\nquery: |\n\tT\r\n\t| take 1\r\n\t\t| x\nseverity: Low\n");

        assertThat(query(rule).text()).isEqualTo("T\n| take 1\n\t| x\n");
        assertThat(position(rule, "x")).isEqualTo(new Position(5, 5));
        assertThat(rule.metadata().severity().orElseThrow().value()).isEqualTo("Low");
    }

    @Test
    void foldedBlockIsFoldedInRecoveryToo() {
        RuleDocument rule = rule("r.yaml", "name: a: b\nquery: >-\n  T\n  | take 1\n");

        assertThat(query(rule).text()).isEqualTo("T | take 1\n");
    }

    @Test
    void lineThatFallsOutOfTheBlockIsAWarningBecauseItMayBelongToTheQuery() {
        RuleDocument rule = rule("r.yaml", "name: n\nquery: |\n  T\n| where lost\n  | take 1\nseverity: Low\n");

        assertThat(query(rule).text()).isEqualTo("T\n");
        assertThat(at(rule, "KD018")).isEqualTo("| where lost");
        assertThat(rule.diagnostics().getLast().severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void defenderQueryIsCutOutBelowItsKey() {
        RuleDocument rule =
                rule("r.yaml", "displayName: a: b\nqueryCondition:\n  queryText: |\n    T\n    | take 1\n  other: x\n");

        assertThat(rule.kind()).isEqualTo(RuleKind.DEFENDER);
        assertThat(query(rule).text()).isEqualTo("T\n| take 1\n");
        assertThat(rule.metadata().name().orElseThrow().value()).isEqualTo("a: b");
    }

    @Test
    void ruleWhoseQueryCannotBeCutOutIsAnErrorWithThePlaceOfTheBreak() {
        String name = "name: \uD83D\uDE00 \uD83D\uDE00: x: y\n";
        RuleDocument rule = rule("r.yaml", "id: a\n" + name + "severity: Low\nquery: T: x: y\n");

        assertThat(rule.query()).isEmpty();
        assertThat(codes(rule)).containsExactly("KD010");
        assertThat(rule.diagnostics().getFirst().severity()).isEqualTo(Severity.ERROR);
        assertThat(rule.file()
                        .text()
                        .position(rule.diagnostics().getFirst().span().start()))
                .isEqualTo(new Position(2, 12));
        assertThat(rule.metadata().severity().orElseThrow().value()).isEqualTo("Low");
    }

    @Test
    void brokenYamlThatIsNoRuleIsPassedOverAsBroken() {
        assertThat(passedOver("chart.yaml", "{{ if .Values.x }}\na: b: c\n")
                        .diagnostic()
                        .code()
                        .name())
                .isEqualTo("KD010");
    }

    @Test
    void characterThatYamlForbidsIsShown() {
        RuleDocument rule = rule("r.yaml", "name: n\nquery: |\n  T // \u0001\n  | take 1\n");

        assertThat(query(rule).text()).isEqualTo("T // \u0001\n| take 1\n");
        assertThat(at(rule, "KD010")).isEqualTo("\u0001");
    }
}
