package dev.kqlift.semantic;

import static dev.kqlift.semantic.Binding.gives;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The result columns of extend, project and their family, of print and range. */
class ProjectionColumnsTest {
    @Test
    void aTableGivesItsColumnsInOrder() {
        gives("Logins", "Logins.*");
    }

    @Test
    void extendReplacesAColumnInItsPlace() {
        gives(
                "Logins | extend Code = tostring(Code)",
                "Time:datetime, User:string, Host:string, Code:string, Bytes:long, Score:real, Cost:decimal, "
                        + "Ok:bool, Id:guid, Span:timespan, Extra:dynamic");
        gives("Assets | extend Owner = 1, New = Host", "Host:string, Owner:long, Score:long, New:string");
    }

    @Test
    void extendAddsAtTheEnd() {
        gives("Assets | extend X = 1, Y = Score + 1", "Assets.*, X:long, Y:long");
    }

    @Test
    void extendSeesTheColumnsOfTheInputNotThoseOfTheSameOperator() {
        gives(
                "Assets | extend Score = tostring(Score), Twice = Score * 2",
                "Host:string, Owner:string, Score:string, Twice:long");
    }

    @Test
    void extendNumbersExpressionsWithoutAName() {
        gives("Assets | extend Score + 1, Score * 2", "Assets.*, Column1:long, Column2:long");
    }

    @Test
    void extendNamesCallsByTheirRule() {
        gives("Assets | extend tolower(Host), strlen(Host)", "Assets.*, Column1:string, strlen_Host:long");
    }

    @Test
    void extendNamesDynamicPaths() {
        gives(
                "Logins | project Extra | extend Extra.a.b, Extra[\"x\"], Extra[0]",
                "Extra:dynamic, Extra_a_b:dynamic, Extra_x:dynamic, Extra_0:dynamic");
    }

    @Test
    void extendOfAPlainColumnChangesNothing() {
        gives("Assets | extend Host", "Assets.*");
        gives("Assets | extend (Host)", "Assets.*");
    }

    @Test
    void extendSplitsFunctionsThatGiveSeveralColumns() {
        gives(
                "Logins | project Extra | extend series_fit_line(Extra)",
                "Extra:dynamic, series_fit_line_Extra_rsquare:real, series_fit_line_Extra_slope:real, "
                        + "series_fit_line_Extra_variance:real, series_fit_line_Extra_rvariance:real, "
                        + "series_fit_line_Extra_interception:real, series_fit_line_Extra_line_fit:dynamic");
        gives(
                "Logins | project Extra | extend (x, y) = array_sort_asc(Extra, Extra)",
                "Extra:dynamic, x:dynamic, y:dynamic");
        gives("Logins | project (a, b) = series_fit_2lines(Extra), User", "a:real, b:long, User:string");
        gives("Logins | project Extra | extend fit = series_fit_line(Extra)", "Extra:dynamic, fit:real");
    }

    @Test
    void moreNamesThanColumnsAreRefused() {
        assertThat(Binding.of("Logins | extend (a, b) = series_outliers(Extra)").diagnostics())
                .containsExactly("KT001 b");
        assertThat(Binding.of("Logins | extend (a, b, c, d, e, f, g) = series_fit_line(Extra)")
                        .diagnostics())
                .containsExactly("KT001 g");
        assertThat(Binding.of("Logins | extend (a, b) = unknown_function(Extra)")
                        .diagnostics())
                .containsExactly("KB003 unknown_function");
    }

    @Test
    void projectNamesWhatHasNoName() {
        gives(
                "Logins | project User, tolower(User), Code + 1, 5, \"x\", Extra.a, Extra[0], Extra[\"k\"]",
                "User:string, Column1:string, Column2:long, Column3:long, Column4:string, Extra_a:dynamic, "
                        + "Extra_0:dynamic, Extra_k:dynamic");
        gives(
                "Logins | project User, User2 = User, tostring(Extra.name), toint(Extra[\"n\"]), "
                        + "Extra.list[0].name",
                "User:string, User2:string, Extra_name:string, Extra_n:int, Extra_list_0_name:dynamic");
        gives(
                "Logins | project bin(Time, 1h), strcat(User, Host), now(), ago(1h), iff(Ok, 1, 2)",
                "Time:datetime, Column1:string, Column2:datetime, Column3:datetime, Column4:long");
    }

