package dev.kqlift.semantic;

import static dev.kqlift.semantic.Binding.gives;

import org.junit.jupiter.api.Test;

/** The result columns of operators that change rows or are rare. */
class OtherOperatorColumnsTest {
    @Test
    void operatorsOnRowsKeepTheColumns() {
        gives("Assets | where Score > 1", "Assets.*");
        gives("Assets | sort by Score asc, Owner", "Assets.*");
        gives("Assets | order by Score", "Assets.*");
        gives("Assets | top 5 by Score desc nulls last", "Assets.*");
        gives("Assets | take 3", "Assets.*");
        gives("Assets | limit 3", "Assets.*");
        gives("Assets | sample 3", "Assets.*");
        gives("Assets | serialize", "Assets.*");
        gives("Assets | render timechart", "Assets.*");
        gives("Assets | as X", "Assets.*");
        gives("Assets | assert-schema (Host:string)", "Assets.*");
    }

    @Test
    void serializeExtends() {
        gives("Assets | serialize n = row_number()", "Assets.*, n:long");
        gives("Assets | serialize row_number()", "Assets.*, Column1:long");
        gives(
                "Assets | extend prev(Owner), next(Score), row_cumsum(Score), row_number()",
                "Assets.*, Column1:string, Column2:long, Column3:long, Column4:long");
    }

    @Test
    void reduceGivesPatterns() {
        gives("Logins | reduce by User", "Pattern:string, Count:long, Representative:string");
        gives("Assets | reduce kind=source by Owner", "Assets.*, Pattern:string, Count:long, Representative:string");
    }

    @Test
    void scanAddsDeclaredColumnsAndTheMatchId() {
        gives(
                "Assets | sort by Score | scan declare (total:long = 0) with (step s: true => total = s.total + "
                        + "Score;)",
                "Assets.*, total:long");
        gives(
                "Assets | sort by Score | scan with_match_id=m with (step a: Score > 1; step b: Score > 2;)",
                "Assets.*, m:long");
    }

    @Test
    void partitionGivesWhatItsSubqueryGives() {
        gives("Assets | partition by Owner (top 1 by Score)", "Assets.*");
        gives(
                "Assets | partition hint.strategy=native by Owner (summarize count() by Host)",
                "Host:string, count_:long");
    }

    @Test
    void getschemaDescribesColumns() {
        gives("Logins | getschema", "ColumnName:string, ColumnOrdinal:int, DataType:string, ColumnType:string");
    }

    @Test
    void aNameGivenByAsIsATable() {
        gives("Assets | as X | join (X | summarize count() by Owner) on Owner", "Assets.*, Owner1:string, count_:long");
        gives("Assets | as hint.materialized=true L | union L", "Assets.*");
    }

    @Test
    void pluginsGiveTheColumnsOfTheirSignature() {
        gives("Logins | evaluate narrow()", "Row:long, Column:string, Value:string");
        gives("Logins | evaluate ipv4_lookup(Assets, User, Host)", "Logins.*, Host1:string, Owner:string, Score1:long");
        gives(
                "Logins | evaluate ipv4_lookup(Assets, User, Host, return_unmatched = true)",
                "Logins.*, Host1:string, Owner:string, Score1:long");
        gives("Assets | evaluate python(typeof(*, x:long), \"code\")", "Assets.*, x:long");
        gives("Assets | evaluate python(typeof(x:long), \"code\")", "x:long");
        gives(
                "Logins | evaluate session_count(User, Time, ago(1d), now(), 1h, 1d)",
                "Time:datetime, count_sessions:long");
    }

    @Test
    void pluginsWhoseColumnsDependOnDataAreOpen() {
        gives("Assets | evaluate pivot(Owner)", "Host:string, Score:long, …");
        gives("Alerts | evaluate bag_unpack(Tags)", "Time:datetime, User:string, Severity:string, Count:long, …");
    }

    @Test
    void aStatedSchemaFixesTheColumnsOfAPlugin() {
        gives("Alerts | evaluate bag_unpack(Tags, \"x_\") : (x_a:string, User:string)", "x_a:string, User:string");
        gives("Assets | evaluate pivot(Owner) : (Host:string, a:long)", "Host:string, a:long");
    }

    @Test
    void anUnknownPluginIsOpen() {
        gives("Logins | evaluate nosuchplugin(User)", "…");
    }
}
