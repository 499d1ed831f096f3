package dev.kqlift.semantic;

import static dev.kqlift.semantic.Binding.gives;

import org.junit.jupiter.api.Test;

/** The result columns of summarize, distinct, count, make-series, top-nested and their like. */
class AggregationColumnsTest {
    @Test
    void countHasANameOfItsOwn() {
        gives("Logins | count", "Count:long");
        gives("Logins | count as N", "N:long");
    }

    @Test
    void keysComeBeforeAggregates() {
        gives("Logins | summarize count() by User", "User:string, count_:long");
        gives(
                "Logins | summarize Total = sum(Bytes), count() by Host, User",
                "Host:string, User:string, Total:long, count_:long");
    }

    @Test
    void repeatedNamesAreNumbered() {
        gives("Logins | summarize count(), count() by User", "User:string, count_:long, count_1:long");
        gives(
                "Logins | summarize count() by bin(Time, 1h), bin(Time, 1d)",
                "Time:datetime, Time1:datetime, count_:long");
        gives(
                "Logins | summarize max(Time), arg_max(Time, Host) by User",
                "User:string, max_Time:datetime, Time:datetime, Host:string");
    }

    @Test
    void aggregatesAreNamedByFunctionAndArgument() {
        gives(
                "Logins | summarize dcount(User), dcountif(User, Ok), countif(Ok), sum(Bytes), avg(Bytes), "
                        + "max(Time), min(Score)",
                "dcount_User:long, dcountif_User:long, countif_Ok:long, sum_Bytes:long, avg_Bytes:real, "
                        + "max_Time:datetime, min_Score:real");
        gives(
                "Logins | summarize stdev(Score), variance(Score), stdevif(Score, Ok), variancep(Code), "
                        + "sumif(Bytes, Ok), avgif(Code, Ok), minif(Time, Ok), maxif(Cost, Ok)",
                "stdev_Score:real, variance_Score:real, stdevif_Score:real, variancep_Code:real, "
                        + "sumif_Bytes:long, avgif_Code:real, minif_Time:datetime, maxif_Cost:decimal");
    }

    @Test
    void namesOfSetsAndListsAreShortened() {
        gives(
                "Logins | summarize make_set(User), make_list(Code, 10), make_bag(Extra), makeset(Host), "
                        + "makelist(Host), make_set_if(User, Ok), make_list_if(User, Ok)",
                "set_User:dynamic, list_Code:dynamic, bag_Extra:dynamic, set_Host:dynamic, list_Host:dynamic, "
                        + "set_User1:dynamic, list_User:dynamic");
    }

    @Test
    void namesOverExpressionsHaveNoArgument() {
        gives(
                "Logins | summarize dcount(strcat(User, Host)), make_set(tolower(User)), max(Code + 1), "
                        + "dcount(Extra.a)",
                "dcount_:long, set_:dynamic, max_:long, dcount_Extra_a:long");
    }

    @Test
    void summarizeWithoutAggregatesIsDistinct() {
        gives("Logins | summarize by User, Host", "User:string, Host:string");
    }

    @Test
    void argMaxReturnsItsMeasureAndTheColumnsBeside() {
        gives(
                "Logins | summarize arg_min(Time, Host, Code) by User",
                "User:string, Time:datetime, Host:string, Code:int");
        gives(
                "Logins | summarize (When, Where) = arg_max(Time, Host) by User",
                "User:string, When:datetime, Where:string");
        gives(
                "Logins | summarize arg_max(Time, tolower(User), Code * 2) by Host",
                "Host:string, Time:datetime, max_Time_arg1:string, max_Time_arg2:long");
    }

    @Test
    void argMaxWithStarReturnsAllButTheKeys() {
        gives(
                "Alerts | summarize arg_max(Time, *) by User",
                "User:string, Time:datetime, Severity:string, Count:long, Tags:dynamic");
        gives(
                "Alerts | summarize Latest = arg_max(Time, *) by User",
                "User:string, Latest:datetime, Severity:string, Count:long, Tags:dynamic");
        gives(
                "Alerts | summarize arg_max(Time, *), count() by User, Severity",
                "User:string, Severity:string, Time:datetime, Count:long, Tags:dynamic, count_:long");
    }

    @Test
    void oldArgMaxPrefixesItsColumns() {
        gives(
                "Alerts | summarize argmax(Time, User, *), argmin(Count, User)",
                "max_Time:datetime, max_Time_User:string, max_Time_Severity:string, max_Time_Count:long, "
                        + "max_Time_Tags:dynamic, min_Count:long, min_Count_User:string");
    }

    @Test
    void percentilesAreNamedByTheirPercent() {
        gives(
                "Logins | summarize percentile(Code, 95), percentiles(Bytes, 5, 50, 99.9)",
                "percentile_Code_95:long, percentile_Bytes_5:long, percentile_Bytes_50:long, "
                        + "percentile_Bytes_99_9:long");
        gives(
                "Logins | summarize percentiles_array(Bytes, 5, 50), percentilew(Bytes, Code, 50), "
                        + "percentilesw(Bytes, Code, 5, 95)",
                "percentiles_Bytes:dynamic, percentile_Bytes_50:long, percentile_Bytes_5:long, "
                        + "percentile_Bytes_95:long");
        gives(
                "Logins | summarize percentile(Score, 99.5), percentile(Time, 50), percentile(Span, 50), "
                        + "percentile(Cost, 50)",
                "percentile_Score_99_5:real, percentile_Time_50:datetime, percentile_Span_50:timespan, "
                        + "percentile_Cost_50:real");
    }

