package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.source.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two rules with one id: the one that is deployed later takes the place of the other. */
@RuleInfo(code = "KL801", name = "duplicate-rule-id", category = LintCategory.CORPUS, severity = Severity.ERROR)
final class DuplicateRuleId implements LintRule, OnCorpus {
    /** Template expressions are the same text in many files and different values. */
    private static final String GUID = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

    @Override
    public CorpusCollector collector() {
        return new Collector();
    }

    private static final class Collector implements CorpusCollector {
        private final Map<String, List<CorpusRule>> rules = new LinkedHashMap<>();

        @Override
        public void add(LintSubject rule, RuleContext context) {
            rule.document()
                    .metadata()
                    .id()
                    .filter(id -> id.value().matches(GUID))
                    .ifPresent(id -> rules.computeIfAbsent(key(id), key -> new ArrayList<>())
                            .add(new CorpusRule(context, id.span())));
        }

        private static String key(Located<String> id) {
            return id.value().toLowerCase(Locale.ROOT);
        }

        @Override
        public void finish() {
            rules.forEach((id, same) -> {
                for (CorpusRule rule : same) {
                    List<CorpusRule> others = rule.others(same);
                    if (!others.isEmpty()) {
                        rule.report(
                                        "the id is that of " + CorpusRule.count(others, "another rule", "other rules")
                                                + " as well",
                                        others,
                                        "the same id")
                                .help("give the rule an id of its own");
                    }
                }
            });
        }
    }
}
