package dev.kqlift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What plugins give, worked out by hand from their documentation, and where they are refused. */
final class PluginEvaluationTest {
    /** Badge readings of a door, day by day in May 2025. */
    private static final String BADGES = """
            let Badges = datatable(who:string, at:datetime)[
              'ada', datetime(2025-05-05), 'bea', datetime(2025-05-05 10:00), 'ada', datetime(2025-05-06),
              'cor', datetime(2025-05-06), 'ada', datetime(2025-05-07), 'cor', datetime(2025-05-07)];
            """;

    private static void gives(String query, String... lines) {
        assertThat(Answers.of(query)).as(query).containsExactly(lines);
    }

    @Test
    void slidingWindowsCountEachEventInEveryWindowThatItIsIn() {
        String call =
                "Badges | evaluate sliding_window_counts(who, at, datetime(2025-05-05), datetime(2025-05-08 12:00), ";
        gives(
                BADGES + call + "2d, 1d) | sort by at asc",
                "at:datetime,Count:long,Dcount:long",
                "2025-05-05T00:00:00.0000000Z|2|2",
                "2025-05-06T00:00:00.0000000Z|4|3",
                "2025-05-07T00:00:00.0000000Z|4|2",
                "2025-05-08T00:00:00.0000000Z|2|2");
        // A window that is no multiple of the bin is rounded down.
        gives(BADGES + call + "47h, 1d) | count", "Count:long", "3");
        gives(BADGES + call + "1h, 1d)", "KR001");
        gives(
                "Badges | evaluate sliding_window_counts(who, at, datetime(2025-05-05), datetime(2025-05-07), 1d, 1d)"
                        .transform(query -> BADGES + query),
                "KR001");
        gives(
                "datatable(id:long, t:long, door:string)[1,0,'a', 1,1,'a', 2,1,'b']"
                        + " | evaluate sliding_window_counts(id, t, 0, 4, 2, 1, door) | sort by door asc, t asc",
                "t:long,door:string,Count:long,Dcount:long",
                "0|a|1|1",
                "1|a|2|1",
                "2|a|1|1",
                "1|b|1|1",
                "2|b|1|1");
    }

    @Test
    void aSessionBeginsWhereNobodyWasSeenWithinTheWindowBefore() {
        gives(
                "datatable(id:string, t:long)['x',1, 'x',3, 'x',8, 'y',11, 'x',13, 'y',14]"
                        + " | evaluate session_count(id, t, 0, 100, 10, 5) | sort by t asc",
                "t:long,count_sessions:long",
                "0|2",
                "10|2");
        // A bin with no beginning, and one without events.
        gives("datatable(id:string, t:long)['x',9, 'x',10] | evaluate session_count(id, t, 0, 100, 10, 5)", "KR001");
        gives("datatable(id:string, t:long)['x',9, 'x',30] | evaluate session_count(id, t, 0, 100, 10, 5)", "KR001");
        gives("datatable(id:string, t:long)['x',9] | evaluate session_count(id, t, 0, 9, 10, 5)", "KR001");
    }

    @Test
    void activeUsersAreSeenInEnoughPeriods() {
        String call = " | evaluate active_users_count(who, t, 100, 200, 10, 1, ";
        String seen = "datatable(who:string, t:long)['a',98, 'a',99, 'a',101, 'b',105, 'b',106, 'c',150, 'c',151]";
        gives(seen + call + "3, 10)", "t:long,dcount:long", "100|1");
        gives(seen + call + "2, 10) | sort by t asc", "t:long,dcount:long", "100|2", "150|1");
        // Nine bins before: whether the window reaches that far is not documented.
        gives("datatable(who:string, t:long)['a',101, 'a',110]" + call + "2, 10)", "KR001");
    }

    @Test
    void metricsCompareAWindowWithTheOneBefore() {
        gives(
                BADGES + "Badges | evaluate activity_metrics(who, at, datetime(2025-05-05), datetime(2025-05-08), 1d)",
                "at:datetime,dcount_values:long,dcount_newvalues:long,retention_rate:real,churn_rate:real",
                "2025-05-05T00:00:00.0000000Z|2|2|NaN|NaN",
                "2025-05-06T00:00:00.0000000Z|2|1|0.5|0.5",
                "2025-05-07T00:00:00.0000000Z|2|0|1.0|0.0");
        gives(
                BADGES + "Badges | evaluate activity_metrics(who, at, datetime(2025-05-04), datetime(2025-05-08), 1d)",
                "KR001");
    }

    @Test
    void cohortsOfNewUsersAreFollowed() {
        String call =
                "Badges | evaluate new_activity_metrics(who, at, datetime(2025-05-05), datetime(2025-05-06 23:00), 1d";
        gives(
                BADGES + call + ") | project-away to_at",
                "from_at:datetime,dcount_new_values:long,dcount_retained_values:long,dcount_churn_values:long,"
                        + "retention_rate:real,churn_rate:real",
                "2025-05-05T00:00:00.0000000Z|2|2|0|1.0|0.0",
                "2025-05-05T00:00:00.0000000Z|1|1|1|0.5|0.5",
                "2025-05-06T00:00:00.0000000Z|1|1|0|1.0|0.0");
        gives(
                BADGES + call + ", datetime(2025-05-06)) | project to_at, dcount_new_values",
                "to_at:datetime,dcount_new_values:long",
                "2025-05-06T00:00:00.0000000Z|1");
        gives(
                BADGES + call + ", datetime(2025-05-05), (print who = 'ada')) | project dcount_new_values, churn_rate",
                "dcount_new_values:long,churn_rate:real",
                "1|0.0",
                "1|1.0");
        gives(BADGES.replace("cor", "ada") + call + ")", "KR001");
    }

