package dev.kqlift.document;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The Sentinel format: analytics rules and hunting queries in YAML. */
final class SentinelRules {
    static final String QUERY = "query";
    private static final List<String> TYPICAL_KEYS = List.of(
            "tactics",
            "relevantTechniques",
            "queryFrequency",
            "queryPeriod",
            "severity",
            "entityMappings",
            "triggerOperator",
            "requiredDataConnectors");

    private SentinelRules() {}

    /** True for a mapping that is a rule, or was meant to be one and lacks its query. */
    static boolean matches(Datum.Mapping mapping) {
        Optional<Datum.Entry> query = mapping.entry(QUERY);
        if (query.isPresent() && query.get().value() instanceof Datum.Scalar scalar && !scalar.isNull()) {
            return true;
        }
        boolean named = mapping.has("id") && mapping.has("name");
        return named && !hasKindWithoutQuery(mapping) && (query.isPresent() || hasTypicalKey(mapping));
    }

    private static boolean hasTypicalKey(Datum.Mapping mapping) {
        for (String key : TYPICAL_KEYS) {
            if (mapping.has(key)) {
                return true;
            }
        }
        String kind = kindWord(mapping);
        return kind.equals("scheduled") || kind.equals("nrt") || kind.equals("hunting");
    }

    /** True for the kinds of analytics rule that the service runs without KQL, such as {@code Fusion}. */
    static boolean hasKindWithoutQuery(Datum.Mapping mapping) {
        return switch (kindWord(mapping)) {
            case "fusion",
                    "mlbehavioranalytics",
                    "microsoftsecurityincidentcreation",
                    "threatintelligence",
                    "anomaly" -> !mapping.has(QUERY);
            default -> false;
        };
    }

    static RuleDocument read(SourceFile file, Datum.Mapping mapping, List<Diagnostic> found) {
        FieldReader fields = new FieldReader(file, found);
        RuleMetadata metadata = metadata(fields, mapping, "name");
        Optional<EmbeddedText> query = fields.query(mapping, QUERY, FieldReader.place(mapping));
        return new RuleDocument(file, kind(mapping), metadata, Optional.of(mapping), query, fields.diagnostics());
    }

    /** The metadata keys that analytics rules have in YAML and in ARM templates alike. */
    static RuleMetadata metadata(FieldReader fields, Datum.Mapping mapping, String nameKey) {
        List<Located<String>> techniques = new ArrayList<>(fields.texts(mapping, "relevantTechniques"));
        techniques.addAll(fields.texts(mapping, "techniques"));
        techniques.addAll(fields.texts(mapping, "subTechniques"));
        return new RuleMetadata(
                fields.text(mapping, "id"),
                fields.text(mapping, nameKey),
                fields.text(mapping, "severity"),
                fields.texts(mapping, "tactics"),
                techniques,
                fields.text(mapping, "description"),
                fields.text(mapping, "version"),
                fields.text(mapping, "queryFrequency"),
                fields.text(mapping, "queryPeriod"),
                fields.text(mapping, "triggerOperator"),
                fields.text(mapping, "triggerThreshold"));
    }

    static RuleKind kind(Datum.Mapping mapping) {
        return kind(kindWord(mapping), mapping.has("queryFrequency"));
    }

    /** A kind that is stated wins; without one, hunting queries are told by having no frequency. */
    static RuleKind kind(String word, boolean hasFrequency) {
        return switch (word) {
            case "hunting" -> RuleKind.HUNTING;
            case "nrt" -> RuleKind.NRT;
            case "scheduled" -> RuleKind.SCHEDULED;
            default -> hasFrequency ? RuleKind.SCHEDULED : RuleKind.HUNTING;
        };
    }

    private static String kindWord(Datum.Mapping mapping) {
        return mapping.scalar("kind")
                .map(kind -> kind.value().strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
