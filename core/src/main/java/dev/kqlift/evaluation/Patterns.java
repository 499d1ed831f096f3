package dev.kqlift.evaluation;

import dev.kqlift.ir.CaseRule;
import dev.kqlift.ir.MatchKind;
import dev.kqlift.ir.Scalar;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import dev.kqlift.types.ValueText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a text match looks for. The text is put into lower case once for all patterns, and each pattern once for all rows. */
final class Patterns {
    private final List<Pattern> patterns = new ArrayList<>();

    /** A pattern whose texts are made when it is first asked for: of a bag that is not known they may not be made. */
    private static final class Pattern {
        private final Value value;
        private @Nullable String text;
        private @Nullable String lower;

        Pattern(Value value) {
            this.value = value;
        }

        String text() {
            if (text == null) {
                text = TextOf.value(value, KqlType.DYNAMIC);
            }
            return text;
        }

        /** In lower case; empty where that is not just a matter of ASCII. */
        String lower() {
            if (lower == null) {
                lower = Folding.isAscii(text()) ? Folding.lower(text()) : "";
            }
            return lower;
        }
    }

    /**
     * @param values of which arrays are lists of patterns
     */
    Patterns(List<Value> values) {
        for (Value value : values) {
            if (value instanceof Value.Array(var items)) {
                items.forEach(item -> patterns.add(new Pattern(item)));
            } else {
                patterns.add(new Pattern(value));
            }
        }
    }

    /** Whether a value has one of the patterns, or all. A null matches nothing, which the negated operators find true. */
    boolean match(Scalar.StringMatch match, Value value) {
        if (Nulls.isNull(value)) {
            return false;
        }
        Subject subject = new Subject(match, value);
        for (Pattern pattern : patterns) {
            boolean found = !Nulls.isNull(pattern.value) && subject.has(pattern);
            if (found != match.all()) {
                return found;
            }
        }
        if (match.all() && patterns.isEmpty()) {
            throw Refusals.construct("whether a text has all terms of an empty list is not known", match.origin());
        }
        return match.all();
    }

    /** Whether a value that is no text matches in some form in which the engine may write it. */
    boolean mayMatch(Scalar.StringMatch match, Value value) {
        if (Nulls.isNull(value) || match.kind() == MatchKind.REGEX) {
            return match(match, value);
        }
        boolean time = value instanceof Value.DateTime || value instanceof Value.TimeSpan;
        String written = Folding.lower(ValueText.of(value));
        for (Pattern pattern : patterns) {
            boolean ofClock = time && pattern.text().matches("[-0-9:./TZtz ]*[0-9][-0-9:./TZtz ]*");
            if (ofClock || written.contains(Folding.lower(pattern.text()))) {
                return true;
            }
        }
        return false;
    }

    /** A text in which patterns are looked for. */
    private static final class Subject {
        private final Scalar.StringMatch match;
        private final Value value;
        private @Nullable String text;
        private @Nullable String lower;

        Subject(Scalar.StringMatch match, Value value) {
            this.match = match;
            this.value = value;
        }

        boolean has(Pattern pattern) {
            if (text == null) {
                text = TextOf.value(value, KqlType.DYNAMIC);
                lower = folds() && Folding.isAscii(text) ? Folding.lower(text) : null;
            }
            return lower != null && !pattern.lower().isEmpty()
                    ? TextMatching.literally(match.kind(), lower, pattern.lower(), match.origin())
                    : TextMatching.matches(match.kind(), text, pattern.text(), match.caseRule(), match.origin());
        }

        private boolean folds() {
            return match.caseRule() == CaseRule.INSENSITIVE
                    && match.kind() != MatchKind.REGEX
                    && match.kind() != MatchKind.LIKE;
        }
    }
}
