package dev.kqlift.lint;

import dev.kqlift.document.Datum;
import dev.kqlift.source.Span;
import java.util.Optional;

/** The edits of single values of a rule file. */
final class ScalarEdit {
    private ScalarEdit() {}

    /** The edit that gives a value another text; empty where the file spells the value with escapes or over lines. */
    static Optional<TextEdit> replace(RuleContext context, Datum.Scalar scalar, String replacement) {
        String file = context.subject().document().file().text().text();
        Span span = scalar.span();
        String spelt = file.substring(span.start(), span.end());
        String value = scalar.value();
        if (!isPlain(replacement)) {
            return Optional.empty();
        }
        if (spelt.equals(value)) {
            return Optional.of(new TextEdit(span, replacement));
        }
        boolean quoted = spelt.length() == value.length() + 2 && spelt.startsWith(value, 1);
        return quoted
                ? Optional.of(new TextEdit(new Span(span.start() + 1, span.end() - 1), replacement))
                : Optional.empty();
    }

    /** True for texts that every form of scalar spells as they are. */
    private static boolean isPlain(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-');
    }
}
