package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Instants: made, moved, compared, told apart. */
final class DateTimeFunctions {
    private DateTimeFunctions() {}

    static void addTo(FunctionTable table) {
        table.strict("now", a -> Instants.of(a.site().context().now() + (a.has(0) ? a.timeSpan(0) : 0)));
        table.strict(
                "ago", a -> Instants.of(Math.subtractExact(a.site().context().now(), a.timeSpan(0))));
        table.strict("datetime_add", DateTimeFunctions::add);
        table.strict("datetime_diff", DateTimeFunctions::difference);
        table.strict("datetime_part", DateTimeFunctions::part);
        table.strict("make_datetime", DateTimeFunctions::make);
        table.strict("make_timespan", DateTimeFunctions::makeTimeSpan);
        table.strict("format_datetime", a -> new Value.Text(TimeFormat.dateTime(a, a.instant(0), a.text(1))));
        table.strict("format_timespan", a -> new Value.Text(TimeFormat.timeSpan(a, a.timeSpan(0), a.text(1))));
        unix(table, "seconds", Instants.TICKS_PER_SECOND);
        unix(table, "milliseconds", Instants.TICKS_PER_MILLISECOND);
        unix(table, "microseconds", 10);
        table.strict(
                "unixtime_nanoseconds_todatetime",
                a -> Instants.of(Instants.UNIX_EPOCH + Math.floorDiv(a.whole(0), 100)));
        table.strict("datetime_local_to_utc", DateTimeFunctions::toUtc);
        table.strict("datetime_utc_to_local", DateTimeFunctions::toLocal);
    }

    private static void unix(FunctionTable table, String unit, long ticks) {
        table.strict("unixtime_" + unit + "_todatetime", a -> {
            if (a.value(0) instanceof Value.Whole(var number, var type)) {
                return Math.abs(number) > Instants.LAST / ticks
                        ? a.none()
                        : Instants.of(Instants.UNIX_EPOCH + number * ticks);
            }
            double moved = a.real(0) * ticks;
            if (moved != Math.rint(moved)) {
                throw a.refuse("a fraction of a tick is converted");
            }
            return Instants.of(Instants.UNIX_EPOCH + (long) moved);
        });
    }

    private static Value add(Arguments a) {
        String unit = a.text(0).toLowerCase(Locale.ROOT);
        long amount = a.whole(1);
        long ticks = a.instant(2);
        LocalDate day = CalendarFunctions.day(ticks);
        long clock = Math.floorMod(ticks, Instants.TICKS_PER_DAY);
        if (Math.abs(amount) > Instants.LAST) {
            throw a.refuse("the amount is out of range");
        }
        return switch (unit) {
            case "year", "quarter", "month" -> {
                long months = amount * (unit.equals("year") ? 12 : unit.equals("quarter") ? 3 : 1);
                yield Math.abs(months) > 200_000
                        ? a.none()
                        : Instants.of(CalendarFunctions.ticks(day.plusMonths(months)) + clock);
            }
            case "nanosecond" -> Instants.of(ticks + Math.floorDiv(amount, 100));
            default -> {
                long size = unitTicks(a, unit);
                yield Math.abs(amount) > Instants.LAST / size ? a.none() : Instants.of(ticks + amount * size);
            }
        };
    }

    private static long unitTicks(Arguments a, String unit) {
        return switch (unit) {
            case "week" -> 7 * Instants.TICKS_PER_DAY;
            case "day" -> Instants.TICKS_PER_DAY;
            case "hour" -> Instants.TICKS_PER_HOUR;
            case "minute" -> Instants.TICKS_PER_MINUTE;
            case "second" -> Instants.TICKS_PER_SECOND;
            case "millisecond" -> Instants.TICKS_PER_MILLISECOND;
            case "microsecond" -> 10;
            default -> throw a.refuse("`" + unit + "` is no unit that is evaluated");
        };
    }

    /** How many bounds of the unit lie between two instants. */
    private static Value difference(Arguments a) {
        String unit = a.text(0).toLowerCase(Locale.ROOT);
        long left = a.instant(1);
        long right = a.instant(2);
        LocalDate leftDay = CalendarFunctions.day(left);
        LocalDate rightDay = CalendarFunctions.day(right);
        long crossed = switch (unit) {
            case "year" -> leftDay.getYear() - rightDay.getYear();
            case "quarter" -> months(leftDay) / 3 - months(rightDay) / 3;
            case "month" -> months(leftDay) - months(rightDay);
            case "week" ->
                (CalendarFunctions.ticks(CalendarFunctions.sunday(leftDay))
                                - CalendarFunctions.ticks(CalendarFunctions.sunday(rightDay)))
                        / (7 * Instants.TICKS_PER_DAY);
            case "nanosecond" -> {
                if (Math.abs(left - right) > Long.MAX_VALUE / 100) {
                    throw a.refuse("the number of nanoseconds leaves the range of its type");
                }
                yield (left - right) * 100;
            }
            default -> left / unitTicks(a, unit) - right / unitTicks(a, unit);
        };
        return Numbers.widened(Numbers.ofLong(crossed), a.site().type());
    }

