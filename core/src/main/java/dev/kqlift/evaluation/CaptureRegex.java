package dev.kqlift.evaluation;

import dev.kqlift.ir.CapturePattern;
import dev.kqlift.ir.Column;
import dev.kqlift.source.Origin;
import dev.kqlift.types.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * {@code parse kind=regex}: one regular expression of all parts, its columns greedy. Whether it has to match the whole text
 * is not documented: where that decides, the row is refused.
 */
final class CaptureRegex implements Capturing.Pattern {
    private final List<CapturePattern.Part> parts;
    private final RustRegex regex;
    /** The same with the other greed for skipped text, where the flag {@code U} leaves open which one that has. */
    private final Optional<RustRegex> other;

    private final Map<Column, String> names = new LinkedHashMap<>();
    private final Origin origin;
    private final EvaluationContext context;

    CaptureRegex(CapturePattern.Sequence sequence, Origin origin, EvaluationContext context) {
        this.parts = sequence.parts();
        this.origin = origin;
        this.context = context;
        this.regex = RustRegex.of(pattern(sequence.flags(), ".*?"), origin);
        this.other = sequence.flags().contains("U")
                ? Optional.of(RustRegex.of(pattern(sequence.flags(), ".*"), origin))
                : Optional.empty();
    }

    private String pattern(String flags, String skip) {
        StringBuilder pattern = new StringBuilder();
        if (!flags.isEmpty()) {
            pattern.append("(?").append(flags).append(')');
        }
        int captures = 0;
        for (CapturePattern.Part part : parts) {
            switch (part) {
                case CapturePattern.Part.Skip() -> pattern.append(skip);
                case CapturePattern.Part.Text(var literal) -> pattern.append(literal);
                case CapturePattern.Part.Capture(var column) -> {
                    String name = "capture" + captures++;
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
        if (other.isPresent() && !alike(match.get(), other.get().first(text))) {
            throw Refusals.construct("which text the flag U skips is not certain here", origin);
        }
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

    private boolean alike(MatchResult match, Optional<MatchResult> second) {
        for (String name : names.values()) {
            int group = regex.group(name).orElseThrow();
            if (second.isEmpty()
                    || !Objects.equals(match.group(group), second.get().group(group))) {
                return false;
            }
        }
        return true;
    }
}
