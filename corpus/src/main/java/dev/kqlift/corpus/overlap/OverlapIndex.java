package dev.kqlift.corpus.overlap;

import dev.kqlift.analysis.CodePointOrder;
import dev.kqlift.analysis.Indicator;
import dev.kqlift.analysis.IndicatorKind;
import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.engine.AnalyzedRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Collects what the rules of a corpus look for, and counts them. Not safe for threads: one thread adds, then all may
 * ask.
 */
public final class OverlapIndex {
    private static final Comparator<OverlapEntry> ORDER = Comparator.comparing(
            OverlapEntry::row,
            Comparator.comparing(OverlapRow::field, CodePointOrder.COMPARATOR)
                    .thenComparing(row -> row.kind().word(), CodePointOrder.COMPARATOR)
                    .thenComparing(OverlapRow::negated)
                    .thenComparing(OverlapRow::value, CodePointOrder.COMPARATOR));

    private final Map<Sought, Seekers> sought = new HashMap<>();
    private final RuleRegister register = new RuleRegister();

    /** Adds a rule; a rule at a place that was added before is the same rule and counts no more. */
    public void add(AnalyzedRule rule) {
        add(rule.document(), rule.analysis());
    }

    /**
     * Adds a rule of which only the document and the analysis are kept.
     *
     * @return the number by which {@link #entries()} name the rule, ascending from 0; empty where its place was added before
     */
    public OptionalInt add(RuleDocument document, RuleAnalysis analysis) {
        int number = register.add(document);
        if (number < 0) {
            return OptionalInt.empty();
        }
        for (Indicator indicator : analysis.indicators()) {
            for (String value : indicator.values()) {
                sought.computeIfAbsent(new Sought(indicator.field(), indicator.kind(), value), key -> new Seekers())
                        .add(number, indicator.negated());
            }
        }
        return OptionalInt.of(number);
    }

    /** One row for each field, kind, negation and value, in that order, texts by code point. */
    public List<OverlapRow> rows() {
        return entries().stream().map(OverlapEntry::row).toList();
    }

    /** The rows with their rules. */
    public List<OverlapEntry> entries() {
        List<OverlapEntry> entries = new ArrayList<>(sought.size());
        for (Map.Entry<Sought, Seekers> entry : sought.entrySet()) {
            addEntry(entry.getKey(), false, entry.getValue().plain, entries);
            addEntry(entry.getKey(), true, entry.getValue().negated, entries);
        }
        entries.sort(ORDER);
        return List.copyOf(entries);
    }

    private void addEntry(Sought key, boolean negated, RuleNumbers numbers, List<OverlapEntry> entries) {
        if (numbers.size() > 0) {
            OverlapRow row = new OverlapRow(
                    key.field, key.kind, negated, key.value, numbers.size(), register.countFiles(numbers));
            entries.add(new OverlapEntry(row, numbers.toList()));
        }
    }

    /**
     * How many rules of the corpus other than {@code rule} look for a value, negated or not. The rule itself is left
     * out
     * where it is part of the corpus: the rule at its place, and copies of it elsewhere, which have its GUID.
     */
    public int countOthers(AnalyzedRule rule, String field, IndicatorKind kind, String value) {
        return Optional.ofNullable(sought.get(new Sought(field, kind, value)))
                .map(seekers -> seekers.countWithout(register.numbersOf(rule.document())))
                .orElse(0);
    }

    private record Sought(String field, IndicatorKind kind, String value) {}

    private static final class Seekers {
        private final RuleNumbers plain = new RuleNumbers();
        private final RuleNumbers negated = new RuleNumbers();

        void add(int number, boolean isNegated) {
            (isNegated ? negated : plain).add(number);
        }

        int countWithout(RuleNumbers left) {
            int count = 0;
            for (int i = 0; i < plain.size(); i++) {
                count += left.contains(plain.get(i)) ? 0 : 1;
            }
            for (int i = 0; i < negated.size(); i++) {
                int number = negated.get(i);
                count += left.contains(number) || plain.contains(number) ? 0 : 1;
            }
            return count;
        }
    }
}
