package dev.kqlift.pipe;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names and literals of ES|QL: what is written between the signs of the language, escaped. */
final class EsqlText {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*|[_@][A-Za-z0-9_]+");
    private static final Pattern PLAIN_PATTERN = Pattern.compile("[A-Za-z0-9_.*-]+");

    private static final Set<String> RESERVED = Set.of(
            "and",
            "as",
            "asc",
            "by",
            "desc",
            "false",
            "first",
            "in",
            "info",
            "is",
            "last",
            "like",
            "metadata",
            "not",
            "null",
            "nulls",
            "on",
            "or",
            "rlike",
            "true",
            "where",
            "with",
            "using",
            "limit",
            "stats",
            "from",
            "row",
            "sort",
            "keep",
            "drop",
            "eval",
            "rename",
            "join",
            "lookup",
            "enrich",
            "dissect",
            "grok",
            "show");

    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.MILLI_OF_SECOND, 3, 3, true)
            .appendLiteral('Z')
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private EsqlText() {}

    /** A field's name: each part in back quotes where it would not be read as one name. */
    static String name(String name) {
        List<String> parts = parts(name);
        StringBuilder result = new StringBuilder();
        for (String part : parts) {
            result.append(result.isEmpty() ? "" : ".").append(part(part));
        }
        return result.toString();
    }

    private static String part(String part) {
        boolean quoted = part.length() > 1 && part.startsWith("`") && part.endsWith("`");
        boolean plain = PLAIN_NAME.matcher(part).matches() && !RESERVED.contains(part.toLowerCase(Locale.ROOT));
        return quoted || plain ? part : "`" + part.replace("`", "``") + "`";
    }

    /** The parts between dots; a name with an empty part, or with back quotes of its own, is one part. */
    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>(List.of(name.split("\\.", -1)));
        boolean odd =
                parts.stream().anyMatch(part -> part.isEmpty() || part.contains("`") && !part.matches("`[0-9]+`"));
        return odd ? List.of(name) : parts;
    }

    /** A text literal. */
    static String text(String value) {
        StringBuilder result = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> result.append("\\\"");
                case '\\' -> result.append("\\\\");
                case '\n' -> result.append("\\n");
                case '\r' -> result.append("\\r");
                case '\t' -> result.append("\\t");
                default -> result.append(c);
            }
        }
        return result.append('"').toString();
    }

    /** An index pattern of {@code FROM}. */
    static String pattern(String pattern) {
        return PLAIN_PATTERN.matcher(pattern).matches() ? pattern : text(pattern);
    }

    /** A length of time in its largest whole unit. Days are 24 hours: the target's clock is UTC. */
    static String duration(long milliseconds) {
        long length = Math.abs(milliseconds);
        if (length % DAY == 0 && length != 0) {
            return counted(milliseconds / DAY, "day");
        }
        if (length % HOUR == 0 && length != 0) {
            return counted(milliseconds / HOUR, "hour");
        }
        if (length % MINUTE == 0 && length != 0) {
            return counted(milliseconds / MINUTE, "minute");
        }
        if (length % SECOND == 0) {
            return counted(milliseconds / SECOND, "second");
        }
        return counted(milliseconds, "millisecond");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    /** An instant. */
    static String moment(long milliseconds) {
        return "TO_DATETIME(\"" + MOMENT.format(Instant.ofEpochMilli(milliseconds)) + "\")";
    }

    /** A real number: with a point or an exponent, so that it is not read as a whole one. */
    static String real(double value) {
        return Double.toString(value);
    }
}
