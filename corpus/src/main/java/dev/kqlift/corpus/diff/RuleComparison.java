package dev.kqlift.corpus.diff;

import dev.kqlift.analysis.OutputField;
import dev.kqlift.corpus.facts.MappingFact;
import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.lint.Finding;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares a rule with what it was. */
final class RuleComparison {
    private RuleComparison() {}

    static RuleChange compare(PlacedRule before, PlacedRule after) {
        RuleFacts old = before.rule();
        RuleFacts now = after.rule();
        return new RuleChange(
                before,
                after,
                query(old, now),
                MetadataComparison.compare(old, now),
                Delta.of(mappings(old), mappings(now)),
                Delta.of(
                        SoughtValue.of(old.analysis().indicators()),
                        SoughtValue.of(now.analysis().indicators())),
                Delta.of(old.analysis().tables(), now.analysis().tables()),
                Delta.of(names(old), names(now)),
                retyped(old, now),
                Delta.of(findings(old), findings(now)));
    }

    private static RuleChange.QueryChange query(RuleFacts old, RuleFacts now) {
        if (text(old).equals(text(now))) {
            return RuleChange.QueryChange.NONE;
        }
        return old.fingerprint().isPresent() && old.fingerprint().equals(now.fingerprint())
                ? RuleChange.QueryChange.TEXT
                : RuleChange.QueryChange.MEANING;
    }

    /** Line ends and the blanks at both ends depend on the file, not on the query. */
    private static String text(RuleFacts rule) {
        return rule.document()
                .query()
                .map(EmbeddedText::text)
                .map(text -> text.replace("\r\n", "\n").strip())
                .orElse("");
    }

    private static List<String> mappings(RuleFacts rule) {
        List<String> mappings = new ArrayList<>();
        for (MappingFact fact : rule.mappings()) {
            switch (fact.use()) {
                case ENTITY ->
                    mappings.add("entity " + fact.group() + (fact.name().isEmpty() ? "" : "." + fact.name()) + " = "
                            + fact.column());
                case CUSTOM_DETAIL -> mappings.add("custom detail " + fact.group() + " = " + fact.column());
                // The texts that they stand in are compared as metadata.
                case ALERT_DETAIL -> {}
            }
        }
        return mappings;
    }

    private static List<String> names(RuleFacts rule) {
        return rule.analysis().outputFields().stream().map(OutputField::name).toList();
    }

    private static List<FieldChange> retyped(RuleFacts old, RuleFacts now) {
        Map<String, KqlType> types = new LinkedHashMap<>();
        old.analysis().outputFields().forEach(field -> types.put(field.name(), field.type()));
        List<FieldChange> changes = new ArrayList<>();
        for (OutputField field : now.analysis().outputFields()) {
            @Nullable KqlType before = types.get(field.name());
            if (before != null && before != field.type()) {
                changes.add(new FieldChange(field.name(), before, field.type()));
            }
        }
        return changes;
    }

    private static List<FoundProblem> findings(RuleFacts rule) {
        return rule.lint().findings().stream().map(RuleComparison::problem).toList();
    }

    private static FoundProblem problem(Finding finding) {
        return new FoundProblem(finding.check().code(), finding.severity(), finding.message());
    }
}
