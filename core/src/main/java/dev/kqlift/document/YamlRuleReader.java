package dev.kqlift.document;

import dev.kqlift.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads Sentinel and Defender rules in YAML: each document of the file that is a rule. */
final class YamlRuleReader implements RuleReader {
    @Override
    public ReadOutcome read(SourceFile file) {
        return switch (YamlLoader.load(file.text().text())) {
            case Loaded.Roots(List<Loaded.Root> roots) -> rules(file, roots);
            case Loaded.Broken(Diagnostic diagnostic) -> recovered(file, diagnostic);
        };
    }

    private static ReadOutcome rules(SourceFile file, List<Loaded.Root> roots) {
        List<RuleDocument> documents = new ArrayList<>();
        String reason = "the YAML is empty";
        for (Loaded.Root root : roots) {
            if (!(root.value() instanceof Datum.Mapping mapping)) {
                reason = "the YAML is no mapping";
            } else if (DefenderRules.matches(mapping)) {
                documents.add(DefenderRules.read(file, mapping, root.diagnostics()));
            } else if (SentinelRules.matches(mapping)) {
                documents.add(SentinelRules.read(file, mapping, root.diagnostics()));
            } else if (SentinelRules.hasKindWithoutQuery(mapping)) {
                reason = "a rule of this kind runs without a query";
            } else {
                reason = "the YAML has no `query` and no keys of a rule";
            }
        }
        return documents.isEmpty() ? NotARule.because(reason) : new ReadOutcome.Rules(documents);
    }

    private static ReadOutcome recovered(SourceFile file, Diagnostic diagnostic) {
        Optional<RuleDocument> document = BrokenYaml.recover(file, diagnostic);
        return document.isPresent() ? new ReadOutcome.Rules(List.of(document.get())) : NotARule.because(diagnostic);
    }
}
