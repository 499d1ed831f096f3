package dev.kqlift.reports.site;

import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.reports.site.view.TargetBar;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.Translation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The translations of all rules by target and fidelity. */
final class TargetBars {
    private static final int WIDTH = 1000;

    private TargetBars() {}

    /** The numbers by target, in the order of the translations, and by fidelity, best first. */
    static Map<String, Map<Fidelity, List<RuleFacts>>> byTarget(List<RuleFacts> rules) {
        Map<String, Map<Fidelity, List<RuleFacts>>> targets = new LinkedHashMap<>();
        for (RuleFacts rule : rules) {
            for (Translation translation : rule.translations()) {
                targets.computeIfAbsent(translation.target(), target -> empty())
                        .computeIfAbsent(translation.fidelity(), fidelity -> new ArrayList<>())
                        .add(rule);
            }
        }
        return targets;
    }

    private static Map<Fidelity, List<RuleFacts>> empty() {
        Map<Fidelity, List<RuleFacts>> counts = new LinkedHashMap<>();
        for (Fidelity fidelity : Fidelity.values()) {
            counts.put(fidelity, new ArrayList<>());
        }
        return counts;
    }

    /** The path of the list of the rules with a fidelity, without its extension. */
    static String stem(String target, Fidelity fidelity) {
        return "translations/" + target + "-" + fidelity.word();
    }

    static List<TargetBar> of(List<RuleFacts> rules, String root) {
        List<TargetBar> bars = new ArrayList<>();
        byTarget(rules).forEach((target, counts) -> bars.add(bar(target, counts, root)));
        return bars;
    }

    private static TargetBar bar(String target, Map<Fidelity, List<RuleFacts>> counts, String root) {
        int all = counts.values().stream().mapToInt(List::size).sum();
        List<TargetBar.Part> parts = new ArrayList<>();
        int before = 0;
        for (Fidelity fidelity : Fidelity.values()) {
            int count = counts.getOrDefault(fidelity, List.of()).size();
            int start = Math.round((float) WIDTH * before / all);
            before += count;
            int end = Math.round((float) WIDTH * before / all);
            if (count > 0) {
                parts.add(new TargetBar.Part(
                        fidelity.word(),
                        "fid-" + fidelity.word(),
                        Numbers.text(count),
                        root + stem(target, fidelity) + ".html",
                        start,
                        end - start));
            }
        }
        return new TargetBar(target, root + Page.Part.TRANSLATIONS.path(), parts);
    }
}
