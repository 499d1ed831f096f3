package dev.kqlift.reports.site;

import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.reports.site.view.DuplicatesPage;
import java.util.ArrayList;
import java.util.List;

/** Rules whose queries are equal but for layout and comments. */
final class DuplicatePages {
    private static final int ROWS_ON_A_PAGE = 250;

    private final CorpusFacts facts;
    private final RuleRows rows;

    DuplicatePages(CorpusFacts facts) {
        this.facts = facts;
        this.rows = RuleRows.in(facts.rules());
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        Page.Part part = Page.Part.DUPLICATES;
        Sheets<List<RuleFacts>> sheets = Sheets.of("duplicates/index", facts.duplicates(), ROWS_ON_A_PAGE, List::size);
        for (int i = 0; i < sheets.sheets().size(); i++) {
            int number = i;
            pages.add(new Page(sheets.path(i), "duplicates", part.title(), part, () -> page(sheets, number)));
        }
        return pages;
    }

    private DuplicatesPage page(Sheets<List<RuleFacts>> sheets, int number) {
        List<DuplicatesPage.Group> groups = new ArrayList<>();
        int before = sheets.sheets().stream().limit(number).mapToInt(List::size).sum();
        for (List<RuleFacts> group : sheets.sheets().get(number)) {
            String title = "Group " + (before + groups.size() + 1) + ": " + Numbers.of(group.size(), "rule");
            groups.add(new DuplicatesPage.Group(title, rows.of(group, "../")));
        }
        String lead = Numbers.of(facts.duplicates().size(), "group")
                + " of rules whose queries are equal but for layout and comments.";
        return new DuplicatesPage(lead, groups, sheets.pager(number));
    }
}
