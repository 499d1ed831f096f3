package dev.kqlift.corpus.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.analysis.IndicatorKind;
import dev.kqlift.corpus.overlap.OverlapIndex;
import dev.kqlift.corpus.overlap.OverlapRow;
import dev.kqlift.engine.AnalyzedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CorpusFactsBuilderTest {
    private static final String SEARCH =
            "DeviceProcessEvents | where FileName == 'contosotool.exe' and " + "ProcessCommandLine has '--unseal'";

    @Test
    void indicatorsAreTheRowsOfOverlap() {
        List<AnalyzedRule> rules = new ArrayList<>();
        rules.addAll(Samples.compile("a.kql", SEARCH));
        rules.addAll(Samples.compile("b.kql", SEARCH + " | where FileName !in ('x', 'y')"));
        rules.addAll(
                Samples.compile("c.md", "# One\n```kql\n" + SEARCH + "\n```\n# Two\n```kql\n" + SEARCH + "\n```\n"));
        rules.addAll(Samples.compile("./a.kql", SEARCH));
        OverlapIndex index = new OverlapIndex();
        rules.forEach(index::add);

        CorpusFacts facts = Samples.corpus(rules.stream().map(Samples::facts).toArray(RuleFacts[]::new));

        assertThat(facts.indicators().stream()
                        .map(fact -> new OverlapRow(
                                fact.field(),
                                fact.kind(),
                                fact.negated(),
                                fact.value(),
                                fact.rules().size(),
                                fact.files()))
                        .toList())
                .isEqualTo(index.rows())
                .isNotEmpty();
        assertThat(facts.rules()).hasSize(5);
    }

    @Test
    void slugsAreUniqueAndThoseOfEqualTitlesDoNotDependOnEachOther() {
        RuleFacts first = Samples.query("a/Größe der Last.kql", "SigninLogs");
        RuleFacts second = Samples.query("b/grosse-DER-last.kql", "AuditLogs");
        RuleFacts third = Samples.query("c/Große der Last.kql", "AuditLogs | take 1");
        List<String> all = slugs(first, second, third);

        assertThat(all).doesNotHaveDuplicates().allMatch(slug -> slug.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(all.getFirst()).isEqualTo("gro-e-der-last");
        assertThat(slugs(first, third).getLast()).isEqualTo(all.getLast());
        assertThat(slugs(Samples.query("СЛОВО.kql", "SigninLogs"))).containsExactly("rule");
        assertThat(slugs(Samples.query("con.kql", "SigninLogs"))).containsExactly("con-rule");
    }

    private static List<String> slugs(RuleFacts... rules) {
        return Samples.corpus(rules).rules().stream().map(RuleFacts::slug).toList();
    }

    @Test
    void duplicatesAreRulesWithOneFingerprint() {
        CorpusFacts facts = Samples.corpus(
                Samples.query("a.kql", SEARCH),
                Samples.query("b.kql", "AuditLogs"),
                Samples.query("c.kql", "// again", SEARCH));

        assertThat(facts.duplicates())
                .singleElement()
                .satisfies(
                        group -> assertThat(group).extracting(RuleFacts::title).containsExactly("a", "c"));
    }

    @Test
    void tablesAreListedWithTheirReadersAndWhetherTheyAreKnown() {
        CorpusFacts facts = Samples.corpus(
                Samples.query("a.kql", "SigninLogs | join (Contoso_CL) on $left.CorrelationId == $right.Id_s"),
                Samples.query("b.kql", "SigninLogs"));

        assertThat(facts.tables())
                .extracting(fact ->
                        fact.name() + " " + fact.known() + " " + fact.rules().size())
                .containsExactly("Contoso_CL false 1", "SigninLogs true 2");
    }

    @Test
    void rulesAreSimilarByWhatFewLookForAndNotByWhatManyDo() {
        List<RuleFacts> rules = new ArrayList<>();
        rules.add(Samples.query("one.kql", "DeviceProcessEvents | where FileName == 'contosotool.exe'"));
        rules.add(Samples.query("two.kql", "DeviceProcessEvents | where FileName in ('contosotool.exe', 'b.exe')"));
        IntStream.range(0, 8)
                .forEach(i -> rules.add(Samples.query(
                        "common" + i + ".kql",
                        "SigninLogs | where ResultType == '0' and AppDisplayName == 'app" + i + "'")));
        CorpusFacts facts = Samples.corpus(rules.toArray(RuleFacts[]::new));

        assertThat(facts.similar()).hasSameSizeAs(rules);
        SimilarRule two = facts.similar().getFirst().getFirst();
        assertThat(facts.similar().getFirst()).hasSize(1);
        assertThat(two.rule().title()).isEqualTo("two");
        assertThat(two.score()).isBetween(0.2, 0.8);
        assertThat(two.shared()).extracting(IndicatorFact::value).containsExactly("contosotool.exe");
        assertThat(facts.similar().subList(2, 10)).allMatch(List::isEmpty);
    }

    @Test
    void whatIsLeftOutAndComparisonsOfNumbersMakeNoRulesSimilar() {
        String query = "SigninLogs | where UserPrincipalName != 'svc@contoso.example' and ConditionalAccessStatus "
                + "!in ('x1', 'x2') | summarize n = count() by IPAddress | where n > 17";
        CorpusFacts facts = Samples.corpus(Samples.query("a.kql", query), Samples.query("b.kql", query));

        assertThat(facts.indicators()).extracting(IndicatorFact::kind).contains(IndicatorKind.NE, IndicatorKind.GT);
        assertThat(facts.similar()).allMatch(List::isEmpty);
    }
}
