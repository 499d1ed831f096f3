package dev.kqlift.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.semantic.Binder;
import dev.kqlift.syntax.build.QueryParser;
import dev.kqlift.types.KqlType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Indicators of whole queries, from the text on: what is found where, and which constants are followed. */
class IndicatorQueriesTest {
    private static final TableCatalog TABLES = TableCatalog.of(List.of(
            table("T", "A", "B", "C"),
            table("U", "A", "X"),
            new TableSchema("D", List.of(column("d", KqlType.DYNAMIC)))));

    private static TableSchema table(String name, String... columns) {
        List<TableSchema.ColumnSchema> schema =
                Arrays.stream(columns).map(each -> column(each, KqlType.STRING)).toList();
        return new TableSchema(name, schema);
    }

    private static TableSchema.ColumnSchema column(String name, KqlType type) {
        return new TableSchema.ColumnSchema(name, type);
    }

    private static List<Indicator> indicators(String query) {
        return Indicators.of(
                Binder.bind(QueryParser.parse(query).query().orElseThrow(), TABLES, FunctionCatalog.builtIn()));
    }

    /** {@code field kind [values]}, with a {@code !} before the kind where negated. */
    private static List<String> of(String query) {
        return indicators(query).stream()
                .map(each -> each.field() + " " + (each.negated() ? "!" : "")
                        + each.kind().word() + " " + each.values())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A in (L)                                 ; A in [a, c]
                    A !in~ (L)                               ; A !in [a, c]
                    A has_any (L)                            ; A match [a, c]
                    A in ((L / project y))                   ; A in [b, d]
                    A in (L / project z = y / distinct z)    ; A in [b, d]
                    A in (L / project-away x / sort by y)    ; A in [b, d]
                    A in (L / summarize by y)                ; A in [b, d]
                    A in (L / summarize make_set(y))         ; A in [b, d]
                    A in (toscalar(L / summarize make_list(x))) ; A in [a, c]
                    A in (union L, L)                        ; A in [a, c]
                    A in (materialize(L))                    ; A in [a, c]
                    A in (L / project tolower(x))            ; A in []
                    A in (L / take 1)                        ; A in []
                    A in (L / summarize make_set(y, 1))      ; A in []
                    A in (U / project X)                     ; A in []
                    A in (toscalar(L / project x))           ; A in []
                    """)
    void literalTablesCountAsListsAndOtherTablesDoNot(String line) {
        String[] parts = line.split(" +; ");
        String query = "let L = datatable(x:string, y:string)[\"a\", \"b\", \"c\", \"d\"]; T | where "
                + parts[0].replace(" / ", " | ");
        assertThat(of(query)).as(query).containsExactly(parts[1]);
    }

    @Test
    void aLiteralTableThatIsFilteredHasNoCertainValues() {
        assertThat(of("let L = datatable(x:string)['a', 'b'] | where x != 'a'; T | where A in (L)"))
                .containsExactly("A in []", "x ne [a]");
    }

    @Test
    void tablesUnitedWithThemselvesOverAndOverDoNotFillTheMemory() {
        StringBuilder query = new StringBuilder("let l0 = datatable(x:string)['a'];");
        for (int i = 1; i <= 25; i++) {
            query.append("let l" + i + " = union l" + (i - 1) + ", l" + (i - 1) + ";");
        }
        assertThat(of(query + "T | where A in (l25)")).containsExactly("A in []");
        assertThat(of(query + "T | where A in (l3)")).containsExactly("A in [a]");
    }

    @Test
    void oneLiteralRowIsTheConstantOfToscalar() {
        assertThat(of(
                        "let s = toscalar(print 'x'); let n = toscalar(datatable(n:int)[5]); T | where A == s and strlen(A) > n"
                                + " and B has toscalar(datatable(v:string, w:string)['v', 'w'] | project w)"))
                .containsExactly("A eq [x]", "B match [w]");
        assertThat(of("T | where A == toscalar(datatable(v:string)['v', 'w'])")).containsExactly("A eq []");
    }

    @Test
    void listsPutTogetherListTheConstantsAmongTheirParts() {
        assertThat(of("let a = dynamic(['x', 'y']); let s = toscalar(U | summarize make_set(X)); "
                        + "T | where A in (array_concat(a, s, pack_array('z'))) and B has_any (set_union(a, s))"
                        + " and C in (todynamic(a))"))
                .containsExactly("A in [x, y, z]", "B match [x, y]", "C in [x, y]");
    }

    @Test
    void itemsAndEntriesOfConstantsAreConstants() {
        assertThat(of("let l = dynamic(['x', 'y']); let m = dynamic({'k': 'v'}); "
                        + "T | where A == l[1] and B == m.k and C in (l[-2], l[7])"))
                .containsExactly("A eq [y]", "B eq [v]", "C in [x]");
    }

    @Test
    void aNullIsNoValue() {
        assertThat(of("D | where d.a == dynamic(null) or d.b in (dynamic(['x', null]))"))
                .containsExactly("d.a eq []", "d.b in [x]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    T / extend f = iff(A == 'x', 1, case(B has 'y', 2, 3))               ; A eq [x], B match [y]
                    T / summarize countif(A == 'x'), make_set_if(B, C startswith 'c')    ; A eq [x], C starts_with [c]
                    T / summarize count() by f = A == 'x'                                ; A eq [x]
                    D / mv-apply e = d on (where e.k == 'x')                             ; e.k eq [x]
                    T / partition by A (where B == 'x')                                  ; B eq [x]
                    T / join (U / where X == 'x') on A                                   ; X eq [x]
                    union (T / where A == 'x'), (U / where A == 'y')                     ; A eq [x, y]
                    T / make-series c = countif(A == 'x') on B step 1                    ; A eq [x]
                    T / top-nested 2 of A with others = iff(B == 'x', 'a', 'b') by countif(C == 'y') ; B eq [x], C eq [y]
                    T / scan with (step s: A == 'x'; step t: s.A != B and C has 'y';)    ; A eq [x], C match [y]
                    T / fork (where A == 'x') (where A == 'y')                           ; A eq [x, y]
                    find in (T, U) where A == 'x' and 'y'                                ; * match [y], A eq [x]
                    search in (T) 'a*' and B:'b' and not('c')                            ; * !match [c], * starts_with [a], B match [b]
                    T / where * has 'x'                                                  ; * match [x]
                    T / sort by A == 'x'                                                 ; A eq [x]
                    T / invoke f()                                                       ; A eq [x]
                    T / where g(B)                                                       ; B eq [x], B match [y]
                    T / make-graph A --> B / graph-match (n)-[e]->(m) where e.C == 'x' and n.B has 'y' ; e.C eq [x], n.B match [y]
                    """)
    void testsAreFoundWhereverTheyStand(String line) {
        String[] parts = line.split(" +; ");
        String query = "let f = (t:(A:string)) { t | where A == 'x' }; let g = (v:string) { v == 'x' or v has 'y' }; "
                + parts[0].replace(" / ", " | ");
        assertThat(String.join(", ", of(query))).as(query).isEqualTo(parts[1]);
    }

