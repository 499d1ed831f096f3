package dev.kqlift.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the binder says of names that it does not know, and where; and the tables and functions that a query reads. */
class NameDiagnosticsTest {
    private static Binding of(String query) {
        return Binding.of(query);
    }

    // ---- columns

    @Test
    void anUnknownColumnIsReportedAtItsPlace() {
        assertThat(of("Logins | where Nope == 1").diagnostics()).containsExactly("KB001 Nope");
        assertThat(of("Logins | project-away Nope").diagnostics()).containsExactly("KB001 Nope");
        assertThat(of("Logins | summarize count() by Nope").diagnostics()).containsExactly("KB001 Nope");
        assertThat(of("Logins | join Alerts on Nope").diagnostics()).contains("KB001 Nope");
    }

    @Test
    void anUnknownColumnThatDiffersInCaseIsHinted() {
        Binding binding = of("Logins | where user == \"x\"");
        assertThat(binding.diagnostics()).containsExactly("KB001 user");
        assertThat(binding.messages().getFirst()).contains("`User`");
    }

    @Test
    void aColumnThatAnEarlierOperatorDroppedIsUnknown() {
        assertThat(of("Logins | project User | where Host == \"x\"").diagnostics())
                .containsExactly("KB001 Host");
        assertThat(of("Logins | summarize count() by User | where Host == \"x\"")
                        .diagnostics())
                .containsExactly("KB001 Host");
        assertThat(of("Logins | project-rename Who = User | where User == \"x\"")
                        .diagnostics())
                .containsExactly("KB001 User");
    }

    @Test
    void anOpenTableHasNoUnknownColumns() {
        assertThat(of("Missing | where a == 1 | summarize count() by b").diagnostics())
                .containsExactly("KB002 Missing");
        assertThat(of("Missing | project a | where b == 1").diagnostics())
                .containsExactlyInAnyOrder("KB002 Missing", "KB001 b");
    }

    @Test
    void columnsBehindAStarOfAnOpenTableAreNotUnknown() {
        Binding binding = of("Missing | summarize arg_max(Time, *) by User | where Other == 1");
        assertThat(binding.diagnostics()).containsExactly("KB002 Missing");
        assertThat(of("Missing | summarize arg_max(Time, *) by User").isOpen()).isTrue();
        assertThat(of("Missing | summarize take_any(*) by User").isOpen()).isTrue();
    }

    @Test
    void theNearestColumnIsNamed() {
        assertThat(of("Logins | where Hots == \"x\"").messages().getFirst()).contains("did you mean `Host`?");
        assertThat(of("Assets | where Zzzzzz == 1").messages().getFirst()).contains("known are Host, Owner, Score");
    }

    // ---- table parameters

    @Test
    void aBodyReadsTheDeclaredColumnsAlone() {
        Binding binding = of("let f = (T:(Host:string)) { T | where Owner == \"x\" }; Assets | invoke f()");
        assertThat(binding.diagnostics()).containsExactly("KB001 Owner");
        assertThat(binding.columns()).isEqualTo("Host:string, Owner:string, Score:long");
        assertThat(of("let f = (T:(Owner:string)) { T | project Ownr }; f(Assets)")
                        .messages())
                .singleElement()
                .asString()
                .contains("did you mean `Owner`?");
        assertThat(of("let f = (T:(Owner:string)) { T | where Owner == \"x\" }; f(Assets)")
                        .diagnostics())
                .isEmpty();
    }

    @Test
    void aBodyIsHeldAgainstItsParametersInsideOfOtherBodiesToo() {
        assertThat(of("let g = (T:(Host:string)) { T | where Score > 1 }; let f = (U:(*)) { g(U) }; f(Assets)")
                        .diagnostics())
                .containsExactly("KB001 Score");
        assertThat(of("let f = (T:(Host:string)) { let g = T | count; T | where Score > toscalar(g) }; f(Assets) | "
                                + "union (f(Assets))")
                        .diagnostics())
                .containsExactly("KB001 Score");
    }

