package dev.kqlift.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.Workspace;
import dev.kqlift.ir.Column;
import dev.kqlift.translation.Fidelity;
import dev.kqlift.translation.Translation;
import dev.kqlift.types.KqlType;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Emitted queries over a table as it stands in a foreign engine, with nulls where KQL has empty texts. What is expected
 * follows from KQL's rules, not from a run.
 */
final class TableRowsTest {
    private static final RuleCompiler COMPILER = new RuleCompiler(new Workspace(
            TableCatalog.of(List.of(
                    new TableSchema(
                            "Events",
                            List.of(
                                    new TableSchema.ColumnSchema("Id", KqlType.LONG),
                                    new TableSchema.ColumnSchema("Name", KqlType.STRING),
                                    new TableSchema.ColumnSchema("Count", KqlType.LONG),
                                    new TableSchema.ColumnSchema("Time", KqlType.DATETIME),
                                    new TableSchema.ColumnSchema("Flag", KqlType.BOOL),
                                    new TableSchema.ColumnSchema("Data", KqlType.DYNAMIC),
                                    new TableSchema.ColumnSchema("Missing", KqlType.STRING))),
                    new TableSchema(
                            "Users",
                            List.of(
                                    new TableSchema.ColumnSchema("Name", KqlType.STRING),
                                    new TableSchema.ColumnSchema("Team", KqlType.STRING),
                                    new TableSchema.ColumnSchema("Level", KqlType.LONG))))),
            FunctionCatalog.builtIn()));
    private static DuckDb database;

