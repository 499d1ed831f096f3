package dev.kqlift.document;

import dev.kqlift.source.Located;
import java.util.List;
import java.util.Optional;

/**
 * What a rule file says of its rule besides the query. Every value is as written, with its place in the file.
 *
 * @param tactics ATT&CK tactics in the order of the file
 * @param techniques ATT&CK techniques and sub-techniques in the order of the file
 * @param description the rule's own description
 * @param version the rule's version
 * @param queryFrequency how often the rule runs, as written ({@code 1h}, {@code PT1H})
 * @param queryPeriod the window that it looks back over, as written
 * @param triggerOperator the comparison of the number of results with the threshold, as written
 * @param triggerThreshold the threshold, as written
 */
public record RuleMetadata(
        Optional<Located<String>> id,
        Optional<Located<String>> name,
        Optional<Located<String>> severity,
        List<Located<String>> tactics,
        List<Located<String>> techniques,
        Optional<Located<String>> description,
        Optional<Located<String>> version,
        Optional<Located<String>> queryFrequency,
        Optional<Located<String>> queryPeriod,
        Optional<Located<String>> triggerOperator,
        Optional<Located<String>> triggerThreshold) {
    /** The metadata of a rule whose file has none. */
    public static final RuleMetadata EMPTY = new RuleMetadata(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public RuleMetadata {
        tactics = List.copyOf(tactics);
        techniques = List.copyOf(techniques);
    }
}
