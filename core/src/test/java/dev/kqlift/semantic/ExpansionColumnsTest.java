package dev.kqlift.semantic;

import static dev.kqlift.semantic.Binding.gives;

import org.junit.jupiter.api.Test;

/** The result columns of mv-expand, mv-apply and the parse operators. */
class ExpansionColumnsTest {
    @Test
    void mvExpandKeepsTheColumnInItsPlace() {
        gives("Logins | mv-expand Extra", "Logins.*");
        gives("Alerts | extend Last = 1 | mv-expand Tags", "Alerts.*, Last:long");
    }

    @Test
    void mvExpandToATypeChangesTheType() {
        gives(
                "Alerts | mv-expand Tags to typeof(string)",
                "Time:datetime, User:string, Severity:string, Count:long, Tags:string");
        gives("Alerts | mv-expand x = Tags to typeof(long), y = Tags.b", "Alerts.*, x:long, y:dynamic");
    }

    @Test
    void mvExpandOfAPathAddsAColumn() {
        gives("Alerts | mv-expand Tags.a", "Alerts.*, Tags_a:dynamic");
        gives("Alerts | mv-expand Tags, Tags.a", "Alerts.*, Tags_a:dynamic");
        gives("Alerts | mv-expand kind=array k = Tags limit 10", "Alerts.*, k:dynamic");
        gives("Alerts | mv-expand bagexpansion=array Tags", "Alerts.*");
    }

    @Test
    void mvExpandOfAnExpressionAddsAColumn() {
        gives(
                "Alerts | mv-expand split(User, \",\")",
                "Time:datetime, User:dynamic, Severity:string, Count:long, Tags:dynamic");
        gives("Alerts | mv-expand parts = split(User, \",\") to typeof(string)", "Alerts.*, parts:string");
    }

    @Test
    void theItemIndexComesLast() {
        gives("Alerts | mv-expand with_itemindex=i Tags", "Alerts.*, i:long");
        gives("Alerts | mv-apply with_itemindex=i x = Tags on (project x, i)", "Alerts.*, x:dynamic, i:long");
    }

    @Test
    void mvApplyAddsWhatTheSubqueryGives() {
        gives("Alerts | mv-apply x = Tags on (where x > 1)", "Alerts.*, x:dynamic");
        gives("Alerts | mv-apply x = Tags to typeof(long) on (summarize total = sum(x))", "Alerts.*, total:long");
        gives(
                "Alerts | mv-apply x = Tags, y = Tags.b to typeof(string) on (top 1 by y | project x, y)",
                "Alerts.*, x:dynamic, y:string");
        gives(
                "Alerts | mv-apply Tags to typeof(long) on (summarize max(Tags))",
                "Time:datetime, User:string, Severity:string, Count:long, max_Tags:long");
    }

    @Test
    void parseAddsItsCaptures() {
        gives(
                "Assets | parse Owner with \"a\" Name:string \"b\" N:long \"c\" rest",
                "Assets.*, Name:string, N:long, rest:string");
        gives(
                "Assets | parse kind=regex Owner with \".*\" Name \"@\" Domain:string",
                "Assets.*, Name:string, Domain:string");
        gives("Assets | parse kind=relaxed Owner with * \"x=\" X:int \",\" *", "Assets.*, X:int");
        gives("Assets | parse-where Owner with Name \"@\" Domain:string", "Assets.*, Name:string, Domain:string");
    }

    @Test
    void parseKvAddsItsKeys() {
        gives(
                "Assets | parse-kv Owner as (a:string, b:long) with (pair_delimiter=\",\", kv_delimiter=\"=\")",
                "Assets.*, a:string, b:long");
    }
}
