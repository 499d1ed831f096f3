package dev.kqlift.corpus.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.analysis.Indicator;
import dev.kqlift.analysis.IndicatorKind;
import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleKind;
import dev.kqlift.document.RuleMetadata;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Located;
import dev.kqlift.source.SourceText;
import dev.kqlift.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverlapIndexTest {
    private static final String GUID = "0a0b0c0d-1111-2222-3333-444455556666";

    private final OverlapIndex index = new OverlapIndex();

    @Test
    void ruleThatLooksTwiceForAValueCountsOnceAndSoDoesAFile() {
        Indicator cmd = indicator("FileName", IndicatorKind.EQ, false, "cmd.exe", "cmd.exe");
        index.add(rule("a.md", 0, "", cmd, cmd));
        index.add(rule("a.md", 50, "", cmd));
        index.add(rule("b.kql", 0, "", cmd));

        assertThat(index.rows()).containsExactly(new OverlapRow("FileName", IndicatorKind.EQ, false, "cmd.exe", 3, 2));
    }

    @Test
    void rowsAreSortedByFieldKindNegationAndValueInCodePointOrder() {
        index.add(rule(
                "a.kql",
                0,
                "",
                indicator("b", IndicatorKind.MATCH, false, "x"),
                indicator("a", IndicatorKind.STARTS_WITH, false, "x"),
                indicator("a", IndicatorKind.CONTAINS, true, "x"),
                indicator("a", IndicatorKind.CONTAINS, false, "\uFF5E", "\uD83D\uDE00", "z", "Z"),
                indicator("B", IndicatorKind.IS_NULL, false)));

        assertThat(index.rows())
                .extracting(row -> row.field() + " " + row.kind().word() + " " + row.negated() + " " + row.value())
                .containsExactly(
                        "a contains false Z",
                        "a contains false z",
                        "a contains false \uFF5E",
                        "a contains false \uD83D\uDE00",
                        "a contains true x",
                        "a starts_with false x",
                        "b match false x");
    }

    @Test
    void othersAreTheRulesBesideTheOneAskedForNegatedOrNot() {
        Indicator plain = indicator("f", IndicatorKind.IN, false, "v");
        Indicator negated = indicator("f", IndicatorKind.IN, true, "v");
        AnalyzedRule first = rule("a.kql", 0, "", plain, negated);
        index.add(first);
        index.add(rule("b.kql", 0, "", plain, negated));
        index.add(rule("c.kql", 0, "", negated));
        AnalyzedRule outside = rule("elsewhere/a.kql", 0, "", plain);

        assertThat(index.countOthers(first, "f", IndicatorKind.IN, "v")).isEqualTo(2);
        assertThat(index.countOthers(outside, "f", IndicatorKind.IN, "v")).isEqualTo(3);
        assertThat(index.countOthers(outside, "f", IndicatorKind.EQ, "v")).isZero();
        assertThat(index.countOthers(outside, "f", IndicatorKind.IN, "V")).isZero();
    }

    @Test
    void ruleKnowsItselfByAnotherSpellingOfItsPathAndItsCopyByTheGuid() {
        Indicator plain = indicator("f", IndicatorKind.IN, false, "v");
        index.add(rule("corpus/a.yaml", 4, GUID, plain));
        index.add(rule("corpus/b.yaml", 4, "same name", plain));

        assertThat(others(rule("./corpus/../corpus/a.yaml", 4, GUID, plain))).isEqualTo(1);
        assertThat(others(rule("copy.yaml", 9, GUID.toUpperCase(Locale.ROOT), plain)))
                .isEqualTo(1);
        assertThat(others(rule("copy.yaml", 9, "same name", plain))).isEqualTo(2);
    }

    @Test
    void ruleThatIsAddedTwiceCountsOnce() {
        Indicator plain = indicator("f", IndicatorKind.IN, false, "v");
        index.add(rule("a.kql", 0, "", plain));
        index.add(rule("./a.kql", 0, "", plain));

        assertThat(index.rows()).extracting(OverlapRow::rules).containsExactly(1);
    }

    private int others(AnalyzedRule rule) {
        return index.countOthers(rule, "f", IndicatorKind.IN, "v");
    }

    private static Indicator indicator(String field, IndicatorKind kind, boolean negated, String... values) {
        return new Indicator(field, kind, List.of(values), negated, Optional.empty(), List.of());
    }

    private static AnalyzedRule rule(String path, int place, String id, Indicator... indicators) {
        RuleMetadata none = RuleMetadata.EMPTY;
        RuleMetadata metadata = new RuleMetadata(
                id.isEmpty() ? Optional.empty() : Optional.of(new Located<>(id, Span.at(0))),
                none.name(),
                none.severity(),
                none.tactics(),
                none.techniques(),
                none.description(),
                none.version(),
                none.queryFrequency(),
                none.queryPeriod(),
                none.triggerOperator(),
                none.triggerThreshold());
        SourceFile file = new SourceFile(path, SourceText.of("T"), List.of());
        RuleDocument document = new RuleDocument(
                file, RuleKind.QUERY, metadata, Optional.of(EmbeddedText.contiguous("T", place)), List.of());
        RuleAnalysis analysis =
                new RuleAnalysis(List.of(), List.of(), List.of(), List.of(), List.of(indicators), List.of(), false);
        return new AnalyzedRule(document, Optional.empty(), analysis, List.of());
    }
}
