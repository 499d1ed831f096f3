package dev.kqlift.reports.site;

import dev.kqlift.corpus.facts.IndicatorFact;
import dev.kqlift.corpus.facts.RuleFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the rules of a corpus look for in one field, on as few pages as stay small.
 *
 * @param rules how many rules look for one of its values
 */
record FieldGroup(String field, Sheets<IndicatorFact> sheets, int rules) {
    /** How many values and links to rules a page has at most, where one value does not have more. */
    private static final int MOST_ON_A_PAGE = 600;

    /** How many rules are named with a value. */
    static final int MOST_RULES = 100;

    /** The groups in the order of the indicators. */
    static List<FieldGroup> of(List<IndicatorFact> indicators) {
        Map<String, List<IndicatorFact>> byField = new LinkedHashMap<>();
        for (IndicatorFact indicator : indicators) {
            byField.computeIfAbsent(indicator.field(), field -> new ArrayList<>())
                    .add(indicator);
        }
        Slugs slugs = new Slugs("index");
        List<FieldGroup> groups = new ArrayList<>();
        byField.forEach((field, values) -> groups.add(new FieldGroup(
                field,
                Sheets.of("indicators/" + slugs.next(field), values, MOST_ON_A_PAGE, FieldGroup::weight),
                rules(values))));
        return groups;
    }

    int values() {
        return sheets.sheets().stream().mapToInt(List::size).sum();
    }

    private static int weight(IndicatorFact indicator) {
        return 1 + Math.min(indicator.rules().size(), MOST_RULES);
    }

    private static int rules(List<IndicatorFact> values) {
        Set<String> slugs = new HashSet<>();
        for (IndicatorFact value : values) {
            for (RuleFacts rule : value.rules()) {
                slugs.add(rule.slug());
            }
        }
        return slugs.size();
    }
}
