package dev.kqlift.corpus.diff;

import dev.kqlift.corpus.facts.RuleFacts;
import dev.kqlift.document.Datum;
import dev.kqlift.document.RuleKind;
import dev.kqlift.document.RuleMetadata;
import dev.kqlift.source.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares what rule files say besides the query. */
final class MetadataComparison {
    /** What is compared by name, or as a mapping, and not once more as a key of the file. */
    private static final Set<String> NAMED = Set.of(
            "id",
            "name",
            "displayname",
            "kind",
            "severity",
            "tactics",
            "relevanttechniques",
            "techniques",
            "subtechniques",
            "description",
            "version",
            "query",
            "queryfrequency",
            "queryperiod",
            "triggeroperator",
            "triggerthreshold",
            "entitymappings",
            "customdetails",
            "querycondition");
    /** The same where a Defender rule has them. */
    private static final Pattern NAMED_INSIDE = Pattern.compile(
            "schedule\\.period|detectionAction\\.alertTemplate\\."
                    + "(title|severity|category|description|(mitreTechniques|impactedAssets|entityMappings|customDetails)\\b.*)");
    /** The other keys that change what a rule does. */
    private static final Set<String> MEANING = Set.of(
            "alertdetailsoverride",
            "detectionaction",
            "enabled",
            "eventgroupingsettings",
            "incidentconfiguration",
            "groupingconfiguration",
            "isenabled",
            "schedule",
            "sentinelentitiesmappings",
            "suppressionduration",
            "suppressionenabled");

    private final List<Change> changes = new ArrayList<>();

    private MetadataComparison() {}

    static List<Change> compare(RuleFacts old, RuleFacts now) {
        MetadataComparison comparison = new MetadataComparison();
        comparison.stated(old, now);
        comparison.others(old, now);
        if (!old.notes().equals(now.notes())) {
            comparison.changes.add(new Change("notes", "", "", false));
        }
        return List.copyOf(comparison.changes);
    }

    private void stated(RuleFacts old, RuleFacts now) {
        RuleMetadata before = old.document().metadata();
        RuleMetadata after = now.document().metadata();
        add("id", value(before.id()), value(after.id()), true);
        add("kind", old.document().kind().word(), now.document().kind().word(), true);
        add("severity", value(before.severity()), value(after.severity()), true);
        add("tactics", values(before.tactics()), values(after.tactics()), true);
        add("techniques", values(before.techniques()), values(after.techniques()), true);
        duration("queryFrequency", before.queryFrequency(), after.queryFrequency());
        duration("queryPeriod", before.queryPeriod(), after.queryPeriod());
        if (!operator(before).equals(operator(after))) {
            add("triggerOperator", value(before.triggerOperator()), value(after.triggerOperator()), true);
        }
        add("triggerThreshold", value(before.triggerThreshold()), value(after.triggerThreshold()), true);
        add("description", value(before.description()), value(after.description()), false);
        add("version", value(before.version()), value(after.version()), false);
    }

    private void add(String name, String before, String after, boolean meaning) {
        if (!before.equals(after)) {
            changes.add(new Change(name, before, after, meaning));
        }
    }

    private static String value(Optional<Located<String>> stated) {
        return stated.map(Located::value).map(String::strip).orElse("");
    }

    /** The order in which a list names its items says nothing. */
    private static String values(List<Located<String>> stated) {
        return String.join(
                ", ",
                stated.stream()
                        .map(Located::value)
                        .map(String::strip)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private void duration(String name, Optional<Located<String>> before, Optional<Located<String>> after) {
        if (!WrittenDuration.equal(value(before), value(after))) {
            add(name, value(before), value(after), true);
        }
    }

    /** Rules write {@code gt}, templates {@code GreaterThan}. */
    private static String operator(RuleMetadata metadata) {
        return switch (value(metadata.triggerOperator()).toLowerCase(Locale.ROOT)) {
            case "gt", "greaterthan" -> "gt";
            case "lt", "lessthan" -> "lt";
            case "eq", "equal" -> "eq";
            case "ne", "notequal" -> "ne";
            case String other -> other;
        };
    }

    private void others(RuleFacts old, RuleFacts now) {
        boolean comparable =
                old.document().fields().isPresent() && now.document().fields().isPresent() && form(old) == form(now);
        if (!comparable) {
            return;
        }
        Map<String, String> before = flat(old);
        Map<String, String> after = flat(now);
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String key = name.split("[.\\[]", 2)[0].toLowerCase(Locale.ROOT);
            add(name, before.getOrDefault(name, ""), after.getOrDefault(name, ""), MEANING.contains(key));
        }
    }

    /** The kinds of file, whose keys have the same names. */
    private static RuleKind form(RuleFacts rule) {
        return switch (rule.document().kind()) {
            case SCHEDULED, NRT, HUNTING -> RuleKind.SCHEDULED;
            case ARM -> RuleKind.ARM;
            case DEFENDER -> RuleKind.DEFENDER;
            case QUERY -> RuleKind.QUERY;
        };
    }

    private static Map<String, String> flat(RuleFacts rule) {
        Map<String, String> values = new LinkedHashMap<>();
        Optional<Datum.Mapping> fields = rule.document().fields();
        if (fields.isPresent()) {
            for (Datum.Entry entry : fields.get().entries()) {
                String key = entry.key().value();
                if (!NAMED.contains(key.toLowerCase(Locale.ROOT))) {
                    flatten(key, entry.value(), values);
                }
            }
        }
        values.keySet().removeIf(name -> NAMED_INSIDE.matcher(name).matches());
        return values;
    }

    private static void flatten(String name, Datum datum, Map<String, String> values) {
        switch (datum) {
            case Datum.Scalar scalar -> values.put(name, scalar.value().strip());
            case Datum.Mapping mapping -> {
                for (Datum.Entry entry : mapping.entries()) {
                    flatten(name + "." + entry.key().value(), entry.value(), values);
                }
            }
            case Datum.Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    flatten(name + "[" + i + "]", sequence.items().get(i), values);
                }
            }
        }
    }
}
