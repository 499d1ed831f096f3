package dev.kqlift.evaluation;

import java.util.regex.Pattern;

/** Texts that read as numbers in some reading of the engine. */
final class NumberText {
    private static final Pattern NUMBER = Pattern.compile(
            "\\s*[-+]?(?:0[xX][0-9a-fA-F]+|\\d*\\.?\\d*(?:[eE][-+]?\\d+)?|(?i:nan|inf|infinity|true|false))\\s*");

    private NumberText() {}

    /** Whether a conversion of the text to a number or bool might succeed. */
    static boolean looksLikeNumber(String text) {
        return !text.isBlank() && NUMBER.matcher(text).matches();
    }
}
