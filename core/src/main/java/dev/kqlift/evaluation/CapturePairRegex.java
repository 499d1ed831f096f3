package dev.kqlift.evaluation;

import dev.kqlift.ir.Column;
import dev.kqlift.source.Origin;
import dev.kqlift.types.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/** {@code parse-kv} with a regular expression of two groups: key and value. */
final class CapturePairRegex implements Capturing.Pattern {
    private final RustRegex regex;
    private final List<Column> columns;
    private final Origin origin;
    private final EvaluationContext context;

    CapturePairRegex(String regex, List<Column> columns, Origin origin, EvaluationContext context) {
        this.regex = RustRegex.of(regex, origin);
        this.columns = columns;
        this.origin = origin;
        this.context = context;
    }

    @Override
    public Optional<Map<Column, Value>> of(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (MatchResult match : regex.all(text)) {
            String key = match.group(1);
            String value = match.group(2);
            pairs.putIfAbsent(key == null ? "" : key.strip(), value == null ? "" : value.strip());
        }
        return Optional.of(CapturePairs.typed(pairs, columns, origin, context));
    }
}