    @Test
    void schemasAreMergedByName() {
        String schemas = """
                let A = datatable(host:string, port:int)[] | getschema;
                let B = datatable(host:string, port:int, user:string)[] | getschema;
                let C = datatable(user:string, host:string)[] | getschema;
                """;
        gives(
                schemas + "union A, B | evaluate schema_merge()",
                "ColumnName:string,ColumnOrdinal:long,DataType:string,ColumnType:string",
                "host|0|System.String|string",
                "port|1|System.Int32|int",
                "user|2|System.String|string");
        gives(
                schemas
                        + "union B, C | evaluate schema_merge() | where ColumnOrdinal < 0 | project ColumnName, ColumnType",
                "ColumnName:string,ColumnType:string",
                "host|ERROR(columns are out of order)",
                "user|ERROR(columns are out of order)");
        gives(schemas + "union A, C | evaluate schema_merge(PreserveOrder = false)", "KR001");
    }

    @Test
    void rowsNearOneThatMeetsTheConditionAreKept() {
        String rows = "range n from 1 to 9 step 1 | evaluate rows_near(";
        gives(rows + "n == 3 or n == 4, 1)", "n:long", "2", "3", "4", "5");
        gives(rows + "n in (1, 9), 1, 0)", "n:long", "1", "8", "9");
        gives("datatable(n:long)[1, 2] | evaluate rows_near(n == 1, 1)", "KR001");
    }

    @Test
    void narrowGivesARowForEachCell() {
        gives(
                "datatable(host:string, port:long)['a',1, 'b',2] | evaluate narrow()",
                "Row:long,Column:string,Value:string",
                "0|host|a",
                "0|port|1",
                "1|host|b",
                "1|port|2");
        gives("print at = datetime(2025-05-05) | evaluate narrow()", "KR001");
    }

    @Test
    void theSizeOfLongsAndTextsIsKnown() {
        gives(
                "print a = 1, b = 'four' | project c = estimate_data_size(*), d = estimate_data_size(b)",
                "c:long,d:long",
                "12|4");
        gives("print a = 1.5 | project c = estimate_data_size(a)", "KR002");
    }

    @Test
    void aBufferIsARegularPolygonAroundAPlace() {
        // Two meters of ten: pi / acos(0.8) is 4.9, so that five corners do.
        gives(
                "print p = geo_point_buffer(4.5, 52.0, 10, 2) | project c = array_length(p.coordinates[0]),"
                        + " r = round(geo_distance_2points(4.5, 52.0, toreal(p.coordinates[0][3][0]), toreal(p.coordinates[0][3][1])), 3)",
                "c:long,r:real",
                "6|10.0");
        gives("print p = isnull(geo_point_buffer(4.5, 52.0, 10, -2))", "p:bool", "true");
        gives("print p = geo_point_buffer(4.5, 52.0, 10, 20)", "KR002");
    }

    @Test
    void aPlaceIsLookedUpInTheBuffersOfATable() {
        gives(
                "let Depots = datatable(depot:string, x:real, y:real)['Delft', 4.36, 52.01, 'Gouda', 4.71, 52.01]"
                        + " | extend around = geo_point_buffer(x, y, 500);"
                        + "datatable(van:string, x:real, y:real)['v1', 4.361, 52.011, 'v2', 4.5, 52.0]"
                        + " | evaluate geo_polygon_lookup(Depots, around, x, y) | project van, x, depot",
                "van:string,x:real,depot:string",
                "v1|4.361|Delft");
    }

    @Test
    void sketchesAreIntersectedFromLeftToRight() {
        gives(
                "range n from 1 to 12 step 1"
                        + " | summarize a = hll(iff(n % 2 == 0, n, 0)), b = hll(iff(n % 3 == 0, n, 0)), c = hll(n)"
                        + " | evaluate dcount_intersect(a, b, c) | project s0, s1, s2",
                "s0:long,s1:long,s2:long", "7|3|2");
    }

    @Test
    void addressesOfTheLongFormAreLookedUp() {
        String tables =
                "let Nets = datatable(net:string, site:string)['2001:db8:1::/48','north', '2001:db8:2::/48','south'];"
                        + "datatable(ip:string)['2001:db8:2::7', '2001:db8:9::1']";
        gives(
                tables + " | evaluate ipv6_lookup(Nets, ip, net) | project ip, site",
                "ip:string,site:string",
                "2001:db8:2::7|south");
        gives(
                tables + " | evaluate ipv6_lookup(Nets, ip, net, true) | project ip, site",
                "ip:string,site:string",
                "2001:db8:2::7|south",
                "2001:db8:9::1|");
    }
}
