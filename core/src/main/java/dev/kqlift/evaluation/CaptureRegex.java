package dev.kqlift.evaluation;

import dev.kqlift.ir.CapturePattern;
import dev.kqlift.ir.Column;
import dev.kqlift.source.Origin;
import dev.kqlift.types.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * {@code parse kind=regex}: one regular expression of all parts, its columns greedy. Whether it has to match the whole text
 * is not documented: where that decides, the row is refused.
 */
final class CaptureRegex implements Capturing.Pattern {
    private final List<CapturePattern.Part> parts;
    private final RustRegex regex;
    private final Map<Column, String> names = new LinkedHashMap<>();
    private final Origin origin;
    private final EvaluationContext context;

    CaptureRegex(CapturePattern.Sequence sequence, Origin origin, EvaluationContext context) {
        this.parts = sequence.parts();
        this.origin = origin;
        this.context = context;
        this.regex = RustRegex.of(pattern(sequence.flags()), origin);
    }

    private String pattern(String flags) {
        StringBuilder pattern = new StringBuilder();
        if (!flags.isEmpty()) {
            pattern.append("(?").append(flags).append(')');
        }
        for (CapturePattern.Part part : parts) {
            switch (part) {
                case CapturePattern.Part.Skip() -> pattern.append(".*?");
                case CapturePattern.Part.Text(var literal) -> pattern.append(literal);
                case CapturePattern.Part.Capture(var column) -> {
                    String name = "capture" + names.size();
                    names.put(column, name);
                    pattern.append("(?P<")
                            .append(name)
                            .append('>')
                            .append(column.type().isInteger() ? "-?\\d+" : ".*")
                            .append(')');
                }
            }
        }
        return pattern.toString();
    }

    @Override
    public Optional<Map<Column, Value>> of(String text) {
        Optional<MatchResult> match = regex.first(text);
        if (match.isEmpty()) {
            return Optional.empty();
        }
        boolean endsOpen = !parts.isEmpty() && parts.getLast() instanceof CapturePattern.Part.Skip;
        boolean whole = match.get().start() == 0 && (endsOpen || match.get().end() == text.length());
        Map<Column, Value> found = new LinkedHashMap<>();
        for (Map.Entry<Column, String> entry : names.entrySet()) {
            String part = match.get().group(regex.group(entry.getValue()).orElseThrow());
            Value value = LiteralCells.captured(
                    part == null ? "" : part, entry.getKey().type(), origin, context);
            if (Nulls.isNull(value)) {
                if (!entry.getKey().type().isInteger()) {
                    throw Refusals.construct(
                            "what a column of this type takes in a regular expression is not certain", origin);
                }
                return Optional.empty();
            }
            found.put(entry.getKey(), value);
        }
        boolean nothing = found.values().stream().allMatch(value -> value.equals(Nulls.EMPTY_TEXT));
        if (!whole && !nothing) {
            throw Refusals.construct("the regular expression matches a part of the text only", origin);
        }
        return Optional.of(found);
    }
}
