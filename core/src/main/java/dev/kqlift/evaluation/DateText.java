package dev.kqlift.evaluation;

import dev.kqlift.semantic.LiteralValues;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.regex.Pattern;

/** Texts that {@code todatetime()} reads. */
final class DateText {
    /** Shapes of which it is certain that they are read as dates, so that a wrong month or day makes a null. */
    private static final Pattern KNOWN_SHAPE = Pattern.compile(
            "(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}/\\d{1,2}/\\d{4})(?:[T ]\\d{1,2}:\\d{1,2}(?::\\d{1,2}(?:\\.\\d*)?)?Z?)?");

    /** A word that no date has in it. */
    private static final Pattern WORD = Pattern.compile(
            "(?<![A-Za-z])(?!(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun))[A-Za-z]{4,}");

    private DateText() {}

    /** The instant; null for what is no date, refused for a form that the engine may know. */
    static Value read(String text, CallSite site) {
        String trimmed = text.strip();
        Value instant = LiteralValues.dateTime(trimmed);
        if (instant instanceof Value.DateTime) {
            return instant;
        }
        boolean certain = WORD.matcher(trimmed).find()
                || trimmed.chars().noneMatch(c -> c >= '0' && c <= '9')
                || KNOWN_SHAPE.matcher(trimmed).matches();
        if (certain) {
            return Nulls.of(KqlType.DATETIME);
        }
        throw site.refuse("whether `" + text + "` is read as a date is not certain");
    }
}
