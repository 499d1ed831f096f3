package dev.kqlift.reports.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.analysis.IndicatorKind;
import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.reports.site.view.CodeLine;
import dev.kqlift.reports.site.view.Excerpt;
import dev.kqlift.reports.site.view.Inline;
import dev.kqlift.reports.site.view.TextPart;
import dev.kqlift.source.Span;
import freemarker.core.HTMLOutputFormat;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small pieces of text that pages are made of. */
final class SiteTextTest {
    @ParameterizedTest
    @CsvSource({
        "see https://a.example/b., https://a.example/b",
        "(https://a.example/b), https://a.example/b",
        "https://a.example/b_(c) d, https://a.example/b_(c)",
        "<https://a.example>, https://a.example",
        "HTTPS://a.example, ''",
        "javascript:alert(1), ''",
        "https://, ''",
        "https://..., ''",
    })
    void onlyWebAddressesBecomeLinks(String text, String address) {
        List<String> links = WebAddress.parts(text).stream()
                .map(TextPart::href)
                .filter(href -> href != null)
                .toList();
        assertThat(links).isEqualTo(address.isEmpty() ? List.of() : List.of(address));
        assertThat(String.join(
                        "", WebAddress.parts(text).stream().map(TextPart::text).toList()))
                .isEqualTo(text);
    }

    @Test
    void codeInMessagesIsToldApart() {
        assertThat(Messages.parts("use `a` or `b c`, not `d"))
                .containsExactly(
                        new Inline("use ", false),
                        new Inline("a", true),
                        new Inline(" or ", false),
                        new Inline("b c", true),
                        new Inline(", not `d", false));
        assertThat(Messages.parts("")).isEmpty();
    }

    @Test
    void notesKeepNoMarkupOfTheirOwn() throws Exception {
        assertThat(HTMLOutputFormat.INSTANCE.getMarkupString(
                        MarkdownHtml.of("<b>x</b> [a](data:text/html,x) ![b](https://c.example/d.png)")))
                .isEqualTo("<p>&lt;b&gt;x&lt;/b&gt; a <a href=\"https://c.example/d.png\" "
                        + "rel=\"noopener noreferrer nofollow\">b</a></p>\n");
    }

    @Test
    void wordsAreCutWhereLettersAndDigitsEnd() {
        TreeSet<String> words = new TreeSet<>();
        WordIndex.split("Status.additionalDetails_[0] C:\\Tmp\\a-b.EXE Ünï " + "x".repeat(90), words);
        assertThat(words)
                .containsExactly(
                        "0", "a", "additionaldetails", "b", "c", "exe", "status", "tmp", "x".repeat(40), "ünï");
        assertThat(WordIndex.key("status")).isEqualTo("st");
        assertThat(WordIndex.key("ünï")).isEqualTo("_n");
        assertThat(WordIndex.key("a")).isEqualTo("a_");
    }

    @Test
    void pagesOfAListAreNamedApartFromOtherLists() {
        Sheets<Integer> sheets = Sheets.of("x/a", List.of(1, 2, 3, 4, 5), 2);
        assertThat(sheets.sheets()).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
        assertThat(sheets.path(1)).isEqualTo("x/a--2.html");
        assertThat(sheets.pager(1).previous()).isEqualTo("a.html");
        assertThat(sheets.pager(2).next()).isNull();
        assertThat(Sheets.of("x/a", List.<Integer>of(), 2).sheets()).hasSize(1);
        Slugs slugs = new Slugs("index");
        assertThat(List.of(slugs.next("Index"), slugs.next("A b"), slugs.next("a--b"), slugs.next("§")))
                .containsExactly("index-2", "a-b", "a-b-2", "other");
    }

    @Test
    void linesOfAQueryHaveTheNumbersOfTheFile() {
        RuleFacts rule = rule("a.yaml", "name: x\nquery: |\n\n  T\n  | where a == \"b\"\nkind: NRT\n");
        Listing listing = new Listing(rule);
        String file = rule.document().file().text().text();
        int place = file.indexOf("\"b\"");
        listing.mark(new Span(place, place + 3), new LineMarks.Mark("x", 1, new CodeLine.Marker("l", "s", "t", "#f")));
        List<CodeLine> lines = listing.lines();
        assertThat(lines).extracting(CodeLine::number).containsExactly("3", "4", "5");
        assertThat(lines).extracting(CodeLine::anchor).containsExactly("L3", "L4", "L5");
        assertThat(lines.getLast().markers()).hasSize(1);
        assertThat(listing.excerpt(new Span(place, place + 3)))
                .isEqualTo(new Excerpt("5", "#L5", "| where a == ", "\"b\"", ""));
        assertThat(listing.excerpt(new Span(0, 4))).isEqualTo(new Excerpt("1", null, "", "name", ": x"));
        assertThat(listing.note()).isEmpty();
    }

    @Test
    void linesOfAQueryOnOneLineOfTheFileAreToldApart() {
        String text = "{\"resources\":[{\"type\":\"Microsoft.SecurityInsights/alertRules\",\"kind\":\"Scheduled\","
                + "\"properties\":{\"displayName\":\"x\",\"query\":\"T\\n| where a == 1\\n| take 5\"}}]}";
        RuleFacts rule = rule("a.json", text);
        Listing listing = new Listing(rule);
        assertThat(listing.lines()).extracting(CodeLine::anchor).containsExactly("L1", "L1-2", "L1-3");
        assertThat(listing.lines()).extracting(CodeLine::number).containsExactly("1", "", "");
        assertThat(listing.note()).isNotEmpty();
        int place = text.indexOf("take");
        assertThat(listing.excerpt(new Span(place, place + 4)))
                .isEqualTo(new Excerpt("1", "#L1-3", "| ", "take", " 5"));
    }

    private static RuleFacts rule(String path, String text) {
        return SiteFixture.of(path, text).rules().getFirst();
    }

    @Test
    void copiesOfARuleAreTheRuleItself() {
        String rule =
                "id: 1c2f1f0a-7f0c-4a55-9a3e-0d3b4b9c8a01\nname: x\nquery: SigninLogs | where ResultType == \"7\"\n";
        CorpusFacts facts = SiteFixture.of(List.of(
                new SiteFixture.File("a.yaml", rule),
                new SiteFixture.File("b.yaml", rule),
                new SiteFixture.File("c.yaml", "name: y\nquery: SigninLogs | where ResultType != \"7\"\n"),
                new SiteFixture.File("d.yaml", "name: z\nquery: SigninLogs | where ResultType == \"7\"\n")));
        OtherRules others = new OtherRules(facts.rules(), facts.indicators());
        RuleFacts first = facts.rules().getFirst();
        assertThat(others.count(first, "ResultType", IndicatorKind.EQ, "7")).isEqualTo(1);
        assertThat(others.count(facts.rules().getLast(), "ResultType", IndicatorKind.EQ, "7"))
                .isEqualTo(2);
    }
}
