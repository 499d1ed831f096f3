package dev.kqlift.document;

import dev.kqlift.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads ARM templates and Defender detections in JSON. */
final class JsonRuleReader implements RuleReader {
    /** What the text of a broken file has to mention to count as a rule file. */
    private static final List<String> SIGNS = List.of(
            "\"queryText\"", "\"queryFrequency\"", "/alertRules\"", "/savedSearches\"", "/AlertRuleTemplates\"");

    @Override
    public ReadOutcome read(SourceFile file) {
        return switch (JsonLoader.load(file.text().text())) {
            case Loaded.Roots(List<Loaded.Root> roots) -> rules(file, roots);
            case Loaded.Broken(Diagnostic diagnostic) -> broken(file, diagnostic);
        };
    }

    private static ReadOutcome rules(SourceFile file, List<Loaded.Root> roots) {
        if (roots.isEmpty()) {
            return NotARule.because("the JSON is empty");
        }
        Loaded.Root root = roots.getFirst();
        List<RuleDocument> documents = new ArrayList<>(detections(file, root));
        List<Diagnostic> found = documents.isEmpty() ? root.diagnostics() : List.of();
        documents.addAll(ArmRules.read(file, root.value(), found));
        return documents.isEmpty()
                ? NotARule.because("the JSON has no resource with a query")
                : new ReadOutcome.Rules(documents);
    }

    /** A detection, an array of them, or the page of them that the Graph API answers. */
    private static List<RuleDocument> detections(SourceFile file, Loaded.Root root) {
        List<Datum> candidates = switch (root.value()) {
            case Datum.Sequence sequence -> sequence.items();
            case Datum.Mapping mapping -> page(mapping);
            case Datum.Scalar scalar -> List.of();
        };
        List<RuleDocument> documents = new ArrayList<>();
        List<Diagnostic> found = root.diagnostics();
        for (Datum candidate : candidates) {
            if (candidate instanceof Datum.Mapping mapping && DefenderRules.matches(mapping)) {
                documents.add(DefenderRules.read(file, mapping, found));
                found = List.of();
            }
        }
        return documents;
    }

    private static List<Datum> page(Datum.Mapping mapping) {
        Optional<Datum> value = mapping.get("value");
        return value.isPresent() && value.get() instanceof Datum.Sequence sequence
                ? sequence.items()
                : List.of(mapping);
    }

    private static ReadOutcome broken(SourceFile file, Diagnostic diagnostic) {
        for (String sign : SIGNS) {
            if (file.text().text().contains(sign)) {
                return new ReadOutcome.Rules(List.of(new RuleDocument(
                        file,
                        sign.equals(SIGNS.getFirst()) ? RuleKind.DEFENDER : RuleKind.ARM,
                        RuleMetadata.EMPTY,
                        Optional.empty(),
                        List.of(diagnostic))));
            }
        }
        return NotARule.because(diagnostic);
    }
}
