package dev.kqlift.reports.site;

import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.reports.site.view.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All pages of a site. */
final class SitePlan {
    private final CorpusFacts facts;
    private final SiteLinks links;

    SitePlan(CorpusFacts facts, SiteLinks links) {
        this.facts = facts;
        this.links = links;
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        pages.addAll(new StartPages(facts, links).pages());
        pages.addAll(new RulePages(facts, links).pages());
        pages.addAll(new FieldPages(facts, links).pages());
        pages.addAll(new TablePages(facts).pages());
        pages.addAll(new AttackPages(facts, links).pages());
        pages.addAll(new CodePages(facts, links).pages());
        pages.addAll(new TranslationPages(facts).pages());
        pages.addAll(new DuplicatePages(facts).pages());
        return pages;
    }

    /** What stands around a page. */
    Frame frame(Page page) {
        List<Frame.Tab> tabs = Arrays.stream(Page.Part.values())
                .map(part -> new Frame.Tab(part.title(), page.root() + part.path(), part == page.part()))
                .toList();
        String summary = Numbers.of(facts.rules().size(), "rule") + ", ATT&CK " + facts.attackVersion();
        return new Frame(page.title(), page.root(), tabs, summary);
    }
}
