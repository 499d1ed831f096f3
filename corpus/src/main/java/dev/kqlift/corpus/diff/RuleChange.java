package dev.kqlift.corpus.diff;

import java.util.List;

/**
 * A rule that is on both sides and differs.
 *
 * @param before the rule before
 * @param after the rule after
 * @param query how its query differs
 * @param metadata the values of its metadata that differ
 * @param mappings the columns that it maps to entities and details, as texts
 * @param indicators what it looks for
 * @param tables what it reads
 * @param fields the names of the fields that it returns
 * @param retyped the fields that it returns on both sides, with another type
 * @param findings what checks find in it
 */
public record RuleChange(
        PlacedRule before,
        PlacedRule after,
        QueryChange query,
        List<Change> metadata,
        Delta<String> mappings,
        Delta<SoughtValue> indicators,
        Delta<String> tables,
        Delta<String> fields,
        List<FieldChange> retyped,
        Delta<FoundProblem> findings) {
    public RuleChange {
        metadata = List.copyOf(metadata);
        retyped = List.copyOf(retyped);
    }

    /** How a query differs. */
    public enum QueryChange {
        NONE,
        /** In comments and layout. */
        TEXT,
        /** In its words; or one of the two could not be read, so that nothing can be said. */
        MEANING
    }

    /** True where the file stands elsewhere. */
    public boolean moved() {
        return !before.path().equals(after.path());
    }

    /** True where the rule has another name. */
    public boolean renamed() {
        return !before.rule().title().equals(after.rule().title());
    }

    /** True where the rule does something else than before, or how it is counted. */
    public boolean inMeaning() {
        return query == QueryChange.MEANING
                || metadata.stream().anyMatch(Change::meaning)
                || !mappings.isEmpty()
                || !indicators.isEmpty()
                || !tables.isEmpty()
                || !fields.isEmpty()
                || !retyped.isEmpty();
    }

    /** True where words of the file differ, but nothing that the rule does. */
    public boolean onlyInText() {
        return !inMeaning() && (query == QueryChange.TEXT || !metadata.isEmpty() || !findings.isEmpty());
    }

    boolean any() {
        return inMeaning() || onlyInText() || moved() || renamed();
    }
}
