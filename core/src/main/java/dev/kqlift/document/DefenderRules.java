package dev.kqlift.document;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Located;
import dev.kqlift.source.Span;
import java.util.List;
import java.util.Optional;

/** The Defender XDR format: custom detections as Microsoft Graph's {@code detectionRule} states them, YAML or JSON. */
final class DefenderRules {
    static final String QUERY = "queryText";
    private static final String CONDITION = "queryCondition";
    private static final Datum.Mapping NONE = new Datum.Mapping(List.of(), Span.at(0));

    private DefenderRules() {}

    static boolean matches(Datum.Mapping mapping) {
        return mapping.has(CONDITION);
    }

    static RuleDocument read(SourceFile file, Datum.Mapping mapping, List<Diagnostic> found) {
        FieldReader fields = new FieldReader(file, found);
        Datum.Mapping template = mapping.mapping("detectionAction")
                .flatMap(action -> action.mapping("alertTemplate"))
                .orElse(NONE);
        Datum.Mapping schedule = mapping.mapping("schedule").orElse(NONE);
        Optional<Located<String>> name = fields.text(mapping, "displayName");
        RuleMetadata metadata = new RuleMetadata(
                fields.text(mapping, "id"),
                name.isPresent() ? name : fields.text(template, "title"),
                fields.text(template, "severity"),
                fields.texts(template, "category"),
                fields.texts(template, "mitreTechniques"),
                fields.text(template, "description"),
                Optional.empty(),
                fields.text(schedule, "period"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new RuleDocument(
                file, RuleKind.DEFENDER, metadata, Optional.of(mapping), query(fields, mapping), fields.diagnostics());
    }

    private static Optional<EmbeddedText> query(FieldReader fields, Datum.Mapping mapping) {
        Optional<Datum.Mapping> condition = mapping.mapping(CONDITION);
        if (condition.isEmpty()) {
            Span place =
                    mapping.entry(CONDITION).map(entry -> entry.key().span()).orElseGet(mapping::span);
            return fields.noQuery("the rule's `" + CONDITION + "` holds no `" + QUERY + "`", place);
        }
        Span place = mapping.entry(CONDITION).map(entry -> entry.key().span()).orElseGet(mapping::span);
        return fields.query(condition.get(), QUERY, place);
    }
}
