package dev.kqlift.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.syntax.build.QueryParser;
import org.junit.jupiter.api.Test;

/** What the engine refuses because types do not fit, and what it takes although it looks odd. */
class RefusedTypesTest {
    private static Binding of(String query) {
        return Binding.of(query);
    }

    @Test
    void aTextIsNotOrderedAgainstANumber() {
        assertThat(of("Logins | where User > 5").diagnostics()).containsExactly("KT001 User > 5");
        assertThat(of("Logins | where Time > 1d").diagnostics()).containsExactly("KT001 Time > 1d");
        assertThat(of("Logins | where Code > 1.5").diagnostics()).isEmpty();
        assertThat(of("Logins | where Extra.count > 5").diagnostics()).isEmpty();
    }

    @Test
    void equalityTakesAnyTypes() {
        assertThat(of("Logins | where User == 5").diagnostics()).isEmpty();
        assertThat(of("Logins | where Code in ('4', 5)").diagnostics()).isEmpty();
    }

    @Test
    void operatorsOnTextTakeTextsOnly() {
        assertThat(of("Logins | where Code has 'x'").diagnostics()).containsExactly("KT001 Code has 'x'");
        assertThat(of("Logins | where Code =~ 'x'").diagnostics()).containsExactly("KT001 Code =~ 'x'");
        assertThat(of("Logins | where Code has_any ('x')").diagnostics()).hasSize(1);
        assertThat(of("Logins | where Extra has 'x'").diagnostics()).isEmpty();
    }

    @Test
    void aConditionIsABoolOrADynamicValue() {
        assertThat(of("Logins | where User").diagnostics()).containsExactly("KT001 User");
        assertThat(of("Logins | where Extra.flag").diagnostics()).isEmpty();
        assertThat(of("Logins | where Ok and User").diagnostics()).containsExactly("KT001  and User");
        assertThat(of("Logins | where not(Code)").diagnostics()).containsExactly("KT001 Code");
    }

    @Test
    void anArgumentOfAnotherTypeIsReportedAtItself() {
        assertThat(of("Logins | summarize countif(User)").diagnostics()).containsExactly("KT001 User");
        assertThat(of("Logins | summarize count(User)").diagnostics()).isEmpty();
        assertThat(of("Logins | extend a = ago(Time)").diagnostics()).containsExactly("KT001 Time");
    }

    @Test
    void keysOfAJoinHaveOneType() {
        assertThat(of("Logins | join Alerts on $left.Code == $right.User").diagnostics())
                .containsExactly("KT001 $left.Code == $right.User");
        assertThat(of("Logins | join Alerts on $left.Code == $right.Count").diagnostics())
                .isEmpty();
        assertThat(of("Logins | join Alerts on $right.User == $left.User").diagnostics())
                .containsExactly("KT001 $right.User == $left.User");
        assertThat(of("Logins | join Assets on Score").diagnostics()).containsExactly("KT001 Score");
        assertThat(of("Logins | lookup Assets on $left.User == $right.Score").diagnostics())
                .containsExactly("KT001 $left.User == $right.Score");
        assertThat(of("Logins | join (Alerts | project Code = Count) on Code").diagnostics())
                .isEmpty();
    }

    @Test
    void keysOfAJoinAreColumns() {
        assertThat(of("Logins | join Alerts on tolower($left.User) == $right.User")
                        .diagnostics())
                .containsExactly("KT001 tolower($left.User)");
        assertThat(of("Logins | join Alerts on $left.Extra.name == $right.User").diagnostics())
                .containsExactly("KT001 $left.Extra.name");
        assertThat(of("Logins | join Alerts on $left.Extra == $right.Tags").diagnostics())
                .containsExactly("KT001 $left.Extra == $right.Tags");
        assertThat(of("Logins | join (Logins) on Extra").diagnostics()).isEmpty();
        assertThat(of("Missing | join Alerts on $left.a == $right.User").diagnostics())
                .containsExactly("KB002 Missing");
    }

    @Test
    void rowsAreNotGroupedByADynamicValue() {
        assertThat(of("Logins | summarize count() by Extra").diagnostics()).containsExactly("KT001 Extra");
        assertThat(of("Logins | summarize count() by tostring(Extra)").diagnostics())
                .isEmpty();
    }

    @Test
    void onlyADynamicValueIsExpanded() {
        assertThat(of("Logins | mv-expand User").diagnostics()).containsExactly("KT001 User");
        assertThat(of("Logins | mv-expand split(User, ',')").diagnostics()).isEmpty();
    }

    @Test
    void aNameIsDeclaredOnce() {
        assertThat(of("let a = 1; let a = 2; Logins | take a").diagnostics()).containsExactly("KB010 a");
        assertThat(of("let a = 1; let f = () { let a = 2; a }; Logins | take f()")
                        .diagnostics())
                .isEmpty();
    }

    @Test
    void aNumberOfArgumentsThatCannotBePairedIsRefused() {
        assertThat(of("Logins | extend a = case(Ok, 1, not(Ok), 2)").diagnostics())
                .containsExactly("KB005 case(Ok, 1, not(Ok), 2)");
    }

    @Test
    void aTextOfSearchIsAskedOfEveryColumn() {
        assertThat(of("search in (Logins) 'x' and 'y*' and User: '*z*'").diagnostics())
                .isEmpty();
    }

    @Test
    void aLookupPluginSeesTheColumnsOfItsTable() {
        assertThat(of("Logins | evaluate ipv4_lookup(Assets, User, Owner)").diagnostics())
                .isEmpty();
    }

    @Test
    void aColumnOfEveryTableHasTheTypeThatAllTablesGiveIt() {
        assertThat(BindingOfEverything.columns("union * | project OperationNameValue, TimeGenerated"))
                .isEqualTo("OperationNameValue:string, TimeGenerated:datetime");
    }

    /** Bound against the tables that kqlift carries. */
    private static final class BindingOfEverything {
        static String columns(String query) {
            BoundQuery bound = Binder.bind(
                    QueryParser.parse(query).query().orElseThrow(), TableCatalog.builtIn(), FunctionCatalog.builtIn());
            return String.join(
                    ", ",
                    bound.relation().orElseThrow().columns().stream()
                            .map(column -> column.name() + ":" + column.type().word())
                            .toList());
        }
    }
}
