package dev.kqlift.lint;

import dev.kqlift.diagnostics.Severity;
import dev.kqlift.document.RuleKind;
import dev.kqlift.ir.Scalar;
import dev.kqlift.semantic.BoundQuery;
import java.util.Optional;

/** A window that begins with the day or the hour, in a rule that runs more often. */
@RuleInfo(
        code = "KL260",
        name = "calendar-window",
        category = LintCategory.SCHEDULE,
        severity = Severity.NOTE,
        kinds = {RuleKind.SCHEDULED, RuleKind.ARM})
final class CalendarWindow implements LintRule, OnBound {
    private static final long HOUR = 3_600 * Moment.TICKS_PER_SECOND;

    @Override
    public void check(BoundQuery query, RuleContext context) {
        Optional<Long> frequency = RuleSchedule.frequency(context);
        if (frequency.isEmpty()) {
            context.notChecked("the rule states no `queryFrequency` that can be read");
            return;
        }
        TableColumns tables = TableColumns.of(query);
        for (Scalar scalar : QueryScalars.of(query)) {
            if (scalar instanceof Scalar.Comparison comparison) {
                check(comparison.left(), comparison.right(), frequency.get(), tables, context);
                check(comparison.right(), comparison.left(), frequency.get(), tables, context);
            } else if (scalar instanceof Scalar.Between between) {
                check(between.subject(), between.low(), frequency.get(), tables, context);
            }
        }
    }

    private static void check(Scalar time, Scalar bound, long frequency, TableColumns tables, RuleContext context) {
        if (tables.isTime(time) && bound instanceof Scalar.Call call) {
            long unit = switch (call.function().name()) {
                case "startofhour" -> HOUR;
                case "startofday" -> 24 * HOUR;
                case "startofweek" -> 7 * 24 * HOUR;
                case "startofmonth" -> 28 * 24 * HOUR;
                default -> 0;
            };
            boolean ofNow = unit > frequency
                    && call.arguments().stream()
                            .allMatch(argument -> Moment.of(argument).isPresent()
                                    || Moment.length(argument).isPresent()
                                    || argument instanceof Scalar.Constant);
            if (ofNow) {
                context.report(
                                bound.origin(),
                                "the window stays where it is for several runs, each of which finds the same rows again")
                        .help("use `ago()`, or run the rule once in that time");
            }
        }
    }
}
