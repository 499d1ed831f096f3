package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;

/** Two rules that run the same query: each event alerts twice. */
@RuleInfo(code = "KL803", name = "same-query", category = LintCategory.CORPUS, severity = Severity.WARNING)
final class SameQuery implements LintRule, OnCorpus {
    @Override
    public CorpusCollector collector() {
        return new Collector();
    }

    private static final class Collector implements CorpusCollector {
        private final AlikeRules<String> rules = new AlikeRules<>();

        @Override
        public void add(LintSubject rule, RuleContext context) {
            if (rule.syntax().isEmpty()) {
                context.notChecked(
                        rule.document().query().isEmpty() ? "the rule has no query" : "the query does not parse");
                return;
            }
            String query = NormalQuery.of(rule.syntax().get());
            if (NormalQuery.isTelling(query)) {
                rules.add(query, CorpusRule.ofQuery(context));
            }
        }

        @Override
        public void finish() {
            rules.report("query", "keep one of the rules, or make their queries differ in what they look for");
        }
    }
}
