package dev.kqlift.semantic;

import static dev.kqlift.semantic.Binding.gives;

import org.junit.jupiter.api.Test;

/** The result columns of join, lookup, union, search and find. */
class CombinationColumnsTest {
    @Test
    void joinNumbersRightColumnsThatTheLeftHas() {
        gives(
                "Logins | join Alerts on User",
                "Logins.*, Time1:datetime, User1:string, Severity:string, Count:long, Tags:dynamic");
        gives(
                "Alerts | join kind=inner (Assets | project User = Owner, Score) on User",
                "Alerts.*, User1:string, Score:long");
        gives(
                "Logins | project User, Time | join kind=inner hint.strategy=broadcast Alerts on User",
                "User:string, Time:datetime, Time1:datetime, User1:string, Severity:string, Count:long, "
                        + "Tags:dynamic");
    }

    @Test
    void semiAndAntiJoinsGiveOneSide() {
        gives("Assets | join kind=leftsemi Logins on Host", "Assets.*");
        gives("Assets | join kind=leftanti Logins on Host", "Assets.*");
        gives("Assets | join kind=anti Logins on Host", "Assets.*");
        gives("Assets | join kind=leftantisemi Logins on Host", "Assets.*");
        gives("Logins | join kind=rightsemi Assets on Host", "Assets.*");
        gives("Logins | join kind=rightanti Assets on Host", "Assets.*");
        gives("Logins | join kind=rightantisemi Assets on Host", "Assets.*");
    }

    @Test
    void outerJoinsGiveBothSides() {
        gives(
                "Assets | join kind=leftouter (Alerts | project Owner = User, Count) on Owner",
                "Assets.*, Owner1:string, Count:long");
        gives(
                "Assets | join kind=rightouter (Alerts | project Owner = User, Count) on Owner",
                "Assets.*, Owner1:string, Count:long");
        gives(
                "Assets | join kind=fullouter (Alerts | project Owner = User, Count) on Owner",
                "Assets.*, Owner1:string, Count:long");
    }

    @Test
    void chainedJoinsCountOn() {
        gives(
                "Logins | project User, Time | join (Logins | project User, Time) on User | join (Logins | "
                        + "project User, Time) on User",
                "User:string, Time:datetime, User1:string, Time1:datetime, User2:string, Time2:datetime");
        gives(
                "Logins | project User, Time | join kind=leftouter (Alerts | project User, Time) on User | join "
                        + "kind=leftouter (Assets | project User = Owner, Time = Host) on User",
                "User:string, Time:datetime, User1:string, Time1:datetime, User2:string, Time2:string");
    }

    @Test
    void aNumberThatIsTakenIsPassedOver() {
        gives(
                "Logins | project User, User1 = Host | join (Logins | project User) on User",
                "User:string, User1:string, User2:string");
        gives(
                "Logins | project User | join (Logins | project User, User1 = Host) on User",
                "User:string, User2:string, User1:string");
        gives(
                "Logins | project User | join (Logins | project User1 = User, User) on User | join (Logins | "
                        + "project User) on User",
                "User:string, User1:string, User2:string, User3:string");
    }

    @Test
    void joinTakesConditionsOfTwoSides() {
        gives("Assets | join kind=innerunique Alerts on $left.Owner == $right.User", "Assets.*, Alerts.*");
        gives(
                "Assets | join Logins on $left.Owner == $right.User, Host",
                "Assets.*, Time:datetime, User:string, Host1:string, Code:int, Bytes:long, Score1:real, "
                        + "Cost:decimal, Ok:bool, Id:guid, Span:timespan, Extra:dynamic");
        gives(
                "Alerts | join kind=inner (Logins | project User, Time) on $left.User == $right.User and "
                        + "$left.Time == $right.Time",
                "Alerts.*, User1:string, Time1:datetime");
    }

    @Test
    void lookupDropsTheRightKeys() {
        gives("Alerts | lookup (Assets | project User = Owner, Score) on User", "Alerts.*, Score:long");
        gives("Logins | lookup kind=inner Assets on Host", "Logins.*, Owner:string, Score1:long");
        gives(
                "Logins | lookup (Assets | project Machine = Host, Owner) on $left.Host == $right.Machine",
                "Logins.*, Owner:string");
    }

    @Test
    void unionTakesColumnsInTheOrderInWhichTheyTurnUp() {
        gives("union Alerts, (Assets | project Owner, User = Host)", "Alerts.*, Owner:string");
        gives("Alerts | union Assets", "Alerts.*, Assets.*");
        gives("Logins | union Alerts", "Logins.*, Severity:string, Count:long, Tags:dynamic");
    }

    @Test
    void unionSplitsColumnsOfSeveralTypes() {
        gives(
                "union Logins, Assets",
                "Time:datetime, User:string, Host:string, Code:int, Bytes:long, Score_real:real, Score_long:long, "
                        + "Cost:decimal, Ok:bool, Id:guid, Span:timespan, Extra:dynamic, Owner:string");
        gives(
                "union (Logins | project x = Code), (Logins | project x = Bytes), (Logins | project x = User)",
                "x_int:int, x_long:long, x_string:string");
        gives(
                "union (print a = 1), (print a = \"x\"), (print a = datetime(2024-01-01))",
                "a_long:long, a_string:string, a_datetime:datetime");
        gives("union (print a = int(1)), (print a = 1)", "a_int:int, a_long:long");
    }

    @Test
    void unionOfCommonColumnsDropsTheOthers() {
        gives("union kind=inner Logins, Alerts", "Time:datetime, User:string");
        gives(
                "union kind=inner (print a = 1, b = 2), (print a = \"x\", b = 3)",
                "a_long:long, a_string:string, b:long");
    }

    @Test
    void withsourceComesFirst() {
        gives("union withsource=Src Alerts, Assets", "Src:string, Alerts.*, Assets.*");
        gives(
                "Assets | union withsource=T (Alerts | project User, Severity)",
                "T:string, Assets.*, User:string, Severity:string");
    }

    @Test
    void searchPutsTheTableFirst() {
        gives("search in (Alerts, Assets) \"x\"", "$table:string, Alerts.*, Assets.*");
        gives("search in (Alerts) User == \"x\"", "$table:string, Alerts.*");
        gives("Alerts | search \"x\"", "$table:string, Alerts.*");
        gives("search kind=case_sensitive in (Alerts) \"x\" | project $table, User", "$table:string, User:string");
    }

    @Test
    void findPutsTheSourceFirst() {
        gives(
                "find in (Logins, Alerts) where User == \"x\"",
                "source_:string, Time:datetime, User:string, pack_:dynamic");
        gives(
                "find in (Logins, Alerts) where User == \"x\" project User, Time",
                "source_:string, User:string, Time:datetime");
        gives(
                "find withsource=S in (Logins, Alerts) where User == \"x\" project User, Severity",
                "S:string, User:string, Severity:string");
        gives(
                "find in (Logins, Alerts) where User has \"x\" project User, pack(*)",
                "source_:string, User:string, pack_:dynamic");
        gives(
                "find in (Logins, Alerts) where Code > 1 project User:string, Code:long",
                "source_:string, User:string, Code:long");
    }
}
