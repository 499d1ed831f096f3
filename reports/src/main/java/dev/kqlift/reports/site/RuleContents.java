package dev.kqlift.reports.site;

import dev.kqlift.reports.site.view.Link;
import dev.kqlift.reports.site.view.RulePage;
import java.util.ArrayList;
import java.util.List;

/** The table of contents of a rule's page: its parts that are not empty. */
final class RuleContents {
    private final List<Link> links = new ArrayList<>();

    private RuleContents() {}

    static List<Link> of(RulePage page) {
        RuleContents contents = new RuleContents();
        contents.add("Notes", "notes", page.notes().size());
        contents.add("MITRE ATT&CK", "attack", page.attack().size());
        contents.add(
                "Data sources",
                "sources",
                page.tables().size() + page.connectors().size());
        contents.add("Query", "query", page.listing().size());
        contents.add("Parameters", "parameters", page.parameters().size());
        contents.add("Tuning", "tuning", page.knobs().size());
        contents.add("Stages", "stages", page.stages().size());
        contents.add("Indicators", "indicators", page.indicators().size());
        contents.add(
                "Output fields",
                "outputs",
                page.outputs().size() + page.passed().size());
        contents.add("Entities and details", "mappings", page.mappings().size());
        contents.add("Findings", "findings", page.findings().size());
        contents.add("Translations", "translations", page.translations().size());
        contents.add(
                "Same action",
                "similar",
                page.similar().size() + page.duplicates().size());
        contents.add("Further keys", "other", page.other().size());
        return contents.links;
    }

    private void add(String title, String anchor, int size) {
        if (size > 0 || anchor.equals("findings")) {
            links.add(new Link(title, "#" + anchor));
        }
    }
}