    @Test
    void takeAnyNamesWhatItTakes() {
        gives("Logins | summarize take_any(User, Host) by Code", "Code:int, User:string, Host:string");
        gives("Alerts | summarize take_any(User), any(Severity)", "User:string, any_Severity:string");
        gives(
                "Alerts | summarize take_any(*) by User",
                "User:string, Time:datetime, Severity:string, Count:long, Tags:dynamic");
    }

    @Test
    void typesOfAggregatesFollowTheirArgument() {
        gives(
                "Logins | summarize sum(Code), sum(Cost), sum(Score), sum(Span), avg(Span), avg(Time), max(Span), "
                        + "avg(Cost), avg(Code)",
                "sum_Code:long, sum_Cost:decimal, sum_Score:real, sum_Span:timespan, avg_Span:timespan, "
                        + "avg_Time:datetime, max_Span:timespan, avg_Cost:decimal, avg_Code:real");
        gives(
                "Logins | summarize hll(User), tdigest(Score), binary_all_or(Code), buildschema(Extra), "
                        + "count_distinct(User), count_distinctif(User, Ok)",
                "hll_User:dynamic, tdigest_Score:dynamic, Code:int, schema_Extra:dynamic, "
                        + "count_distinct_User:long, count_distinctif_User:long");
    }

    @Test
    void expressionsOverAggregatesAreNumbered() {
        gives(
                "Logins | summarize sum(Bytes) / count(), 1 + max(Code) by User",
                "User:string, Column1:long, Column2:long");
        gives(
                "Logins | summarize tostring(make_set(User)), round(avg(Score), 2), array_length(make_set(User))",
                "set_User:string, avg_Score:real, Column1:long");
    }

    @Test
    void keysAreNamedLikeProjectedColumns() {
        gives(
                "Logins | summarize count() by bin(Time, 1h), tolower(User)",
                "Time:datetime, Column1:string, count_:long");
        gives("Logins | summarize count() by Code % 2, Code + 1", "Column1:long, Column2:long, count_:long");
        gives("Logins | summarize ['n n'] = count() by ['who am'] = User", "who am:string, n n:long");
    }

    @Test
    void distinctNamesItsExpressions() {
        gives("Assets | distinct *", "Assets.*");
        gives("Logins | distinct User, Host", "User:string, Host:string");
        gives("Logins | distinct tolower(User), Code + 1", "Column1:string, Column2:long");
    }

    @Test
    void makeSeriesGivesKeysThenSeriesThenTheAxis() {
        gives(
                "Logins | make-series count() on Time from ago(1d) to now() step 1h by User",
                "User:string, count_:dynamic, Time:dynamic");
        gives(
                "Logins | make-series n = count() default=0, sum(Bytes) on Time step 1h",
                "n:dynamic, sum_Bytes:dynamic, Time:dynamic");
        gives(
                "Logins | make-series avg(Score) on Time from ago(1d) to now() step 1h by User, tolower(Host)",
                "User:string, Column1:string, avg_Score:dynamic, Time:dynamic");
        gives("Logins | make-series dcount(User) on bin(Time, 1h) step 1h", "dcount_User:dynamic, Time:dynamic");
    }

    @Test
    void topNestedGivesAPairForEachLevel() {
        gives(
                "Logins | top-nested 2 of User by count(), top-nested 3 of Host by sum(Bytes)",
                "User:string, aggregated_User:long, Host:string, aggregated_Host:long");
        gives(
                "Logins | top-nested 2 of U = User with others = \"Rest\" by Total = sum(Bytes) desc",
                "U:string, Total:long");
        gives(
                "Logins | top-nested of User by max(1), top-nested 1 of Host by avg(Score)",
                "User:string, aggregated_User:long, Host:string, aggregated_Host:real");
    }

    @Test
    void topHittersCountsOrSums() {
        gives("Logins | top-hitters 3 of User", "User:string, approximate_count_User:long");
        gives("Logins | top-hitters 3 of User by Bytes", "User:string, approximate_sum_Bytes:long");
    }

    @Test
    void sampleDistinctGivesOneColumn() {
        gives("Logins | sample-distinct 3 of User", "User:string");
    }

    @Test
    void aCallThatMakesSeveralColumnsMakesThemHereToo() {
        gives(
                "Logins | summarize (slope, fit) = series_fit_line(make_list(Bytes)) by User",
                "User:string, slope:real, fit:real");
        gives(
                "Logins | summarize series_fft(make_list(Bytes))",
                "series_fft_list_Bytes_real:dynamic, series_fft_list_Bytes_imag:dynamic");
    }
}
