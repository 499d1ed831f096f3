package dev.kqlift.reports.site;

import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.reports.site.view.RuleListPage;
import dev.kqlift.reports.site.view.StartPage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The first page, and the list of all rules for readers without JavaScript. */
final class StartPages {
    private static final int ON_START = 50;
    private static final int ON_A_PAGE = 250;

    private final CorpusFacts facts;
    private final RuleRows rows;
    private final SiteLinks links;

    StartPages(CorpusFacts facts, SiteLinks links) {
        this.facts = facts;
        this.rows = RuleRows.in(facts.rules());
        this.links = links;
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        pages.add(new Page("index.html", "start", "Rules", Page.Part.RULES, this::start));
        Sheets<RuleFacts> sheets = Sheets.of("all/rules", facts.rules(), ON_A_PAGE);
        for (int i = 0; i < sheets.sheets().size(); i++) {
            int number = i;
            pages.add(new Page(
                    sheets.path(i),
                    "rules",
                    "All rules",
                    Page.Part.RULES,
                    () -> new RuleListPage(
                            "All rules",
                            Numbers.of(facts.rules().size(), "rule") + ", by path.",
                            rows.of(sheets.sheets().get(number), "../"),
                            sheets.pager(number))));
        }
        return pages;
    }

    private StartPage start() {
        List<RuleFacts> first =
                facts.rules().subList(0, Math.min(ON_START, facts.rules().size()));
        return new StartPage(
                figures(),
                TargetBars.of(facts.rules(), ""),
                rows.of(first, ""),
                "all/rules.html",
                "1–" + Numbers.text(first.size()) + " of "
                        + Numbers.text(facts.rules().size()));
    }

    private List<StartPage.Figure> figures() {
        List<StartPage.Figure> figures = new ArrayList<>();
        add(figures, "rules", facts.rules().size(), "all/rules.html", "");
        long parsed = sum(rule -> rule.fingerprint().isPresent() ? 1 : 0);
        add(figures, "parsed", parsed, null, "");
        add(figures, "tables", facts.tables().size(), Page.Part.TABLES.path(), "");
        add(figures, "indicators", facts.indicators().size(), Page.Part.INDICATORS.path(), "");
        long techniques = facts.rules().stream()
                .flatMap(rule -> rule.attack().stream())
                .map(attack -> attack.technique())
                .filter(technique -> links.technique(technique).isPresent())
                .distinct()
                .count();
        add(figures, "techniques", techniques, Page.Part.ATTACK.path(), "");
        add(figures, "duplicate groups", facts.duplicates().size(), Page.Part.DUPLICATES.path(), "");
        for (Severity severity : Severity.values()) {
            long count = sum(rule -> RuleRows.findings(rule, severity));
            String label = "finding" + (count == 1 ? "" : "s") + ": " + severity.word();
            add(figures, label, count, Page.Part.FINDINGS.path(), "is-" + severity.word());
        }
        add(figures, "checks passed", sum(rule -> rule.lint().passed()), Page.Part.FINDINGS.path(), "is-yes");
        add(figures, "checks failed", sum(rule -> rule.lint().failed()), Page.Part.FINDINGS.path(), "is-error");
        long open = sum(rule -> rule.lint().notChecked().size());
        add(figures, "checks not made", open, Page.Part.FINDINGS.path(), "is-open");
        return figures;
    }

    private long sum(ToLongFunction<RuleFacts> number) {
        return facts.rules().stream().mapToLong(number).sum();
    }

    private static void add(
            List<StartPage.Figure> figures, String label, long number, @Nullable String href, String look) {
        figures.add(new StartPage.Figure(label, Numbers.text(number), href, look));
    }
}
