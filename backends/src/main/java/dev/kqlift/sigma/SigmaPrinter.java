package dev.kqlift.sigma;

import dev.kqlift.mapping.LogSource;
import dev.kqlift.rendering.RuleBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plan to YAML: one finished piece for each key of the rule. */
final class SigmaPrinter {
    private static final String STEP = "    ";

    private SigmaPrinter() {}

    static RuleBody print(SigmaPlan plan) {
        List<RuleBody.Part> parts = new ArrayList<>();
        boolean counted = plan.correlation().isPresent();
        String baseName = "base_" + plan.head().id().replace('-', '_');
        head(
                parts,
                plan.head(),
                counted ? SigmaHead.derived(plan.head().id()) : plan.head().id());
        if (counted) {
            add(parts, "name", " " + YamlText.quoted(baseName));
        }
        parts.add(new RuleBody.Part("logsource", logSource(plan.logSource(), plan.definition())));
        parts.add(new RuleBody.Part("detection", detection(plan.detection())));
        if (!plan.fields().isEmpty()) {
            parts.add(new RuleBody.Part("fields", "fields:" + list(plan.fields(), STEP)));
        }
        plan.head().level().ifPresent(level -> add(parts, "level", " " + level));
        plan.correlation().ifPresent(correlation -> {
            parts.add(new RuleBody.Part("document", "---"));
            head(parts, plan.head(), plan.head().id());
            parts.add(new RuleBody.Part("correlation", correlation(correlation, baseName)));
            plan.head().level().ifPresent(level -> add(parts, "level", " " + level));
        });
        return new RuleBody(parts, "", Map.of());
    }

    private static void add(List<RuleBody.Part> parts, String key, String value) {
        parts.add(new RuleBody.Part(key, key + ":" + value));
    }

    private static void head(List<RuleBody.Part> parts, SigmaHead head, String id) {
        add(parts, "title", " " + YamlText.quoted(head.title()));
        add(parts, "id", " " + id);
        add(parts, "status", " experimental");
        head.description().ifPresent(text -> add(parts, "description", " " + YamlText.block(text, STEP)));
        if (!head.tags().isEmpty()) {
            add(parts, "tags", plainList(head.tags()));
        }
    }

    private static String plainList(List<String> words) {
        StringBuilder result = new StringBuilder();
        words.forEach(word -> result.append('\n').append(STEP).append("- ").append(word));
        return result.toString();
    }

    private static String list(List<String> texts, String indent) {
        StringBuilder result = new StringBuilder();
        texts.forEach(text -> result.append('\n').append(indent).append("- ").append(YamlText.quoted(text)));
        return result.toString();
    }

    private static String logSource(LogSource source, Optional<String> definition) {
        StringBuilder result = new StringBuilder("logsource:");
        source.product().ifPresent(word -> line(result, "product", word));
        source.category().ifPresent(word -> line(result, "category", word));
        source.service().ifPresent(word -> line(result, "service", word));
        definition.ifPresent(text -> line(result, "definition", text));
        return result.toString();
    }

    private static void line(StringBuilder result, String key, String text) {
        result.append('\n').append(STEP).append(key).append(": ").append(YamlText.quoted(text));
    }

    private static String detection(SigmaDetection detection) {
        StringBuilder result = new StringBuilder("detection:");
        for (SigmaDetection.Selection selection : detection.selections()) {
            result.append('\n').append(STEP).append(selection.name()).append(':');
            boolean several = selection.alternatives().size() > 1;
            for (List<SigmaPredicate.Item> map : selection.alternatives()) {
                String first = STEP + STEP + (several ? "- " : "");
                String next = STEP + STEP + (several ? "  " : "");
                for (int i = 0; i < map.size(); i++) {
                    result.append('\n').append(i == 0 ? first : next).append(item(map.get(i), next));
                }
            }
        }
        return result.append('\n')
                .append(STEP)
                .append("condition: ")
                .append(detection.condition())
                .toString();
    }

    private static String item(SigmaPredicate.Item item, String indent) {
        String key = YamlText.key(item.key()) + ":";
        if (item.values().size() == 1) {
            return key + " " + value(item.values().getFirst());
        }
        StringBuilder result = new StringBuilder(key);
        for (SigmaValue value : item.values()) {
            result.append('\n').append(indent).append(STEP).append("- ").append(value(value));
        }
        return result.toString();
    }

    private static String value(SigmaValue value) {
        return switch (value) {
            case SigmaValue.Text(String text) -> YamlText.quoted(text);
            case SigmaValue.Whole(long number) -> Long.toString(number);
            case SigmaValue.Real(double number) -> Double.toString(number);
            case SigmaValue.Bool(boolean flag) -> Boolean.toString(flag);
            case SigmaValue.Missing() -> "null";
        };
    }

    private static String correlation(SigmaPlan.Correlation correlation, String baseName) {
        StringBuilder result = new StringBuilder("correlation:");
        result.append('\n')
                .append(STEP)
                .append("type: ")
                .append(correlation.field().isPresent() ? "value_count" : "event_count");
        result.append('\n').append(STEP).append("rules:").append(list(List.of(baseName), STEP + STEP));
        if (!correlation.groupBy().isEmpty()) {
            result.append('\n').append(STEP).append("group-by:").append(list(correlation.groupBy(), STEP + STEP));
        }
        result.append('\n').append(STEP).append("timespan: ").append(correlation.timespan());
        result.append('\n').append(STEP).append("condition:");
        result.append('\n')
                .append(STEP)
                .append(STEP)
                .append(correlation.operator())
                .append(": ")
                .append(correlation.threshold());
        correlation
                .field()
                .ifPresent(field -> result.append('\n')
                        .append(STEP)
                        .append(STEP)
                        .append("field: ")
                        .append(YamlText.quoted(field)));
        return result.toString();
    }
}
