package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import dev.kqlift.source.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two rules with one name: nobody can tell their incidents apart. */
@RuleInfo(
        code = "KL802",
        name = "duplicate-rule-name",
        category = LintCategory.CORPUS,
        severity = Severity.WARNING,
        kinds = {RuleKind.SCHEDULED, RuleKind.NRT, RuleKind.ARM, RuleKind.DEFENDER})
final class DuplicateRuleName implements LintRule, OnCorpus {
    @Override
    public CorpusCollector collector() {
        return new Collector();
    }

    private static final class Collector implements CorpusCollector {
        private final Map<Key, List<CorpusRule>> rules = new LinkedHashMap<>();

        private record Key(RuleFamily family, String name) {}

        @Override
        public void add(LintSubject rule, RuleContext context) {
            rule.document()
                    .metadata()
                    .name()
                    .filter(name -> !isComputed(name.value()))
                    .ifPresent(name -> rules.computeIfAbsent(key(rule, name), key -> new ArrayList<>())
                            .add(new CorpusRule(context, name.span())));
        }

        /** A template expression is the same text in many files and another name in each. */
        private static boolean isComputed(String name) {
            return name.isBlank() || name.strip().startsWith("[");
        }

        private static Key key(LintSubject rule, Located<String> name) {
            return new Key(
                    RuleFamily.of(rule.document().kind()), name.value().strip().toLowerCase(Locale.ROOT));
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
                        rule.report("the name is that of " + count + " as well", others, "the same name")
                                .help("say in the name what tells the rules apart");
                    }
                }
            }
        }
    }
}