    @Test
    void holdingABodyAgainstItsParametersSaysNothingElse() {
        Binding binding = of("let f = (T:(Host:string)) { T | extend n = column_ifexists(\"Score\", \"none\") | extend "
                + "m = n + 1 | join Elsewhere on Host }; f(Assets)");
        assertThat(binding.diagnostics()).containsExactly("KB002 Elsewhere");
        assertThat(binding.bound().unusedRelations()).isEmpty();
    }

    @Test
    void aBodyOfAnyTableReadsTheColumnsOfTheCall() {
        assertThat(of("let f = (T:(*)) { T | where Score > 1 }; f(Assets)").diagnostics())
                .isEmpty();
        assertThat(of("let f = (T:(*)) { T | where Nope > 1 }; f(Assets)").diagnostics())
                .containsExactly("KB001 Nope");
    }

    @Test
    void aCallGivesTheDeclaredColumns() {
        assertThat(of("let f = (T:(User:string)) { T | count }; f(Assets)").diagnostics())
                .containsExactly("KB001 f(Assets)");
        assertThat(of("let f = (T:(Score:string)) { T | count }; f(Assets)").diagnostics())
                .containsExactly("KT001 f(Assets)");
        assertThat(of("let f = (T:(Score:string)) { T | count }; Missing | invoke f()")
                        .diagnostics())
                .containsExactly("KB002 Missing");
    }

    // ---- tables

    @Test
    void anUnknownTableIsReportedAtItsNameAndListedOnce() {
        Binding binding = of("Missing | join (Missing | where a == 1) on b");
        assertThat(binding.diagnostics()).containsOnly("KB002 Missing");
        assertThat(binding.tables()).containsExactly("Missing");
    }

    @Test
    void tablesAreThoseOfEverySideSorted() {
        assertThat(of("Logins | join (Alerts) on User | lookup Assets on Host").tables())
                .containsExactly("Alerts", "Assets", "Logins");
        assertThat(of("union withsource=T Logins, (Alerts | take 1)").tables()).containsExactly("Alerts", "Logins");
        assertThat(of("Logins | where User in ((Alerts | project User))").tables())
                .containsExactly("Alerts", "Logins");
        assertThat(of("Logins | where Time > toscalar(Alerts | summarize max(Time))")
                        .tables())
                .containsExactly("Alerts", "Logins");
        assertThat(of("search in (Logins, Alerts) \"x\"").tables()).containsExactly("Alerts", "Logins");
        assertThat(of("find in (Logins, Alerts) where User == \"x\"").tables()).containsExactly("Alerts", "Logins");
    }

    @Test
    void tablesOfLetsAndFunctionsThatNothingUsesCount() {
        assertThat(of("let unused = Alerts | where Count > 1; Logins | count").tables())
                .containsExactly("Alerts", "Logins");
        assertThat(of("let unused = (x:long) { Assets | where Score > x }; Logins | count")
                        .tables())
                .containsExactly("Assets", "Logins");
    }

    @Test
    void letNamesAndNamesOfRowsAreNoTables() {
        assertThat(of("let L = Logins; L | as M | union M").tables()).containsExactly("Logins");
        assertThat(of("let L = () { Logins }; L() | join L on User").tables()).containsExactly("Logins");
        assertThat(of("Logins | where Ok | as L; L | count").tables()).containsExactly("Logins");
    }

    @Test
    void tablesReachedThroughATextParameterCount() {
        Binding binding = of("let f = (name:string) { table(name) | count }; union f(\"Logins\"), f(\"Alerts\")");
        assertThat(binding.tables()).containsExactly("Alerts", "Logins");
        assertThat(binding.diagnostics()).isEmpty();
    }

    @Test
    void tablesOfOtherDatabasesAreNoTablesOfTheWorkspace() {
        Binding binding = of("database(\"d\").Logins | project User");
        assertThat(binding.tables()).isEmpty();
        assertThat(binding.columns()).isEqualTo("User:unknown");
        assertThat(of("cluster(\"c\").database(\"d\").Other | where a == 1").isOpen())
                .isTrue();
    }

