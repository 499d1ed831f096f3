package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import java.util.Locale;

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
        private final AlikeRules<String> rules = new AlikeRules<>();

        @Override
        public void add(LintSubject rule, RuleContext context) {
            rule.document()
                    .metadata()
                    .name()
                    .filter(name -> !isComputed(name.value()))
                    .ifPresent(name -> rules.add(
                            name.value().strip().toLowerCase(Locale.ROOT), new CorpusRule(context, name.span())));
        }

        /** A template expression is the same text in many files and another name in each. */
        private static boolean isComputed(String name) {
            return name.isBlank() || name.strip().startsWith("[");
        }

        @Override
        public void finish() {
            rules.report("name", "say in the name what tells the rules apart");
        }
    }
}