    @Test
    void aFunctionThatIsNotCalledAsksForNothing() {
        assertThat(of("let f = () { U | where X == 'x' }; T | where A == 'a'")).containsExactly("A eq [a]");
    }

    @Test
    void tablesNamedByAnArgumentAreBehindTheColumn() {
        List<Indicator> found =
                indicators("let f = (t:string, v:string) { table(t) | where A == v }; union f('T', 'x'), f('U', 'y')");
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().values()).containsExactly("x", "y");
        assertThat(found.getFirst().columns()).containsExactly("T.A", "U.A");
    }

    @Test
    void aColumnThatFindReturnsComesFromEveryTable() {
        List<Indicator> found = indicators("find in (T, U) where A == 'x' | where A has 'y'");
        assertThat(found).allSatisfy(each -> assertThat(each.columns()).containsExactly("T.A", "U.A"));
        List<Indicator> shared = indicators("find in (T, (T | project A, B)) where A == 'x' | where B == 'y'");
        assertThat(shared.getLast().field()).isEqualTo("B");
        assertThat(shared.getLast().columns()).containsExactly("T.B");
        List<Indicator> common = indicators("find in (T, (U | project A, B = X)) where A == 'x' | where B == 'y'");
        assertThat(common.getLast().columns()).containsExactly("T.B", "U.X");
    }

    @Test
    void valuesKeepTheOrderOfTheTextOverStagesAndLets() {
        assertThat(of("let early = U | where A == 'one'; T | where A == 'two' | join early on A | where A == 'three'"))
                .containsExactly("A eq [one, two, three]");
    }

    @Test
    void keysThatNeedQuotesKeepThem() {
        assertThat(of("D | where d['a b'].c == 'x' and d['plain'] == 'y' and d['q\"'] == 'z'"))
                .containsExactly("d.plain eq [y]", "d[\"a b\"].c eq [x]", "d[\"q\\\"\"] eq [z]");
    }

    @Test
    void filterArgumentsOfAsimParsersAreTests() {
        List<Indicator> found = indicators("let domains = dynamic(['a.example', 'b.example']); "
                + "_Im_Dns(starttime=ago(1d), endtime=now(), domain_has_any=domains, srcipaddr='192.0.2.1', "
                + "response_has_any_prefix=dynamic(['192.0.2.']), eventtype_in=dynamic(['Query']), eventtype='*', "
                + "hashes_has_any=dynamic([]), username_has_any=toscalar(U | summarize make_set(X)), pack=true)");
        assertThat(found.stream()
                        .map(each -> each.field() + " " + each.kind().word() + " " + each.values() + " "
                                + each.caseSensitive().map(String::valueOf).orElse("-")))
                .containsExactly(
                        "domain_has_any match [a.example, b.example] false",
                        "eventtype_in in [Query] -",
                        "response_has_any_prefix starts_with [192.0.2.] -",
                        "srcipaddr eq [192.0.2.1] -",
                        "username_has_any match [] false");
        assertThat(found).allSatisfy(each -> assertThat(each.columns()).isEmpty());
    }

    @Test
    void argumentsOfOtherFunctionsOfTheWorkspaceAreNoTests() {
        assertThat(of("MyFunction(user_has_any=dynamic(['x'])) | where A == 'a'"))
                .containsExactly("A eq [a]");
        assertThat(of("importantThings(user='x')")).isEmpty();
        assertThat(of("_Im_Dns(ago(1d), now())")).isEmpty();
    }

    @Test
    void filterArgumentsCountAlsoWhereColumnsAreInferredFromTheParser() {
        assertThat(of("imWebSession(url_has_any=dynamic(['x'])) | where Url has 'y' | project Url"))
                .containsExactly("Url match [y]", "url_has_any match [x]");
    }
}
