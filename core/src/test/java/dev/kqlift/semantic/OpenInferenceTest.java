package dev.kqlift.semantic;

import static dev.kqlift.semantic.Binding.gives;

import org.junit.jupiter.api.Test;

/** Tables whose columns are not known. */
class OpenInferenceTest {
    @Test
    void columnsAppearByUse() {
        gives("Missing | where a == 1 and b == \"x\"", "a:unknown, b:unknown, …");
        gives("Missing | extend x = a + 1", "a:unknown, x:unknown, …");
    }

    @Test
    void operatorsThatNameTheirColumnsCloseTheTable() {
        gives("Missing | where a == 1 | project a, b", "a:unknown, b:unknown");
        gives("Missing | count", "Count:long");
        gives("Missing | distinct a", "a:unknown");
        gives("Missing | extend x = a + 1 | summarize count() by x, c", "x:unknown, c:unknown, count_:long");
    }

    @Test
    void operatorsThatKeepColumnsStayOpen() {
        gives("Missing | project-away a", "…");
        gives("Missing | project-reorder b, a", "b:unknown, a:unknown, …");
        gives("Missing | project-rename x = a", "x:unknown, …");
        gives("Missing | distinct *", "…");
        gives("Missing | parse a with x \"y\" z:long", "a:unknown, x:string, z:long, …");
        gives("Missing | evaluate bag_unpack(a)", "…");
    }

    @Test
    void oneOpenSideOpensAJoin() {
        gives("Missing | join kind=inner Assets on Host", "Host:unknown, Host1:string, Owner:string, Score:long, …");
        gives("Assets | join kind=inner Missing on Host", "Assets.*, Host1:unknown, …");
        gives("Assets | lookup Missing on Host", "Assets.*, …");
    }

    @Test
    void aSemiJoinIsAsOpenAsTheSideThatItGives() {
        gives("Assets | join kind=leftsemi Missing on Host", "Assets.*");
        gives("Assets | join kind=leftanti Missing on Host", "Assets.*");
    }

    @Test
    void oneOpenInputOpensAUnion() {
        gives("union Assets, Missing", "Assets.*, …");
        gives("union Assets, Missing | where zzz == 1", "Assets.*, zzz:unknown, …");
        gives("union isfuzzy=true Missing1, Missing2", "…");
    }

    @Test
    void unknownFunctionsAreOpen() {
        gives("_GetWatchlist(\"abc\") | project SearchKey, y", "SearchKey:string, y:unknown");
        gives("Missing(1) | where x == 1", "x:unknown, …");
    }
}