    @BeforeAll
    static void tables() throws SQLException {
        database = new DuckDb();
        // The column `Missing` is not there: it must not be asked for unless a rule reads it.
        database.execute(
                "CREATE TABLE \"Events\" (\"Id\" BIGINT, \"Name\" VARCHAR, \"Count\" BIGINT, \"Time\" TIMESTAMP, "
                        + "\"Flag\" BOOLEAN, \"Data\" VARCHAR)");
        database.execute("""
                INSERT INTO "Events" VALUES
                (1, 'Alice', 10, '2024-01-10 10:00:00', true, '{"user":{"name":"Ann"},"ids":[1,2]}'),
                (2, 'alice smith', NULL, '2024-01-10 11:30:00', false, '{"user":null}'),
                (3, NULL, 5, '2024-01-11 00:00:00', NULL, NULL),
                (4, '', -7, NULL, true, '[1,2,3]'),
                (5, 'ALICE-2', 0, '2024-01-14 00:00:00', false, '{"user":{"name":"bob"}}'),
                (6, 'x_alice', 10, '2024-01-13 23:59:59.999999', true, '{"user":{"name":""}}'),
                (7, 'malice%', 3, '2023-12-31 00:00:00', NULL, 'null')
                """);
        database.execute("CREATE TABLE \"Users\" (\"Name\" VARCHAR, \"Team\" VARCHAR, \"Level\" BIGINT)");
        database.execute("""
                INSERT INTO "Users" VALUES
                ('Alice', 'red', 10), ('Alice', 'blue', 5), (NULL, 'none', NULL), ('Zoe', NULL, 10)
                """);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private record Run(Translation translation, List<List<String>> rows) {}

    private static Run run(String kql) {
        AnalyzedRule rule = Translations.compile(kql, COMPILER);
        assertThat(rule.diagnostics())
                .filteredOn(diagnostic -> rule.hasErrors())
                .isEmpty();
        Translation translation = Translations.duckDb(rule);
        assertThat(translation.text()).as(translation.notes().toString()).isPresent();
        List<KqlType> types = rule.bound().orElseThrow().relation().orElseThrow().columns().stream()
                .map(Column::type)
                .toList();
        try {
            return new Run(
                    translation,
                    database.query(translation.text().orElseThrow(), types, true)
                            .rows());
        } catch (SQLException e) {
            throw new AssertionError(translation.text().orElseThrow(), e);
        }
    }

    private static String ids(String condition) {
        Run run = run("Events | where " + condition + " | project Id");
        return String.join(" ", run.rows().stream().map(List::getFirst).sorted().toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "Name == 'Alice'                      => 1",
                "Name != 'Alice'                      => 2 3 4 5 6 7",
                "Name =~ 'ALICE'                      => 1",
                "Name !~ 'alice'                      => 2 3 4 5 6 7",
                "Name == ''                           => 3 4",
                "isempty(Name)                        => 3 4",
                "isnotempty(Name)                     => 1 2 5 6 7",
                "Name has 'alice'                     => 1 2 5 6",
                "Name !has 'alice'                    => 3 4 7",
                "Name has_cs 'alice'                  => 2 6",
                "Name hasprefix 'ali'                 => 1 2 5 6",
                "Name hassuffix 'ice'                 => 1 2 5 6 7",
                "Name contains 'LICE%'                => 7",
                "Name contains '_'                    => 6",
                "Name !contains 'alice'               => 3 4",
                "Name startswith 'alice'              => 1 2 5",
                "Name !startswith 'alice'             => 3 4 6 7",
                "Name endswith 'E'                    => 1 6",
                "Name has_any ('smith', '2')          => 2 5",
                "Name has_all ('smith', 'alice')      => 2",
                "Name in ('Alice', 'x_alice')         => 1 6",
                "Name !in ('Alice', 'x_alice')        => 2 3 4 5 7",
                "Name in~ ('alice')                   => 1",
                "Name matches regex '^[a-z]+ice'      => 2 7",
                "not(Name has 'alice')                => 3 4 7",
                "Count == 10                          => 1 6",
                "Count != 10                          => 2 3 4 5 7",
                "not(Count == 10)                     => 2 3 4 5 7",
                "not(Count > 0)                       => 4 5",
                "Count > 0                            => 1 3 6 7",
                "Count in (10, 0)                     => 1 5 6",
                "Count !in (10, 0)                    => 2 3 4 7",
                "not(Count in (10, 0))                => 2 3 4 7",
                "Count between (0 .. 5)               => 3 5 7",
                "Count !between (0 .. 5)              => 1 4 6",
                "isnull(Count)                        => 2",
                "Flag                                 => 1 4 6",
                "not(Flag)                            => 2 5",
                "Flag or Count == 5                   => 1 3 4 6",
                "Flag == true                         => 1 4 6",
                "Flag != true                         => 2 3 5 7",
                "Count % 4 == 1                       => 3 4",
                "Count / 2 == -3                      => 4",
                "bin(Count, 5) == -10                 => 4",
                "Time > datetime(2024-01-11)          => 5 6",
                "Time between (datetime(2024-01-10) .. 1d) => 1 2 3",
                "bin(Time, 7d) == datetime(2024-01-08) => 1 2 3 5 6",
                "bin(Time, 3d) == datetime(2024-01-10) => 1 2 3",
                "startofweek(Time) == datetime(2024-01-14) => 5",
                "Time - datetime(2024-01-10) > 1d     => 5 6",
                "Data.user.name == 'Ann'              => 1",
                "Data.user.name != 'Ann'              => 2 3 4 5 6 7",
                "Data.user.name =~ 'BOB'              => 5",
                "tostring(Data.user.name) == ''       => 2 3 4 6 7",
                "isnull(Data)                         => 3 7",
                "array_length(Data) == 3              => 4",
                "Data.ids[1] has '2'                  => 1",
                "tostring(Data[-1]) == '3'            => 4",
                "strlen(Name) == 5                    => 1",
                "tostring(Count) == ''                => 2",
                "Name in ((Users | project Name))     => 1 3 4",
                "Name !in ((Users | project Name))    => 2 5 6 7",
                "Count in ((Users | project Level))   => 1 3 6",
                "Count !in ((Users | project Level))  => 2 4 5 7",
                "Count == toscalar(Users | summarize max(Level)) => 1 6",
                "iff(Count > 4, 'big', 'small') == 'small' => 2 4 5 7",
                "coalesce(Count, 1) == 1              => 2",
                "strcat(Name, '!') == '!'             => 3 4",
            })
    void aConditionKeepsTheRowsThatKqlKeeps(String condition, String expected) {
        assertThat(ids(condition.strip())).isEqualTo(expected.strip());
        assertThat(run("Events | where " + condition + " | project Id")
                        .translation()
                        .fidelity())
                .isEqualTo(Fidelity.EXACT);
    }

    @Test
    void nullsAreDropppedFromAnInequalityOfTwoColumnsOnlyWhereBothAreNull() {
        Run run = run("Events | where Count != Id | project Id");
        assertThat(run.rows())
                .containsExactlyInAnyOrder(
                        List.of("1"),
                        List.of("2"),
                        List.of("3"),
                        List.of("4"),
                        List.of("5"),
                        List.of("6"),
                        List.of("7"));
    }

    @Test
    void aggregatesOverNoRowsGiveNumbersAndEmptyListsNotNulls() {
        Run run = run(
                "Events | where Id > 100 | summarize count(), countif(Flag), sum(Count), make_set(Name), min(Name), max(Count)");
        assertThat(run.rows()).containsExactly(List.of("0", "0", "0", "[]", "", "null"));
        assertThat(run("Events | where Id > 100 | summarize count() by Name").rows())
                .isEmpty();
    }

    @Test
    void emptyTextsOfBothKindsAreOneGroupAndNullsAreAGroup() {
        assertThat(run("Events | summarize Rows = count() by Name | where Name == ''")
                        .rows())
                .containsExactly(List.of("", "2"));
        assertThat(run("Events | summarize Rows = count() by Flag | where isnull(Flag)")
                        .rows())
                .containsExactly(List.of("null", "2"));
    }

    @Test
    void theRowOfTheGreatestValueLeavesOutRowsWithoutOne() {
        Run run = run("Events | summarize arg_max(Time, Id, Name) by Flag | project Flag, Id");
        assertThat(run.rows())
                .containsExactlyInAnyOrder(List.of("true", "6"), List.of("false", "5"), List.of("null", "3"));
        assertThat(run.translation().fidelity()).isEqualTo(Fidelity.APPROXIMATE);
        // The value itself is never open.
        assertThat(run("Events | summarize arg_max(Time, Id) by Flag | project Flag, Time")
                        .translation()
                        .fidelity())
                .isEqualTo(Fidelity.EXACT);
    }

    @Test
    void columnsOfAnyRowAreOfOneRow() {
        Run run = run(
                "Events | where Id in (1, 5) | summarize take_any(Id, Name) | extend Pair = strcat(Id, Name) | project Pair");
        assertThat(run.rows()).containsAnyOf(List.of("1Alice"), List.of("5ALICE-2"));
        assertThat(run.translation().fidelity()).isEqualTo(Fidelity.APPROXIMATE);
        assertThat(run("Users | where Team == 'red' | summarize take_any(*)").rows())
                .containsExactly(List.of("Alice", "red", "10"));
        assertThat(
                        run("Users | where Team != '' | summarize arg_max(Level, tostring(Team)) by Name | where Name == 'Alice'")
                                .rows())
                .containsExactly(List.of("Alice", "10", "red"));
    }

    @Test
    void rowsAreTakenInTheOrderOfAColumnThatIsNotReturned() {
        assertThat(run("Events | sort by Count desc, Id asc | project Id | take 3")
                        .rows())
                .containsExactly(List.of("1"), List.of("6"), List.of("3"));
        assertThat(run("Events | sort by Count asc, Id asc | extend Count = 1 | project Id | take 2")
                        .rows())
                .containsExactly(List.of("2"), List.of("4"));
        assertThat(run("Events | top 2 by Time asc | project Id").rows()).containsExactly(List.of("4"), List.of("7"));
    }

    @Test
    void listsFollowTheOrderOfTheRows() {
        Run run = run("Events | where isnotempty(Name) | sort by Id desc | summarize make_list(Id)");
        assertThat(run.rows()).containsExactly(List.of("[1, 2, 5, 6, 7]"));
        assertThat(run.translation().text().orElseThrow()).contains("ORDER BY \"Id\" DESC NULLS LAST");
        assertThat(run.translation().fidelity()).isEqualTo(Fidelity.EXACT);
    }

    private static Fidelity fidelity(String kql) {
        return Translations.duckDb(Translations.compile(kql, COMPILER)).fidelity();
    }

    private static List<String> notes(String kql) {
        return Translations.duckDb(Translations.compile(kql, COMPILER)).notes().stream()
                .map(note -> note.code() + " " + note.message())
                .toList();
    }

    @Test
    void whatIsPickedOutOfASetIsLeftOpenAndTheSetIsNot() {
        assertThat(fidelity("Events | summarize Names = make_set(Name)")).isEqualTo(Fidelity.EXACT);
        assertThat(fidelity("Events | summarize Names = make_set(Name) | extend n = array_length(Names) | project n"))
                .isEqualTo(Fidelity.EXACT);
        assertThat(fidelity("Events | summarize Names = make_set(Name) | where Names has 'alice'"))
                .isEqualTo(Fidelity.EXACT);
        for (String use : List.of(
                "project tostring(Names[0])",
                "project tostring(Names)",
                "project strcat('a', tostring(Names))",
                "where Names[0] == 'Alice' | project x = 1",
                "extend Other = Names | project tostring(Other[-1])")) {
            assertThat(fidelity("Events | summarize Names = make_set(Name) | " + use))
                    .as(use)
                    .isEqualTo(Fidelity.APPROXIMATE);
        }
    }

    @Test
    void rowsThatAreTakenAreLeftOpenUnlessTheirOrderHasNoTies() {
        assertThat(fidelity("Events | take 3 | project Id")).isEqualTo(Fidelity.APPROXIMATE);
        assertThat(fidelity("Events | top 3 by Id | project Id")).isEqualTo(Fidelity.APPROXIMATE);
        assertThat(fidelity("Events | take 3 | count")).isEqualTo(Fidelity.EXACT);
        assertThat(fidelity("Events | summarize count() by Name | top 3 by Name asc"))
                .isEqualTo(Fidelity.EXACT);
        assertThat(fidelity("Events | summarize count() by Name | top 3 by count_"))
                .isEqualTo(Fidelity.APPROXIMATE);
    }

    @Test
    void numbersAreWrappedOnlyWhereTheyMayNotFit() {
        String wrap = "18446744073709551615";
        assertThat(run("Events | where Id + Count > 3 | project Id")
                        .translation()
                        .text()
                        .orElseThrow())
                .contains(wrap);
        assertThat(run("Events | summarize sum(Count)").translation().text().orElseThrow())
                .contains(wrap);
        assertThat(run("Events | summarize c = count() by Name | extend d = c * 2 + 1 | where d - 5 > 0")
                        .translation()
                        .text()
                        .orElseThrow())
                .doesNotContain(wrap);
        assertThat(run("Events | extend Risk = iff(Flag, 1, 0) + iff(Count > 3, 5, 0) | summarize sum(Risk) by Name")
                        .translation()
                        .text()
                        .orElseThrow())
                .doesNotContain(wrap);
        assertThat(run("Events | where Time > ago(7d) and Time < now() - 1h | project Id")
                        .translation()
                        .text()
                        .orElseThrow())
                .doesNotContain("CASE");
    }

    @Test
    void aTextThatCanBeNothingButATextNeedsNoCondition() {
        assertThat(notes("Events | where tostring(Data.user.name) == 'Ann' | project Id"))
                .isEmpty();
        assertThat(notes("Events | where tostring(Data.user.name) in~ ('Ann', 'bob') | project Id"))
                .isEmpty();
        assertThat(notes("Events | where tostring(Data.user.name) startswith 'a' | project Id"))
                .isEmpty();
        assertThat(notes("Events | where tostring(Data.ids) == '[1,2]' | project Id"))
                .hasSize(1);
        assertThat(notes("Events | extend n = tostring(Data.user.name) | project n"))
                .hasSize(1);
    }

    @Test
    void aConditionOnATableIsToldAndOneOnTheQuerysOwnDataIsChecked() {
        assertThat(notes("Events | where tolong(Name) > 3 | project Id"))
                .singleElement()
                .asString()
                .startsWith("KX006");
        String both =
                "union (Events | project Name), (datatable(Name:string)['%s']) | extend n = tolong(Name) | project n";
        assertThat(fidelity(both.formatted("12"))).isEqualTo(Fidelity.EXACT);
        assertThat(fidelity(both.formatted("1_2"))).isEqualTo(Fidelity.UNSUPPORTED);
        assertThat(fidelity("datatable(Name:string)['12', 'x'] | extend n = tolong(Name) | project n"))
                .isEqualTo(Fidelity.EXACT);
        assertThat(notes("datatable(Name:string)['12', 'x'] | extend n = tolong(Name) | project n"))
                .isEmpty();
    }

    @Test
    void olderListsEndAfterTheirOwnNumberOfItems() {
        String text = run("range x from 1 to 200 step 1 | summarize s = makeset(x) | project n = array_length(s)")
                .translation()
                .text()
                .orElseThrow();
        assertThat(text).contains("[1:128]");
        assertThat(fidelity("Events | summarize makeset(Id)")).isEqualTo(Fidelity.APPROXIMATE);
    }

    @Test
    void emptyTextsMeetInJoinsAndUnmatchedTextsAreEmpty() {
        assertThat(run("Events | join kind=inner Users on Name | project Id, Team")
                        .rows())
                .containsExactlyInAnyOrder(
                        List.of("1", "red"), List.of("1", "blue"), List.of("3", "none"), List.of("4", "none"));
        assertThat(run("Events | where Id in (1, 2) | lookup Users on Name | project Id, Team")
                        .rows())
                .containsExactlyInAnyOrder(List.of("1", "red"), List.of("1", "blue"), List.of("2", ""));
        assertThat(run("Events | join kind=rightouter Users on Name | where Team == '' | project Name, Name1, Id")
                        .rows())
                .containsExactly(List.of("", "Zoe", "null"));
        assertThat(run("Events | join kind=leftanti Users on Name | project Id").rows())
                .containsExactlyInAnyOrder(List.of("2"), List.of("5"), List.of("6"), List.of("7"));
        assertThat(run("Events | join kind=rightsemi Users on Name | project Team")
                        .rows())
                .containsExactlyInAnyOrder(List.of("red"), List.of("blue"), List.of("none"));
    }

    @Test
    void nullKeysMeet() {
        assertThat(
                        run("Events | where isnull(Count) | join kind=inner (Users) on $left.Count == $right.Level | project Id, Team")
                                .rows())
                .containsExactly(List.of("2", "none"));
        assertThat(run("Events | join kind=leftanti Users on $left.Count == $right.Level | project Id")
                        .rows())
                .containsExactlyInAnyOrder(List.of("4"), List.of("5"), List.of("7"));
    }

    @Test
    void aUniqueInnerJoinIsExactOnlyWhereTheChosenRowDoesNotMatter() {
        assertThat(run("Users | join Events on Name | project Name, Id")
                        .translation()
                        .fidelity())
                .isEqualTo(Fidelity.EXACT);
        assertThat(run("Users | join Events on Name | project Name, Id").rows())
                .containsExactlyInAnyOrder(List.of("Alice", "1"), List.of("", "3"), List.of("", "4"));
        assertThat(run("Users | join Events on Name | project Team, Id")
                        .translation()
                        .fidelity())
                .isEqualTo(Fidelity.APPROXIMATE);
        assertThat(run("Users | summarize Teams = count() by Name | join Events on Name | project Teams, Id")
                        .translation()
                        .fidelity())
                .isEqualTo(Fidelity.EXACT);
    }

    @Test
    void columnsThatAnInputOfAUnionLacksAreEmpty() {
        Run run = run("union Events, Users | where Team == 'red' or Id == 3 | project Id, Name, Team, Level, Count");
        assertThat(run.rows())
                .containsExactlyInAnyOrder(
                        List.of("3", "", "", "null", "5"), List.of("null", "Alice", "red", "10", "null"));
    }

    @Test
    void namesThatDifferInCaseOnlyAreTwoColumns() {
        Run run = run("Events | where Id == 1 | project id = 5, Id | where id == 5 and Id == 1 | extend ID = id + Id");
        assertThat(run.rows()).containsExactly(List.of("5", "1", "6"));
    }

    @Test
    void aWiderConditionUnderACountIsRefused() {
        AnalyzedRule rule = Translations.compile("Events | where Name has '-2' | count", COMPILER);
        assertThat(Translations.duckDb(rule).fidelity()).isEqualTo(Fidelity.UNSUPPORTED);
        assertThat(run("Events | where Name has '-2' | project Id")
                        .translation()
                        .fidelity())
                .isEqualTo(Fidelity.WIDER);
        assertThat(run("Events | where Name !has '-2' | project Id")
                        .translation()
                        .fidelity())
                .isEqualTo(Fidelity.NARROWER);
    }

    @Test
    void hostileTextStaysInsideItsQuotes() {
        Run run = run(
                "Events | where Name == \"'; DROP TABLE \\\"Events\\\"; --\" | project ['a\" FROM x --'] = Name, Id");
        assertThat(run.rows()).isEmpty();
        assertThat(run("Events | count").rows()).containsExactly(List.of("7"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "Events ; mv-expand Data ; `mv-expand`",
                "Events ; where Name == Count ; compared",
                "Events ; where Time > datetime(2024-01-01 00:00:00.1234567) ; exactly",
                "Events ; where Name matches regex '(?<=a)b' ; KS",
                "Events ; extend x = row_number() ; rows around",
                "Events ; where Data.n > 5 ; dynamic",
                "Unheard ; where x == 1 ; KB",
            })
    void whatCannotBeSaidIsRefusedWithAReasonAndAPlace(String line) {
        String[] parts = line.split(" ; ");
        String kql = parts[0].strip() + " | " + parts[1].strip();
        Translation translation = Translations.duckDb(Translations.compile(kql, COMPILER));
        assertThat(translation.fidelity()).as(kql).isEqualTo(Fidelity.UNSUPPORTED);
        assertThat(translation.text()).isEmpty();
        assertThat(translation.notes())
                .filteredOn(note -> note.effect() == Fidelity.UNSUPPORTED)
                .isNotEmpty()
                .allSatisfy(note -> assertThat(note.span().end()).isLessThanOrEqualTo(kql.length()));
    }
}
