package dev.kqlift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names that stand for several tables: patterns, wildcards over views and tables, the key of a partition. */
final class PatternEvaluationTest {
    private static final String OFFICES = """
            declare pattern office = (city:string)[floor:string] {
              ("Delft").["Ground Floor"] = { print Desks = 12 };
              ("Delft").["Attic"] = { range Desks from 1 to 2 step 1 | where Desks > 1 };
              ("Gouda").["Attic"] = { print Desks = 40 }
            };
            """;

    private static void gives(String query, String... lines) {
        assertThat(Answers.of(query)).as(query).containsExactly(lines);
    }

    // ---- patterns

    @Test
    void aPatternIsTheTableOfItsCase() {
        gives(OFFICES + "office('Gouda').Attic", "Desks:long", "40");
        gives(
                OFFICES + "office(\"Delft\").[\"Ground Floor\"] | extend Free = Desks / 4",
                "Desks:long,Free:long",
                "12|3");
        gives(
                OFFICES + "union office('Delft').Attic, office('Gouda').['Attic'] | sort by Desks asc",
                "Desks:long",
                "2",
                "40");
        gives(OFFICES + "print Most = toscalar(office('Gouda').Attic)", "Most:long", "40");
        gives("declare pattern p = (a:string, b:string) { ('x', 'y') = { print c = 1 } }; p('x', 'y')", "c:long", "1");
        gives("let n = 'x'; declare pattern p = (a:string) { ('x') = { print c = 1 } }; p(n)", "c:long", "1");
    }

    @Test
    void aCallThatNoCaseHasIsRefusedAsTheEngineDoes() {
        gives(OFFICES + "office('Delft').Cellar", "KB012");
        gives(OFFICES + "office('delft').Attic", "KB012");
        gives(OFFICES + "office('Delft').['*']", "KB012");
        gives(OFFICES + "office('Delft')", "KB012");
        gives("declare pattern place; place('192.0.2.1')", "KB012");
    }

    @Test
    void aCallWhoseCaseIsNotKnownIsRefused() {
        gives("declare pattern p = (a:string) { ('x') = { print c = 1 }; ('x') = { print c = 2 } }; p('x')", "KR001");
        gives("declare pattern p = (a:string) { ('x') = { print c = 1 } }; p(strcat('x', tostring(now())))", "KR001");
    }

    // ---- views

    @Test
    void aWildcardMeansTheViewsOfTheQueryAndTheTables() {
        Map<String, LocalTable> tables = Map.of(
                "Seats",
                new LocalTable(
                        List.of(new TableSchema.ColumnSchema("n", KqlType.LONG)),
                        List.of(List.of(new Value.Whole(7, KqlType.LONG)))));
        String views = "let SeatsOfView = view () { print n = 9 }; let Other = () { print n = 5 };";
        assertThat(Answers.of(views + "union Seats* | sort by n asc", tables)).containsExactly("n:long", "7", "9");
        assertThat(Answers.of(views + "union withsource=S * | sort by n asc", tables))
                .containsExactly("S:string,n:long", "Seats|7", "SeatsOfView|9");
        assertThat(Answers.of(views + "search in (Seats*) n > 0 | sort by n asc", tables))
                .containsExactly("$table:string,n:long", "Seats|7", "SeatsOfView|9");
        assertThat(Answers.of(views + "search n > 0 | sort by n asc", tables))
                .containsExactly("$table:string,n:long", "Seats|7", "SeatsOfView|9");
    }

    @Test
    void aSearchWithoutTablesReadsTheViews() {
        String views = "let A = view () { range n from 1 to 3 step 1 }; let B = view () { print n = 3 };";
        gives(views + "search n == 3", "$table:string,n:long", "A|3", "B|3");
        gives("let A = view () { range n from 1 to 3 step 1 }; search n == 2", "$table:string,n:long", "A|2");
        gives("search 'x'", "KR001");
    }

    // ---- the key of a partition

    @Test
    void aSubqueryWithASourceOfItsOwnSeesTheKey() {
        String rooms = "let Rooms = datatable(floor:long, room:string)[1,'a', 2,'b', 2,'c', 3,'d'];";
        String floors = "datatable(f:long, name:string)[1,'ground', 2,'first']";
        gives(
                rooms + floors + " | partition by f { Rooms | where floor == toscalar(f) } | sort by room asc",
                "floor:long,room:string",
                "1|a",
                "2|b",
                "2|c");
        gives(
                rooms + "range f from 2 to 3 step 1 | partition by f { Rooms | where floor == f | count }",
                "Count:long",
                "2",
                "1");
        gives(rooms + "range f from 1 to 2 step 1 | partition by f { Rooms | count }", "Count:long", "4", "4");
    }
}
