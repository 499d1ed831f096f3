package dev.kqlift.reports.site;

import dev.kqlift.analysis.Indicator;
import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.corpus.facts.TableFact;
import dev.kqlift.reports.site.view.Fact;
import dev.kqlift.reports.site.view.TablePage;
import dev.kqlift.reports.site.view.TablesPage;
import dev.kqlift.reports.text.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tables that rules read. */
final class TablePages {
    private static final int TABLES_ON_A_PAGE = 500;
    private static final int RULES_ON_A_PAGE = 250;
    private static final int MOST_COLUMNS = 60;

    private final CorpusFacts facts;
    private final RuleRows rows;

    TablePages(CorpusFacts facts) {
        this.facts = facts;
        this.rows = RuleRows.in(facts.rules());
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        Page.Part part = Page.Part.TABLES;
        List<TableFact> byRules = facts.tables().stream()
                .sorted(Comparator.comparing((TableFact table) -> -table.rules().size()))
                .toList();
        Sheets<TableFact> sheets = Sheets.of("tables/index", byRules, TABLES_ON_A_PAGE);
        for (int i = 0; i < sheets.sheets().size(); i++) {
            int number = i;
            pages.add(new Page(sheets.path(i), "tables", part.title(), part, () -> overview(sheets, number)));
        }
        for (TableFact table : facts.tables()) {
            Sheets<RuleFacts> rules = Sheets.of("tables/" + table.slug(), table.rules(), RULES_ON_A_PAGE);
            for (int i = 0; i < rules.sheets().size(); i++) {
                int number = i;
                String title = Printable.line(table.name());
                pages.add(new Page(rules.path(i), "table", title, part, () -> page(table, rules, number)));
            }
        }
        return pages;
    }

    private TablesPage overview(Sheets<TableFact> sheets, int number) {
        List<TablesPage.Row> tables = sheets.sheets().get(number).stream()
                .map(table -> new TablesPage.Row(
                        Printable.line(table.name()),
                        table.slug() + ".html",
                        Numbers.text(table.rules().size()),
                        table.known()))
                .toList();
        String lead = Numbers.of(facts.tables().size(), "table") + " that the queries read.";
        return new TablesPage(lead, tables, sheets.pager(number));
    }

    private TablePage page(TableFact table, Sheets<RuleFacts> rules, int number) {
        String lead = Numbers.of(table.rules().size(), "rule") + " read it. "
                + (table.known() ? "Its columns are known." : "Its columns are not known.");
        return new TablePage(
                Printable.line(table.name()),
                lead,
                number == 0 ? columns(table) : List.of(),
                rows.of(rules.sheets().get(number), "../"),
                rules.pager(number));
    }

    /** The columns that rules test, with how many do, most tested first. */
    private static List<Fact> columns(TableFact table) {
        String start = table.name() + ".";
        Map<String, Integer> counts = new TreeMap<>();
        for (RuleFacts rule : table.rules()) {
            Set<String> tested = new HashSet<>();
            for (Indicator indicator : rule.analysis().indicators()) {
                indicator.columns().stream()
                        .filter(name -> name.startsWith(start))
                        .forEach(tested::add);
            }
            tested.forEach(name -> counts.merge(name.substring(start.length()), 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue()))
                .limit(MOST_COLUMNS)
                .map(entry -> new Fact(Printable.line(entry.getKey()), Numbers.text(entry.getValue())))
                .toList();
    }
}
