package dev.kqlift.reports.site;

import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.lint.CheckInfo;
import dev.kqlift.lint.Finding;
import dev.kqlift.lint.LintPage;
import dev.kqlift.reports.site.view.CodesPage;
import dev.kqlift.reports.site.view.FindingsPage;
import dev.kqlift.reports.site.view.Link;
import freemarker.core.TemplateHTMLOutputModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What the checks found, by code. */
final class CodePages {
    private static final int ON_A_PAGE = 500;

    private final CorpusFacts facts;
    private final RuleRows rows;
    private final SiteLinks links;
    private final Map<String, Found> byCode = new TreeMap<>();

    private static final int FAMILY = 2;

    /** What is known of one code. */
    private record Found(CheckInfo check, List<Place> places, int[] notChecked) {
        long rules() {
            return places.stream().map(place -> place.rule.slug()).distinct().count();
        }
    }

    private record Place(RuleFacts rule, Finding finding) {}

    CodePages(CorpusFacts facts, SiteLinks links) {
        this.facts = facts;
        this.rows = RuleRows.in(facts.rules());
        this.links = links;
        for (RuleFacts rule : facts.rules()) {
            rule.lint()
                    .findings()
                    .forEach(finding -> found(finding.check()).places.add(new Place(rule, finding)));
            rule.lint().notChecked().forEach(not -> found(not.check()).notChecked[0]++);
        }
    }

    private Found found(CheckInfo check) {
        return byCode.computeIfAbsent(check.code(), code -> new Found(check, new ArrayList<>(), new int[1]));
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        Page.Part part = Page.Part.FINDINGS;
        pages.add(new Page(part.path(), "codes", part.title(), part, this::overview));
        for (Found found : byCode.values()) {
            Sheets<Place> sheets = Sheets.of("findings/" + found.check.code(), found.places, ON_A_PAGE);
            String title = found.check.code() + " " + name(found.check);
            for (int i = 0; i < sheets.sheets().size(); i++) {
                int number = i;
                pages.add(new Page(sheets.path(i), "findings", title, part, () -> page(found, sheets, number)));
            }
        }
        return pages;
    }

    private static String name(CheckInfo check) {
        return check.name().replace('-', ' ');
    }

    private CodesPage overview() {
        List<CodesPage.Row> codes = byCode.values().stream()
                .map(found -> new CodesPage.Row(
                        found.check.code(),
                        name(found.check),
                        found.check.code() + ".html",
                        found.check.category().title(),
                        Words.severity(found.check.severity()),
                        Numbers.some(found.places.size()),
                        Numbers.some(found.rules()),
                        Numbers.some(found.notChecked[0])))
                .toList();
        long passed = sum(rule -> rule.lint().passed());
        long failed = sum(rule -> rule.lint().failed());
        long open = sum(rule -> rule.lint().notChecked().size());
        String lead = "Over all rules " + Numbers.of(passed, "check") + " passed, " + Numbers.text(failed)
                + " found something and " + Numbers.text(open) + " could not be made.";
        return new CodesPage(lead, codes);
    }

    private long sum(ToLongFunction<RuleFacts> number) {
        return facts.rules().stream().mapToLong(number).sum();
    }

    private FindingsPage page(Found found, Sheets<Place> sheets, int number) {
        List<FindingsPage.Row> places =
                sheets.sheets().get(number).stream().map(this::row).toList();
        String lead = Numbers.of(found.places.size(), "finding") + " in " + Numbers.of(found.rules(), "rule")
                + (found.notChecked[0] == 0
                        ? "."
                        : "; could not be checked on " + Numbers.of(found.notChecked[0], "rule") + ".");
        return new FindingsPage(
                found.check.code(),
                name(found.check),
                lead,
                number == 0 ? explanation(found.check) : null,
                places,
                sheets.pager(number));
    }

    private FindingsPage.Row row(Place place) {
        RuleFacts rule = place.rule;
        int line = rule.document()
                .file()
                .text()
                .position(place.finding.span().start())
                .line();
        return new FindingsPage.Row(
                new Link(RuleRows.title(rule), "../" + links.rule(rule) + "#findings"),
                rows.shortPath(rule) + ":" + line,
                Words.severity(place.finding.severity()),
                Messages.parts(place.finding.message()));
    }

    /** Nothing for a whole family of diagnostics, which stands for checks that could not be made and has no page. */
    private static @Nullable TemplateHTMLOutputModel explanation(CheckInfo check) {
        if (check.code().length() == FAMILY) {
            return null;
        }
        Optional<DiagnosticCode> diagnostic = Arrays.stream(DiagnosticCode.values())
                .filter(code -> code.name().equals(check.code()))
                .findFirst();
        String page = diagnostic.map(DiagnosticCode::explanation).orElseGet(() -> LintPage.of(check));
        // The page's own title stands above it already.
        return MarkdownHtml.of(page.startsWith("# ") ? page.substring(page.indexOf('\n') + 1) : page);
    }
}
