package dev.kqlift.semantic;

import static dev.kqlift.semantic.Binding.gives;

import org.junit.jupiter.api.Test;

/** The result columns of queries with let, functions of their own and named tables. */
class LetAndFunctionColumnsTest {
    @Test
    void aLetTableStandsForItsQuery() {
        gives("let m = materialize(Logins | where Ok); m | summarize count() by User", "User:string, count_:long");
        gives("let Logins = Alerts; Logins | project User, Severity", "User:string, Severity:string");
    }

    @Test
    void aColumnWinsOverALetOfItsName() {
        gives("let User = 5; Logins | project User", "User:string");
    }

    @Test
    void scalarFunctionsGiveTheTypeOfTheirBody() {
        gives("let f = (a:long) { a + 1 }; print f(1)", "print_0:long");
        gives(
                "let f = (a:long, b:long = 5) { a + b }; print f(1), f(1, 2), f(b = 3, a = 1)",
                "print_0:long, print_1:long, print_2:long");
        gives("let f = (n:long) { let y = n * 2; let z = y + 1; z }; print f(2)", "print_0:long");
    }

    @Test
    void tabularFunctionsGiveTheColumnsOfTheirBody() {
        gives("let f = () { Logins | project User }; f() | take 1", "User:string");
        gives("let f = () { Logins | project User }; f", "User:string");
        gives("let f = view () { Logins | project User }; f | take 1", "User:string");
        gives("let f = (n:long) { let T = Logins | where Code > n; T | count }; f(2)", "Count:long");
    }

    @Test
    void tabularParametersTakeTheTableOfTheCall() {
        gives("let f = (T:(*)) { T | extend z = 1 }; Assets | invoke f()", "Assets.*, z:long");
        gives(
                "let f = (T:(User:string), n:long) { T | where strlen(User) > n | extend z = n }; Alerts | invoke "
                        + "f(3)",
                "Alerts.*, z:long");
        gives(
                "let f = (T:(*), c:string) { T | extend x = column_ifexists(c, \"\") }; f(Assets, \"Owner\")",
                "Assets.*, x:string");
    }

    @Test
    void aFunctionSeesTheNamesThatStoodBeforeIt() {
        gives("let x = 1; let f = () { x + 1 }; let g = (x:long) { x * f() }; print g(5)", "print_0:long");
    }

    @Test
    void aParameterHidesALetOfItsName() {
        gives("let x = 1; let f = (x:string) { x }; print f(\"abc\"), x", "print_0:string, print_1:long");
    }

    @Test
    void tableOfATextReadsThatTable() {
        gives("table(\"Assets\") | project Owner", "Owner:string");
        gives("let t = \"Assets\"; table(t) | project Owner", "Owner:string");
        gives("let f = (n:string) { table(n) | where Host == \"x\" }; f(\"Assets\")", "Assets.*");
        gives(
                "let f = (n:string) { table(n) | summarize count() by User }; union f(\"Logins\"), f(\"Alerts\")",
                "User:string, count_:long");
    }

    @Test
    void columnIfExistsTakesTheColumnOrTheDefault() {
        gives("Assets | extend x = column_ifexists(\"Score\", \"\")", "Assets.*, x:long");
        gives("Assets | extend x = column_ifexists(\"Nope\", 5)", "Assets.*, x:long");
        gives("Assets | extend x = columnifexists(\"Nope\", \"\")", "Assets.*, x:string");
    }

    @Test
    void unusedLetsChangeNothing() {
        gives("let unused = Alerts | where Count > 1; Logins | count", "Count:long");
    }
}
