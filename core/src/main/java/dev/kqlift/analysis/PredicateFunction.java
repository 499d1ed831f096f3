package dev.kqlift.analysis;

import dev.kqlift.catalog.Function;
import dev.kqlift.catalog.ReturnRule;
import dev.kqlift.types.KqlType;
import java.util.Map;

/** The functions that test a field, by what the test is. */
enum PredicateFunction {
    IS_NULL,
    IS_NOT_NULL,
    /** A field against address ranges. */
    CIDR_RANGES,
    /** A field against one address range, whose width may be a further argument. */
    CIDR_MATCH,
    /** Addresses looked for in a text as terms. */
    TERMS,
    /** Starts of addresses looked for in a text. */
    TERM_PREFIXES,
    /** Any other function that answers with true or false by its signature. */
    OTHER,
    /** Not a test. */
    NONE;

    private static final Map<String, PredicateFunction> BY_NAME = Map.ofEntries(
            Map.entry("isempty", IS_NULL),
            Map.entry("isnull", IS_NULL),
            Map.entry("isnotempty", IS_NOT_NULL),
            Map.entry("isnotnull", IS_NOT_NULL),
            Map.entry("notempty", IS_NOT_NULL),
            Map.entry("notnull", IS_NOT_NULL),
            Map.entry("ipv4_is_in_range", CIDR_RANGES),
            Map.entry("ipv4_is_in_any_range", CIDR_RANGES),
            Map.entry("ipv6_is_in_range", CIDR_RANGES),
            Map.entry("ipv6_is_in_any_range", CIDR_RANGES),
            Map.entry("ipv4_is_match", CIDR_MATCH),
            Map.entry("ipv6_is_match", CIDR_MATCH),
            Map.entry("has_ipv4", TERMS),
            Map.entry("has_any_ipv4", TERMS),
            Map.entry("has_ipv4_prefix", TERM_PREFIXES),
            Map.entry("has_any_ipv4_prefix", TERM_PREFIXES),
            // Conversions, which their signature does not tell from tests.
            Map.entry("tobool", NONE),
            Map.entry("toboolean", NONE));

    /** What a function of the catalog tests. */
    static PredicateFunction of(Function function) {
        PredicateFunction known = BY_NAME.get(function.name());
        if (known != null) {
            return known;
        }
        boolean answers = !function.signatures().isEmpty()
                && function.signatures().getFirst().returns() == ReturnRule.DECLARED
                && function.signatures().getFirst().declared() == KqlType.BOOL;
        return answers ? OTHER : NONE;
    }
}
