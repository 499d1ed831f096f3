package dev.kqlift.document;

import dev.kqlift.source.EmbeddedText;
import dev.kqlift.source.Span;

/** Follows the characters of a scalar's value back to the file, by reading its spelling a second time. */
public final class ScalarText {
    private ScalarText() {}

    /** The value with the place of each character; opaque where the second reading does not give the same value. */
    public static EmbeddedText of(String file, Datum.Scalar scalar) {
        RunBuilder runs = new RunBuilder(scalar.value().length());
        boolean read = switch (scalar.form()) {
            case LITERAL -> BlockScalar.read(file, scalar, false, runs);
            case FOLDED -> BlockScalar.read(file, scalar, true, runs);
            case PLAIN, JSON_WORD -> FlowScalar.readPlain(file, properties(file, scalar.span()), runs);
            case SINGLE_QUOTED -> FlowScalar.readSingleQuoted(file, properties(file, scalar.span()), runs);
            case DOUBLE_QUOTED -> FlowScalar.readDoubleQuoted(file, properties(file, scalar.span()), runs);
            case JSON_STRING -> JsonString.read(file, scalar.span(), runs);
            case NULL -> true;
        };
        return read && runs.spells(scalar.value())
                ? runs.build(scalar.span())
                : EmbeddedText.opaque(scalar.value(), scalar.span());
    }

    /** The span without the anchor and tag that may stand before the scalar itself. */
    static Span properties(String file, Span span) {
        int i = span.start();
        while (i < span.end() && (file.charAt(i) == '&' || file.charAt(i) == '!')) {
            while (i < span.end() && !isWhite(file.charAt(i))) {
                i++;
            }
            while (i < span.end() && isWhite(file.charAt(i))) {
                i++;
            }
        }
        return new Span(i, span.end());
    }

    private static boolean isWhite(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
