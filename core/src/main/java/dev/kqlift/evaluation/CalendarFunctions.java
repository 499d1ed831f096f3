package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/** Days, weeks, months, years. Weeks start on Sunday, but those that are counted in a year are ISO's. */
final class CalendarFunctions {
    private static final long EPOCH_DAY = LocalDate.of(1, 1, 1).toEpochDay();

    private CalendarFunctions() {}

    static void addTo(FunctionTable table) {
        period(table, "day", (day, offset) -> day.plusDays(offset));
        period(table, "week", (day, offset) -> sunday(day).plusWeeks(offset));
        period(table, "month", (day, offset) -> day.withDayOfMonth(1).plusMonths(offset));
        period(table, "year", (day, offset) -> day.withDayOfYear(1).plusYears(offset));
        part(table, "getyear", LocalDate::getYear);
        part(table, "getmonth", LocalDate::getMonthValue);
        part(table, "monthofyear", LocalDate::getMonthValue);
        part(table, "dayofmonth", LocalDate::getDayOfMonth);
        part(table, "dayofyear", LocalDate::getDayOfYear);
        part(table, "week_of_year", CalendarFunctions::isoWeek);
        part(table, "weekofyear", CalendarFunctions::isoWeek);
        table.strict(
                "hourofday",
                a -> Numbers.widened(
                        Numbers.ofLong(Math.floorMod(a.instant(0), Instants.TICKS_PER_DAY) / Instants.TICKS_PER_HOUR),
                        a.site().type()));
        table.strict("dayofweek", CalendarFunctions::dayOfWeek);
    }

    /** The day of an instant. */
    static LocalDate day(long ticks) {
        return LocalDate.ofEpochDay(Math.floorDiv(ticks, Instants.TICKS_PER_DAY) + EPOCH_DAY);
    }

    /** The ticks of the start of a day, which may lie out of the range of instants. */
    static long ticks(LocalDate day) {
        return (day.toEpochDay() - EPOCH_DAY) * Instants.TICKS_PER_DAY;
    }

    static LocalDate sunday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    }

    static int isoWeek(LocalDate day) {
        return day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** {@code startof…} and {@code endof…}, moved by a number of periods. */
    private static void period(FunctionTable table, String name, BiFunction<LocalDate, Long, LocalDate> start) {
        table.strict("startof" + name, a -> Instants.of(ticks(start.apply(day(a.instant(0)), offset(a)))));
        table.strict("endof" + name, a -> Instants.of(ticks(start.apply(day(a.instant(0)), offset(a) + 1)) - 1));
    }

    private static long offset(Arguments a) {
        long offset = a.whole(1, 0);
        if (Math.abs(offset) > 10_000_000) {
            throw a.refuse("the offset is out of range");
        }
        return offset;
    }

    private static void part(FunctionTable table, String name, ToIntFunction<LocalDate> part) {
        table.strict(
                name,
                a -> Numbers.widened(
                        Numbers.ofLong(part.applyAsInt(day(a.instant(0)))),
                        a.site().type()));
    }

    /** A length of time since Sunday; null where the week does not end in the range of instants, as in the engine. */
    private static Value dayOfWeek(Arguments a) {
        LocalDate day = day(a.instant(0));
        LocalDate sunday = sunday(day);
        if (ticks(sunday) < 0 && ticks(day) != 0) {
            throw a.refuse("the week starts before the range of instants");
        }
        return ticks(sunday.plusWeeks(1)) > Instants.LAST ? a.none() : new Value.TimeSpan(ticks(day) - ticks(sunday));
    }
}
