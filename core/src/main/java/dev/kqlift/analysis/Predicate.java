package dev.kqlift.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One test of one field, as it stands in the query.
 *
 * @param field what is tested
 * @param values the constants that it is tested against
 * @param caseSensitive null where case means nothing
 * @param start where the test stands in the text
 */
record Predicate(
        Field field,
        IndicatorKind kind,
        boolean negated,
        List<String> values,
        @Nullable Boolean caseSensitive,
        int start) {}
