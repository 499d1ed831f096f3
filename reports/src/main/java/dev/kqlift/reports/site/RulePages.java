package dev.kqlift.reports.site;

import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.IndicatorFact;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.corpus.facts.RuleNotes;
import dev.kqlift.corpus.facts.SimilarRule;
import dev.kqlift.corpus.facts.TableFact;
import dev.kqlift.reports.site.view.Link;
import dev.kqlift.reports.site.view.RulePage;
import dev.kqlift.reports.text.Printable;
import dev.kqlift.source.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pages of the rules. */
final class RulePages {
    private static final int MOST_SIMILAR = 12;
    private static final int MOST_SHARED = 8;

    private final CorpusFacts facts;
    private final SiteLinks links;
    private final OtherRules others;
    private final Map<String, TableFact> tables = new HashMap<>();
    private final Map<String, List<RuleFacts>> duplicates = new HashMap<>();

    RulePages(CorpusFacts facts, SiteLinks links) {
        this.facts = facts;
        this.links = links;
        this.others = new OtherRules(facts.rules(), facts.indicators());
        facts.tables().forEach(table -> tables.put(table.name(), table));
        facts.duplicates().forEach(group -> group.forEach(rule -> duplicates.put(rule.slug(), group)));
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < facts.rules().size(); i++) {
            RuleFacts rule = facts.rules().get(i);
            List<SimilarRule> similar =
                    i < facts.similar().size() ? facts.similar().get(i) : List.of();
            pages.add(new Page(
                    links.rule(rule), "rule", RuleRows.title(rule), Page.Part.RULES, () -> page(rule, similar)));
        }
        return pages;
    }

    private RulePage page(RuleFacts rule, List<SimilarRule> similar) {
        Listing listing = new Listing(rule);
        RuleHead head = new RuleHead(rule, links);
        QueryRows query = new QueryRows(rule, listing);
        FindingRows said = new FindingRows(rule, listing, links);
        // Before the listing's lines are asked for: these put the signs beside them.
        List<RulePage.Finding> findings = said.findings();
        List<RulePage.Translated> translations = said.translations();
        List<RulePage.Output> outputs = query.outputs();
        boolean folded = QueryRows.isFolded(outputs);
        RulePage page = new RulePage(
                RuleRows.title(rule),
                rule.document()
                        .metadata()
                        .severity()
                        .map(stated -> Words.ruleSeverity(Printable.line(stated.value())))
                        .orElse(null),
                rule.document().kind().word(),
                RuleRows.place(rule),
                List.of(),
                rule.document()
                        .metadata()
                        .description()
                        .map(Located::value)
                        .map(text -> WebAddress.parts(unquoted(text.strip())))
                        .orElse(List.of()),
                head.facts(),
                head.other(),
                head.attack(),
                head.tables(tables),
                head.connectors(),
                rule.analysis().functions().stream().map(Printable::line).toList(),
                listing.lines(),
                listing.note(),
                query.parameters(),
                query.knobs(),
                query.stages(),
                query.indicators(links, others),
                folded
                        ? outputs.stream()
                                .filter(row -> !QueryRows.isPassed(row))
                                .toList()
                        : outputs,
                folded ? outputs.stream().filter(QueryRows::isPassed).toList() : List.of(),
                folded ? QueryRows.passedNote(outputs) : null,
                rule.analysis().open(),
                query.mappings(),
                said.checks(),
                findings,
                said.notChecked(),
                translations,
                similar(similar),
                copies(rule),
                notes(rule.notes()));
        return page.withContents(RuleContents.of(page));
    }

    /** It is a habit to put a description between single quotes inside a block, where they are part of the text. */
    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    private List<RulePage.Similar> similar(List<SimilarRule> similar) {
        List<RulePage.Similar> rows = new ArrayList<>();
        for (SimilarRule other : similar.subList(0, Math.min(MOST_SIMILAR, similar.size()))) {
            List<RulePage.Shared> shared =
                    other.shared().stream().limit(MOST_SHARED).map(this::shared).toList();
            rows.add(new RulePage.Similar(
                    link(other.rule()),
                    Math.round(other.score() * 100) + " %",
                    shared,
                    other.shared().size() - shared.size()));
        }
        return rows;
    }

    private RulePage.Shared shared(IndicatorFact fact) {
        return new RulePage.Shared(
                Printable.line(fact.field()),
                Words.kind(fact.kind(), fact.negated()),
                Printable.line(fact.value()),
                "../" + links.value(fact),
                Numbers.of(fact.rules().size(), "rule"));
    }

    private List<Link> copies(RuleFacts rule) {
        return duplicates.getOrDefault(rule.slug(), List.of()).stream()
                .filter(other -> !other.slug().equals(rule.slug()))
                .map(this::link)
                .toList();
    }

    private Link link(RuleFacts rule) {
        return new Link(RuleRows.title(rule), "../" + links.rule(rule));
    }

    private static List<RulePage.Section> notes(RuleNotes notes) {
        return notes.sections().stream()
                .map(section ->
                        new RulePage.Section(Printable.line(section.heading()), MarkdownHtml.of(section.text())))
                .toList();
    }
}