    @Test
    void projectNumbersASecondColumnOfOneName() {
        gives("Logins | project tostring(Code), tostring(Code)", "Code:string, Code1:string");
    }

    @Test
    void projectKeepsNamesThatNeedBrackets() {
        gives("Logins | extend ['a b'] = 1 | project ['a b'], x = ['a b']", "a b:long, x:long");
    }

    @Test
    void projectAwayTakesPatterns() {
        gives(
                "Logins | project-away *o*",
                "Time:datetime, User:string, Bytes:long, Ok:bool, Id:guid, Span:timespan, Extra:dynamic");
        gives(
                "Logins | project-away User, Host, Code",
                "Time:datetime, Bytes:long, Score:real, Cost:decimal, Ok:bool, Id:guid, Span:timespan, "
                        + "Extra:dynamic");
        gives("Assets | extend Host1 = 1, Score1 = 2 | project-away *1", "Assets.*");
    }

    @Test
    void projectKeepKeepsTheOrderOfTheInput() {
        gives("Logins | project-keep S*, User", "User:string, Score:real, Span:timespan");
        gives("Logins | project-keep User, Time", "Time:datetime, User:string");
    }

    @Test
    void projectRenameKeepsThePlace() {
        gives(
                "Logins | project-rename Who = User, Machine = Host",
                "Time:datetime, Who:string, Machine:string, Code:int, Bytes:long, Score:real, Cost:decimal, "
                        + "Ok:bool, Id:guid, Span:timespan, Extra:dynamic");
    }

    @Test
    void projectReorderMovesToTheFront() {
        gives(
                "Logins | project-reorder User, Time",
                "User:string, Time:datetime, Host:string, Code:int, Bytes:long, Score:real, Cost:decimal, "
                        + "Ok:bool, Id:guid, Span:timespan, Extra:dynamic");
        gives(
                "Logins | project-reorder S* asc, User",
                "Score:real, Span:timespan, User:string, Time:datetime, Host:string, Code:int, Bytes:long, "
                        + "Cost:decimal, Ok:bool, Id:guid, Extra:dynamic");
        gives(
                "Logins | project-reorder * desc",
                "User:string, Time:datetime, Span:timespan, Score:real, Ok:bool, Id:guid, Host:string, "
                        + "Extra:dynamic, Cost:decimal, Code:int, Bytes:long");
        gives(
                "Logins | project-reorder Code, * asc",
                "Code:int, Bytes:long, Cost:decimal, Extra:dynamic, Host:string, Id:guid, Ok:bool, Score:real, "
                        + "Span:timespan, Time:datetime, User:string");
    }

    @Test
    void projectByNamesTakesTheOrderOfTheNames() {
        gives("Logins | project-by-names \"User\", \"Host\"", "User:string, Host:string");
    }

    @Test
    void printNumbersFromZeroByPlace() {
        gives("print 1", "print_0:long");
        gives("print 1, 2, \"x\"", "print_0:long, print_1:long, print_2:string");
        gives("print x = 1, 2", "x:long, print_1:long");
        gives("print strcat(\"a\", \"b\"), now(), tolower(\"X\")", "print_0:string, print_1:datetime, print_2:string");
    }

    @Test
    void rangeHasTheTypeOfItsBounds() {
        gives("range x from 1 to 10 step 1", "x:long");
        gives("range t from datetime(2024-01-01) to datetime(2024-01-02) step 1h", "t:datetime");
        gives("range x from 1 to 10 step 0.5", "x:real");
        gives("range x from 1.0 to 10.0 step 1", "x:real");
        gives("range x from 1h to 5h step 1h", "x:timespan");
    }

    @Test
    void datatableAndExternaldataHaveTheirDeclaredColumns() {
        gives(
                "datatable(a:int, b:real, c:decimal, d:guid, e:timespan, f:bool)[]",
                "a:int, b:real, c:decimal, d:guid, e:timespan, f:bool");
        gives(
                "datatable(a:string, b:dynamic)[\"x\", dynamic({\"q\":1})] | extend b.q | project b_q, b",
                "b_q:dynamic, b:dynamic");
        gives("externaldata(a:string, b:long)[h@\"https://example.org/x.csv\"] | where b > 1", "a:string, b:long");
    }
}
