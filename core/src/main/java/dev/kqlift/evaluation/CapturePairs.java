package dev.kqlift.evaluation;

import dev.kqlift.ir.CapturePattern;
import dev.kqlift.ir.Column;
import dev.kqlift.source.Origin;
import dev.kqlift.types.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code parse-kv} with delimiters: of a key that stands several times the first value counts. */
final class CapturePairs implements Capturing.Pattern {
    private final CapturePattern.Pairs pairs;
    private final List<Column> columns;
    private final Origin origin;
    private final EvaluationContext context;

    CapturePairs(CapturePattern.Pairs pairs, List<Column> columns, Origin origin, EvaluationContext context) {
        this.pairs = pairs;
        this.columns = columns;
        this.origin = origin;
        this.context = context;
        boolean quotes = pairs.quotes().stream().allMatch(quote -> quote.length() == 1 || quote.length() == 2);
        if (pairs.greedy()
                || pairs.pairDelimiter().isEmpty()
                || pairs.valueDelimiter().isEmpty()
                || !quotes) {
            throw Refusals.construct("this form of `parse-kv` is not evaluated; state both delimiters", origin);
        }
    }

    static Map<Column, Value> typed(
            Map<String, String> pairs, List<Column> columns, Origin origin, EvaluationContext context) {
        Map<Column, Value> found = new LinkedHashMap<>();
        for (Column column : columns) {
            String text = pairs.get(column.name());
            if (text != null) {
                found.put(column, LiteralCells.captured(text, column.type(), origin, context));
            }
        }
        return found;
    }

    @Override
    public Optional<Map<Column, Value>> of(String text) {
        Reader reader = new Reader(text);
        Map<String, String> found = new LinkedHashMap<>();
        while (reader.place < text.length()) {
            String key = reader.until(List.of(pairs.valueDelimiter(), pairs.pairDelimiter()));
            if (reader.skip(pairs.valueDelimiter())) {
                String value = reader.until(List.of(pairs.pairDelimiter()));
                found.putIfAbsent(key, value);
            }
            reader.skip(pairs.pairDelimiter());
        }
        return Optional.of(typed(found, columns, origin, context));
    }

    private final class Reader {
        private final String text;
        private int place;

        Reader(String text) {
            this.text = text;
        }

        boolean skip(String delimiter) {
            if (text.startsWith(delimiter, place)) {
                place += delimiter.length();
                return true;
            }
            return false;
        }

        /** The text up to the next of the delimiters, or what stands in quotes. */
        String until(List<String> ends) {
            while (place < text.length() && text.charAt(place) == ' ' && !starts(ends)) {
                place++;
            }
            for (String quote : pairs.quotes()) {
                if (place < text.length() && text.charAt(place) == quote.charAt(0)) {
                    return quoted(quote.charAt(quote.length() - 1), ends);
                }
            }
            int start = place;
            while (place < text.length() && !starts(ends)) {
                place++;
            }
            return text.substring(start, place).strip();
        }

        private boolean starts(List<String> ends) {
            return ends.stream().anyMatch(end -> text.startsWith(end, place));
        }

        private String quoted(char close, List<String> ends) {
            StringBuilder out = new StringBuilder();
            place++;
            while (place < text.length() && text.charAt(place) != close) {
                boolean escaped = !pairs.escape().isEmpty()
                        && text.startsWith(pairs.escape(), place)
                        && place + pairs.escape().length() < text.length();
                if (escaped) {
                    place += pairs.escape().length();
                }
                out.append(text.charAt(place));
                place++;
            }
            if (place >= text.length()) {
                throw Refusals.construct("a quote in the text is not closed", origin);
            }
            place++;
            if (place < text.length() && !starts(ends)) {
                throw Refusals.construct("the text goes on behind a quoted value", origin);
            }
            return out.toString();
        }
    }
}
