package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two rules that run the same query: each event alerts twice. */
@RuleInfo(code = "KL803", name = "same-query", category = LintCategory.CORPUS, severity = Severity.WARNING)
final class SameQuery implements LintRule, OnCorpus {
    @Override
    public CorpusCollector collector() {
        return new Collector();
    }

    private static final class Collector implements CorpusCollector {
        private final Map<Key, List<CorpusRule>> rules = new LinkedHashMap<>();

        private record Key(RuleFamily family, String query) {}

        @Override
        public void add(LintSubject rule, RuleContext context) {
            if (rule.syntax().isEmpty()) {
                context.notChecked(
                        rule.document().query().isEmpty() ? "the rule has no query" : "the query does not parse");
                return;
            }
            String query = NormalQuery.of(rule.syntax().get());
            if (NormalQuery.isTelling(query)) {
                rules.computeIfAbsent(new Key(RuleFamily.of(rule.document().kind()), query), key -> new ArrayList<>())
                        .add(CorpusRule.ofQuery(context));
            }
        }

        @Override
        public void finish() {
            for (List<CorpusRule> same : rules.values()) {
                for (CorpusRule rule : same) {
                    List<CorpusRule> others = rule.others(same).stream()
                            .filter(other -> !rule.isCopyOf(other))
                            .toList();
                    if (!others.isEmpty()) {
                        String count = CorpusRule.count(others, "another rule", "other rules");
                        rule.report("the query is that of " + count + " as well", others, "the same query")
                                .help("keep one of the rules, or make their queries differ in what they look for");
                    }
                }
            }
        }
    }
}
