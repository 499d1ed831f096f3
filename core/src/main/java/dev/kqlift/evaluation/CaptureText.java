package dev.kqlift.evaluation;

import dev.kqlift.ir.CapturePattern;
import dev.kqlift.ir.Column;
import dev.kqlift.source.Origin;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code parse} with literal texts: each column takes the shortest text up to the next part. Whether a text may go on
 * before the first and behind the last literal is not documented: where that decides, the row is refused.
 */
final class CaptureText implements Capturing.Pattern {
    private static final Pattern PLAIN_WHOLE = Pattern.compile("-?[0-9]+");
    private static final Pattern PLAIN_REAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern REAL = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private final List<CapturePattern.Part> parts;
    private final boolean relaxed;
    private final Origin origin;
    private final EvaluationContext context;

    CaptureText(CapturePattern.Sequence sequence, Origin origin, EvaluationContext context) {
        this.parts = sequence.parts();
        this.relaxed = sequence.kind() == CapturePattern.SequenceKind.RELAXED;
        this.origin = origin;
        this.context = context;
        check();
    }

    private void check() {
        for (int i = 0; i + 1 < parts.size(); i++) {
            boolean texts = parts.get(i) instanceof CapturePattern.Part.Text
                    || parts.get(i + 1) instanceof CapturePattern.Part.Text;
            boolean number = parts.get(i) instanceof CapturePattern.Part.Capture(var column)
                    && column.type().isNumeric()
                    && parts.get(i + 1) instanceof CapturePattern.Part.Skip;
            if (!texts && !number) {
                throw Refusals.construct("a column and what follows have no text between them", origin);
            }
        }
    }

    /** A place in the text, and what was found before it. */
    private final class Run {
        private final String text;
        private final Map<Column, Value> found = new LinkedHashMap<>();
        private int place;
        private boolean fits = true;
        /** Whether a part that was skipped over stands further on again, so that another reading is possible. */
        private boolean skipped;

        Run(String text) {
            this.text = text;
        }

        void text(String literal, int index) {
            boolean open = index > 0 && parts.get(index - 1) instanceof CapturePattern.Part.Skip;
            if (index == 0 && !text.startsWith(literal)) {
                fail();
                if (text.contains(literal)) {
                    throw Refusals.construct("the text does not begin with the first part; put * before it", origin);
                }
                return;
            }
            boolean captured = index > 0 && parts.get(index - 1) instanceof CapturePattern.Part.Capture;
            int at = captured ? place : text.indexOf(literal, place);
            if (captured) {
                at = text.startsWith(literal, place) ? place : -1;
            } else if (!open && index > 0 && at > place) {
                at = -1;
            }
            if (at < 0) {
                fail();
                return;
            }
            skipped |= open && text.indexOf(literal, at + 1) >= 0;
            place = at + literal.length();
        }

        void capture(Column column, int index) {
            int end = end(column, index);
            if (end < 0) {
                fail();
                return;
            }
            String part = text.substring(place, end);
            place = end;
            Value value = convert(part, column.type());
            if (Nulls.isNull(value)) {
                if (!relaxed) {
                    fail();
                    if (skipped) {
                        throw Refusals.construct("a text that does not convert may be found again further on", origin);
                    }
                }
                return;
            }
            found.put(column, value);
        }

        private int end(Column column, int index) {
            if (index + 1 == parts.size()) {
                return text.length();
            }
            return switch (parts.get(index + 1)) {
                case CapturePattern.Part.Text(var literal) -> text.indexOf(literal, place);
                case CapturePattern.Part.Skip() -> {
                    Matcher number = (column.type().isInteger() ? WHOLE : REAL).matcher(text);
                    number.region(place, text.length());
                    yield number.lookingAt() ? number.end() : -1;
                }
                case CapturePattern.Part.Capture ignored -> -1;
            };
        }

        void fail() {
            fits = false;
        }
    }

    /** A number in another form than plain digits, or with spaces around it, may convert and still not be taken. */
    private Value convert(String part, KqlType type) {
        Value value = LiteralCells.captured(part, type, origin, context);
        boolean plain = switch (type) {
            case INT, LONG -> PLAIN_WHOLE.matcher(part).matches();
            case REAL, DECIMAL -> PLAIN_REAL.matcher(part).matches();
            case BOOL, STRING, DATETIME, TIMESPAN, GUID, DYNAMIC, UNKNOWN -> true;
        };
        if (!plain && !Nulls.isNull(value)) {
            throw Refusals.construct("whether `" + part + "` is taken as a number here is not certain", origin);
        }
        return value;
    }

    @Override
    public Optional<Map<Column, Value>> of(String text) {
        Run run = new Run(text);
        for (int i = 0; i < parts.size() && run.fits; i++) {
            switch (parts.get(i)) {
                case CapturePattern.Part.Skip() -> {
                    // the next part looks for its place
                }
                case CapturePattern.Part.Text(var literal) -> run.text(literal, i);
                case CapturePattern.Part.Capture(var column) -> run.capture(column, i);
            }
        }
        if (!run.fits) {
            return Optional.empty();
        }
        boolean endsOpen = !parts.isEmpty() && !(parts.getLast() instanceof CapturePattern.Part.Text);
        if (!endsOpen && run.place < text.length()) {
            throw Refusals.construct("the text goes on behind the last part; put * behind it", origin);
        }
        return Optional.of(run.found);
    }
}