    private static long months(LocalDate day) {
        return day.getYear() * 12L + day.getMonthValue() - 1;
    }

    private static Value part(Arguments a) {
        long ticks = a.instant(1);
        LocalDate day = CalendarFunctions.day(ticks);
        long clock = Math.floorMod(ticks, Instants.TICKS_PER_DAY);
        String part = a.text(0).toLowerCase(Locale.ROOT);
        long number = switch (part) {
            case "year" -> day.getYear();
            case "quarter" -> (day.getMonthValue() + 2) / 3;
            case "month" -> day.getMonthValue();
            case "week_of_year", "weekofyear" -> CalendarFunctions.isoWeek(day);
            case "day" -> day.getDayOfMonth();
            case "dayofyear" -> day.getDayOfYear();
            case "hour" -> clock / Instants.TICKS_PER_HOUR;
            case "minute" -> clock / Instants.TICKS_PER_MINUTE % 60;
            case "second" -> clock / Instants.TICKS_PER_SECOND % 60;
            case "millisecond" -> clock / Instants.TICKS_PER_MILLISECOND % 1000;
            case "microsecond" -> clock % Instants.TICKS_PER_SECOND / 10;
            case "nanosecond" -> clock % Instants.TICKS_PER_SECOND * 100;
            default -> throw a.refuse("`" + part + "` is no part that is evaluated");
        };
        return Numbers.widened(Numbers.ofLong(number), a.site().type());
    }

    /** {@code make_datetime(year, month, day [, hour, minute [, second]])}; null where there is no such instant. */
    private static Value make(Arguments a) {
        if (a.count() < 3) {
            return Casts.dateTime(a.value(0), a.site());
        }
        try {
            LocalDateTime minute = LocalDateTime.of(
                    (int) a.whole(0), (int) a.whole(1), (int) a.whole(2), (int) a.whole(3, 0), (int) a.whole(4, 0));
            double seconds = a.has(5) ? a.real(5) : 0;
            if (!(seconds >= 0 && seconds < 60)) {
                return a.none();
            }
            return Instants.of(CalendarFunctions.ticks(minute.toLocalDate())
                    + minute.toLocalTime().toSecondOfDay() * Instants.TICKS_PER_SECOND
                    + ticks(seconds));
        } catch (DateTimeException noSuchInstant) {
            return a.none();
        }
    }

    /** A number of seconds in whole ticks, cut by its digits: the nearest double of 59.9999999 lies below it. */
    private static long ticks(double seconds) {
        return Numbers.decimal(Numbers.ofReal(seconds)).movePointRight(7).longValue();
    }

    /** {@code make_timespan([day,] hour, minute [, second])}. */
    private static Value makeTimeSpan(Arguments a) {
        int first = a.count() == 4 ? 1 : 0;
        long days = first == 1 ? a.whole(0) : 0;
        long hours = a.whole(first);
        long minutes = a.whole(first + 1);
        double seconds = a.has(first + 2) ? a.real(first + 2) : 0;
        boolean fits = days >= 0 && days < 10_000_000 && hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60;
        if (!fits || !(seconds >= 0 && seconds < 60)) {
            throw a.refuse("a part is out of range");
        }
        return new Value.TimeSpan(days * Instants.TICKS_PER_DAY
                + hours * Instants.TICKS_PER_HOUR
                + minutes * Instants.TICKS_PER_MINUTE
                + ticks(seconds));
    }

    // ---- time zones

    private static ZoneId zone(Arguments a) {
        try {
            return ZoneId.of(a.text(1));
        } catch (DateTimeException notKnown) {
            throw a.refuse("the time zone `" + a.text(1) + "` is not known here");
        }
    }

    private static Value toUtc(Arguments a) {
        LocalDateTime local = local(a.instant(0));
        List<ZoneOffset> offsets = zone(a).getRules().getValidOffsets(local);
        if (offsets.size() != 1) {
            throw a.refuse("the local time stands twice on that day, or not at all");
        }
        return Instants.of(a.instant(0) - offsets.get(0).getTotalSeconds() * Instants.TICKS_PER_SECOND);
    }

    private static Value toLocal(Arguments a) {
        ZoneOffset offset = zone(a).getRules().getOffset(local(a.instant(0)).toInstant(ZoneOffset.UTC));
        return Instants.of(a.instant(0) + offset.getTotalSeconds() * Instants.TICKS_PER_SECOND);
    }

    private static LocalDateTime local(long ticks) {
        return CalendarFunctions.day(ticks)
                .atStartOfDay()
                .plusNanos(Math.floorMod(ticks, Instants.TICKS_PER_DAY) * 100);
    }
}
