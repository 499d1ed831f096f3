package dev.kqlift.lint;

import dev.kqlift.analysis.Indicator;
import dev.kqlift.analysis.IndicatorKind;
import dev.kqlift.diagnostics.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A rule that looks for nothing that another one does not look for too. */
@RuleInfo(code = "KL804", name = "contained-indicators", category = LintCategory.CORPUS, severity = Severity.NOTE)
final class ContainedIndicators implements LintRule, OnCorpus {
    /** Fewer values are shared by rules that have nothing else in common. */
    private static final int LEAST_VALUES = 5;

    @Override
    public CorpusCollector collector() {
        return new Collector();
    }

    /** A value that a rule looks for. */
    private record Sought(String field, IndicatorKind kind, boolean negated, String value) {}

    private record Entry(CorpusRule rule, Set<Sought> sought, List<String> tables, String query) {}

    private static final class Collector implements CorpusCollector {
        private final List<Entry> entries = new ArrayList<>();
        private final Map<Sought, List<Integer>> seekers = new HashMap<>();

        @Override
        public void add(LintSubject rule, RuleContext context) {
            if (rule.syntax().isEmpty()) {
                context.notChecked(
                        rule.document().query().isEmpty() ? "the rule has no query" : "the query does not parse");
                return;
            }
            Set<Sought> sought = new LinkedHashSet<>();
            for (Indicator indicator : rule.analysis().indicators()) {
                for (String value : indicator.values()) {
                    sought.add(new Sought(indicator.field(), indicator.kind(), indicator.negated(), value));
                }
            }
            for (Sought value : sought) {
                seekers.computeIfAbsent(value, key -> new ArrayList<>()).add(entries.size());
            }
            String query = NormalQuery.of(rule.syntax().get());
            entries.add(new Entry(
                    CorpusRule.ofQuery(context), sought, rule.analysis().tables(), query));
        }

        @Override
        public void finish() {
            for (int i = 0; i < entries.size(); i++) {
                Entry entry = entries.get(i);
                if (entry.sought.size() >= LEAST_VALUES) {
                    List<CorpusRule> others = containing(i);
                    if (!others.isEmpty()) {
                        String count = CorpusRule.count(others, "another rule looks", "other rules look");
                        entry.rule
                                .report(
                                        count + " for all " + entry.sought.size()
                                                + " values of this rule as well, in the same fields",
                                        others,
                                        "looks for them too")
                                .help("see whether one of the rules does the work of both");
                    }
                }
            }
        }

        private List<CorpusRule> containing(int index) {
            Entry entry = entries.get(index);
            List<CorpusRule> containing = new ArrayList<>();
            for (int other : rarest(entry.sought)) {
                Entry candidate = entries.get(other);
                boolean another = other != index
                        && !candidate.rule.isCopyOf(entry.rule)
                        && !candidate.query.equals(entry.query)
                        && family(candidate) == family(entry);
                if (another
                        && candidate.sought.containsAll(entry.sought)
                        && candidate.tables.containsAll(entry.tables)) {
                    containing.add(candidate.rule);
                }
            }
            return containing;
        }

        private static RuleFamily family(Entry entry) {
            return RuleFamily.of(entry.rule.document().kind());
        }

        /** The rules that look for the value which the fewest rules look for. */
        private List<Integer> rarest(Set<Sought> sought) {
            List<Integer> rarest = List.of();
            for (Sought value : sought) {
                List<Integer> found = seekers.getOrDefault(value, List.of());
                if (rarest.isEmpty() || found.size() < rarest.size()) {
                    rarest = found;
                }
            }
            return rarest;
        }
    }
}