    // ---- functions

    @Test
    void anUnknownFunctionIsReportedAtItsNameAndListed() {
        Binding binding = of("let w = _GetWatchlist(\"x\"); Logins | where User in (w)");
        assertThat(binding.diagnostics()).containsExactly("KB003 _GetWatchlist");
        assertThat(binding.functions()).containsExactly("_GetWatchlist");
        assertThat(of("Logins | extend x = nofunc(User)").functions()).containsExactly("nofunc");
    }

    @Test
    void anUnknownFunctionThatIsCalledTwiceIsListedOnce() {
        Binding binding = of("union _Im_Dns(starttime=ago(1d)), _Im_Dns()");
        assertThat(binding.functions()).containsExactly("_Im_Dns");
        assertThat(binding.tables()).isEmpty();
    }

    @Test
    void functionsOfTheQueryAndOfTheLanguageAreNotListed() {
        assertThat(of("let f = (x:string) { tolower(x) }; Logins | extend y = f(User)")
                        .functions())
                .isEmpty();
        assertThat(of("Logins | invoke FileProfile(User, 1000)").functions()).containsExactly("FileProfile");
    }

    @Test
    void theNumberOfArgumentsIsChecked() {
        assertThat(of("Logins | extend x = strlen()").diagnostics()).containsExactly("KB005 strlen()");
        assertThat(of("Logins | extend x = strlen(User, User)").diagnostics())
                .containsExactly("KB005 strlen(User, User)");
        assertThat(of("let f = (a:long) { a }; print f()").diagnostics()).containsExactly("KB005 f()");
        assertThat(of("let f = (a:long) { a }; print f(1, 2)").diagnostics()).containsExactly("KB005 f(1, 2)");
        assertThat(of("let f = (a:long, b:long = 1) { a + b }; print f(1)").diagnostics())
                .isEmpty();
    }

    @Test
    void recursionIsRefusedAndNamed() {
        Binding binding = of("let f = (a:int) { f(a) }; print f(1)");
        assertThat(binding.diagnostics()).anyMatch(diagnostic -> diagnostic.startsWith("KB006"));
        assertThat(binding.functions()).isEmpty();
    }

    @Test
    void anAggregateOutsideOfSummarizeIsReported() {
        assertThat(of("Logins | where count() > 1").diagnostics()).containsExactly("KT001 count");
    }

    // ---- types and tables in the wrong place

    @Test
    void operandsThatDoNotFitAreReported() {
        assertThat(of("Logins | extend x = User * 2").diagnostics()).containsExactly("KT001 User * 2");
        assertThat(of("Logins | extend x = User + Host").diagnostics()).containsExactly("KT001 User + Host");
        assertThat(of("Logins | extend x = User.a").diagnostics()).containsExactly("KT001 User.a");
    }

    @Test
    void operandsWhoseTypeIsNotKnownAreNotReported() {
        assertThat(of("Logins | extend x = Extra.a * 2, y = Extra.b - Time, z = Time - Extra.c")
                        .diagnostics())
                .isEmpty();
        assertThat(of("Missing | extend x = a * 2, y = b - c").diagnostics()).containsExactly("KB002 Missing");
    }

    @Test
    void aScalarIsNoTable() {
        assertThat(of("let x = 5; x | count").diagnostics()).anyMatch(diagnostic -> diagnostic.startsWith("KB007"));
    }

    @Test
    void whatIsNotFollowedIsSaid() {
        assertThat(of("Logins | fork (count) (take 1)").diagnostics()).anyMatch(code -> code.startsWith("KB004"));
    }

    @Test
    void aQueryThatEndsInAScalarHasNoRows() {
        Binding binding = of("let x = 5; x + 1");
        assertThat(binding.bound().relation()).isEmpty();
        assertThat(binding.bound().scalar()).isPresent();
    }
}
