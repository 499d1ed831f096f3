package dev.kqlift.reports.site;

import dev.kqlift.corpus.facts.CorpusFacts;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.reports.site.view.Fact;
import dev.kqlift.reports.site.view.RuleListPage;
import dev.kqlift.reports.site.view.TranslationsPage;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.Translation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The translations of all rules by target and fidelity, and what stands in the way of better ones. */
final class TranslationPages {
    private static final int ON_A_PAGE = 250;

    private final CorpusFacts facts;
    private final RuleRows rows;

    TranslationPages(CorpusFacts facts) {
        this.facts = facts;
        this.rows = RuleRows.in(facts.rules());
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        Page.Part part = Page.Part.TRANSLATIONS;
        pages.add(new Page(part.path(), "translations", part.title(), part, this::overview));
        TargetBars.byTarget(facts.rules())
                .forEach((target, counts) -> counts.forEach((fidelity, rules) -> add(pages, target, fidelity, rules)));
        return pages;
    }

    private void add(List<Page> pages, String target, Fidelity fidelity, List<RuleFacts> rules) {
        if (rules.isEmpty()) {
            return;
        }
        Sheets<RuleFacts> sheets = Sheets.of(TargetBars.stem(target, fidelity), rules, ON_A_PAGE);
        String title = target + ": " + fidelity.word();
        for (int i = 0; i < sheets.sheets().size(); i++) {
            int number = i;
            pages.add(new Page(
                    sheets.path(i),
                    "rules",
                    title,
                    Page.Part.TRANSLATIONS,
                    () -> new RuleListPage(
                            title,
                            Numbers.of(rules.size(), "rule") + ". " + Words.promise(fidelity),
                            rows.of(sheets.sheets().get(number), "../"),
                            sheets.pager(number))));
        }
    }

    private TranslationsPage overview() {
        List<Fact> promises = Arrays.stream(Fidelity.values())
                .map(fidelity -> new Fact(fidelity.word(), Words.promise(fidelity)))
                .toList();
        String lead = Numbers.of(facts.rules().size(), "rule") + " by target and fidelity.";
        return new TranslationsPage(lead, TargetBars.of(facts.rules(), "../"), promises, reasons());
    }

    private record Reason(String target, DiagnosticCode code, Fidelity effect) {}

    private List<TranslationsPage.Reason> reasons() {
        Map<Reason, Integer> counts = new LinkedHashMap<>();
        for (RuleFacts rule : facts.rules()) {
            for (Translation translation : rule.translations()) {
                translation.notes().stream()
                        .map(note -> new Reason(translation.target(), note.code(), note.effect()))
                        .distinct()
                        .forEach(reason -> counts.merge(reason, 1, Integer::sum));
            }
        }
        return counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Reason, Integer> entry) -> -entry.getValue())
                        .thenComparing(entry -> entry.getKey().target())
                        .thenComparing(entry -> entry.getKey().code())
                        .thenComparing(entry -> entry.getKey().effect()))
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static TranslationsPage.Reason row(Reason reason, int rules) {
        return new TranslationsPage.Reason(
                reason.target(),
                reason.code().name(),
                reason.code().title(),
                Words.fidelity(reason.effect()),
                Numbers.text(rules));
    }
}
