package dev.kqlift.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** The patterns of {@code format_datetime()} and {@code format_timespan()}. */
final class TimeFormat {
    private static final String DELIMITERS = " /-:,._[]";

    private TimeFormat() {}

    /** An instant by a pattern of {@code d dd f… F… h hh H HH m mm M MM s ss tt y yy yyyy} and delimiters. */
    static String dateTime(Arguments a, long ticks, String pattern) {
        LocalDate day = CalendarFunctions.day(ticks);
        long clock = Math.floorMod(ticks, Instants.TICKS_PER_DAY);
        long hour = clock / Instants.TICKS_PER_HOUR;
        return written(
                a,
                pattern,
                List.of("yyyy", "yy", "y", "tt", "dd", "d", "HH", "H", "hh", "h", "mm", "m", "MM", "M", "ss", "s"),
                token -> switch (token) {
                    case "yyyy" -> padded(day.getYear(), 4);
                    case "yy" -> padded(day.getYear() % 100, 2);
                    case "y" -> padded(day.getYear() % 100, 1);
                    case "tt" -> hour < 12 ? "AM" : "PM";
                    case "dd", "d" -> padded(day.getDayOfMonth(), token.length());
                    case "HH", "H" -> padded(hour, token.length());
                    case "hh", "h" -> padded((hour + 11) % 12 + 1, token.length());
                    case "MM", "M" -> padded(day.getMonthValue(), token.length());
                    default -> clockPart(token, clock);
                });
    }

    /** A length of time by a pattern of {@code d…(up to 8) f… F… h hh H HH m mm s ss} and delimiters. */
    static String timeSpan(Arguments a, long ticks, String pattern) {
        if (ticks == Long.MIN_VALUE) {
            throw a.refuse("the smallest timespan is written");
        }
        long size = Math.abs(ticks);
        long clock = size % Instants.TICKS_PER_DAY;
        String text = written(
                a,
                pattern,
                List.of(
                        "dddddddd",
                        "ddddddd",
                        "dddddd",
                        "ddddd",
                        "dddd",
                        "ddd",
                        "dd",
                        "d",
                        "HH",
                        "H",
                        "hh",
                        "h",
                        "mm",
                        "m",
                        "ss",
                        "s"),
                token -> switch (token.charAt(0)) {
                    case 'd' -> padded(size / Instants.TICKS_PER_DAY, token.length());
                    case 'H', 'h' -> padded(clock / Instants.TICKS_PER_HOUR, token.length());
                    default -> clockPart(token, clock);
                });
        return (ticks < 0 ? "-" : "") + text;
    }

    private static String clockPart(String token, long clock) {
        return token.charAt(0) == 'm'
                ? padded(clock / Instants.TICKS_PER_MINUTE % 60, token.length())
                : token.charAt(0) == 's'
                        ? padded(clock / Instants.TICKS_PER_SECOND % 60, token.length())
                        : fraction(token, clock % Instants.TICKS_PER_SECOND);
    }

    /** {@code f} writes so many digits of the second's fraction; {@code F} leaves zeros at the end out. */
    private static String fraction(String token, long ticks) {
        String digits = padded(ticks, 7).substring(0, token.length());
        int end = digits.length();
        while (token.charAt(0) == 'F' && end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }

    private static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    /** Reads the pattern from left to right, always the longest token: {@code ddd} is {@code dd} and {@code d}. */
    private static String written(Arguments a, String pattern, List<String> tokens, Function<String, String> write) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (DELIMITERS.indexOf(c) >= 0) {
                out.append(c);
                at++;
                continue;
            }
            String token = c == 'f' || c == 'F' ? run(pattern, at) : token(a, pattern, at, tokens);
            out.append(write.apply(token));
            at += token.length();
        }
        return out.toString();
    }

    private static String run(String pattern, int at) {
        int end = at;
        while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(at) && end - at < 7) {
            end++;
        }
        return pattern.substring(at, end);
    }

    private static String token(Arguments a, String pattern, int at, List<String> tokens) {
        for (String token : tokens) {
            if (pattern.startsWith(token, at)) {
                return token;
            }
        }
        throw a.refuse("`" + pattern.charAt(at) + "` means nothing in a format");
    }
}
