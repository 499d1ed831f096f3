package dev.kqlift.reports.site;

import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.IndicatorFact;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.reports.site.view.FieldPage;
import dev.kqlift.reports.site.view.FieldsPage;
import dev.kqlift.reports.site.view.Link;
import dev.kqlift.reports.text.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What rules look for: the fields, and the values of each with the rules. */
final class FieldPages {
    private static final int FIELDS_ON_A_PAGE = 500;
    private static final int MOST_SHARED = 40;
    private static final int FIRST_RULES = 3;

    private final CorpusFacts facts;
    private final SiteLinks links;

    FieldPages(CorpusFacts facts, SiteLinks links) {
        this.facts = facts;
        this.links = links;
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        Page.Part part = Page.Part.INDICATORS;
        List<FieldGroup> byRules = links.fields().stream()
                .sorted(Comparator.comparing((FieldGroup group) -> -group.rules()))
                .toList();
        Sheets<FieldGroup> sheets = Sheets.of("indicators/index", byRules, FIELDS_ON_A_PAGE);
        for (int i = 0; i < sheets.sheets().size(); i++) {
            int number = i;
            pages.add(new Page(sheets.path(i), "fields", part.title(), part, () -> overview(sheets, number)));
        }
        for (FieldGroup group : links.fields()) {
            for (int i = 0; i < group.sheets().sheets().size(); i++) {
                int number = i;
                String title = Printable.line(group.field());
                pages.add(new Page(group.sheets().path(i), "field", title, part, () -> page(group, number)));
            }
        }
        return pages;
    }

    private FieldsPage overview(Sheets<FieldGroup> sheets, int number) {
        List<FieldsPage.Field> fields = sheets.sheets().get(number).stream()
                .map(group -> new FieldsPage.Field(
                        Printable.line(group.field()),
                        "../" + group.sheets().path(0),
                        Numbers.text(group.values()),
                        Numbers.text(group.rules())))
                .toList();
        String lead = Numbers.of(facts.indicators().size(), "value") + " in "
                + Numbers.of(links.fields().size(), "field")
                + ". A value counts once for each field, kind of test and negation.";
        return new FieldsPage(lead, number == 0 ? shared() : List.of(), fields, sheets.pager(number));
    }

    private List<FieldsPage.Shared> shared() {
        return facts.indicators().stream()
                .filter(fact -> fact.rules().size() > 1)
                .sorted(Comparator.comparing(
                        (IndicatorFact fact) -> -fact.rules().size()))
                .limit(MOST_SHARED)
                .map(fact -> new FieldsPage.Shared(
                        Printable.line(fact.field()),
                        Words.kind(fact.kind(), fact.negated()),
                        Printable.line(fact.value()),
                        "../" + links.value(fact),
                        Numbers.text(fact.rules().size())))
                .toList();
    }

    private FieldPage page(FieldGroup group, int number) {
        List<FieldPage.Value> values =
                group.sheets().sheets().get(number).stream().map(this::value).toList();
        String lead = Numbers.of(group.values(), "value") + " in " + Numbers.of(group.rules(), "rule") + ".";
        return new FieldPage(
                Printable.line(group.field()), lead, values, group.sheets().pager(number));
    }

    private FieldPage.Value value(IndicatorFact fact) {
        List<Link> rules = fact.rules().stream()
                .limit(FieldGroup.MOST_RULES)
                .map(this::link)
                .toList();
        int cut = rules.size() <= FIRST_RULES + 1 ? rules.size() : FIRST_RULES;
        int more = fact.rules().size() - cut;
        return new FieldPage.Value(
                fact.slug(),
                Words.kind(fact.kind(), fact.negated()),
                Printable.line(fact.value()),
                Numbers.text(fact.rules().size()),
                Numbers.text(fact.files()),
                rules.subList(0, cut),
                rules.subList(cut, rules.size()),
                more);
    }

    private Link link(RuleFacts rule) {
        return new Link(RuleRows.title(rule), "../" + links.rule(rule));
    }
}
