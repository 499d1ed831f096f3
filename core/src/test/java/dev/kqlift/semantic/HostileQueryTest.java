package dev.kqlift.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.syntax.ParsedQuery;
import dev.kqlift.syntax.build.QueryParser;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queries that nobody writes by hand: long, deep, and such that expand without a bound. */
@Timeout(60)
class HostileQueryTest {
    private static String times(int count, IntFunction<String> part, String separator) {
        StringJoiner text = new StringJoiner(separator);
        for (int i = 0; i < count; i++) {
            text.add(part.apply(i));
        }
        return text.toString();
    }

    private static BoundQuery bind(String query) {
        return Surroundings.onWorkerStack(() -> {
            ParsedQuery parsed = QueryParser.parse(query);
            return Binder.bind(parsed.query().orElseThrow(), TableCatalog.of(List.of()), FunctionCatalog.builtIn());
        });
    }

    private static List<String> codes(BoundQuery bound) {
        return bound.diagnostics().stream()
                .map(diagnostic -> diagnostic.code().name())
                .distinct()
                .toList();
    }

    private static int columns(String query) {
        return bind(query).relation().orElseThrow().columns().size();
    }

    @Test
    void fiveThousandOperators() {
        assertThat(columns("T | " + times(5000, i -> "where a != '" + i + "'", " | ")))
                .isEqualTo(1);
        assertThat(columns("print a = 1 | " + times(1000, i -> "extend a" + i + " = a + " + i, " | ")))
                .isEqualTo(1001);
    }

    @Test
    void fiveThousandOperandsOfAndAndOr() {
        assertThat(columns("T | where " + times(5000, i -> "a == '" + i + "'", " or ")))
                .isEqualTo(1);
        assertThat(columns("T | where " + times(5000, i -> "a != '" + i + "'", " and ")))
                .isEqualTo(1);
    }

    @Test
    void sumsOfTwoThousandTerms() {
        BoundQuery constant = bind("let x = " + times(2001, i -> "" + i, " + ") + "; print x");
        assertThat(constant.constants()).containsKey("x");
        assertThat(columns("T | extend x = " + times(2000, i -> "strlen(a)", " + ")))
                .isEqualTo(2);
    }

    @Test
    void listsOfTwentyThousandItems() {
        String items = times(20_000, i -> "'" + i + "'", ",");
        assertThat(columns("T | where a in (" + items + ")")).isEqualTo(1);
        assertThat(columns("let l = dynamic([" + items + "]); T | where a in (l)"))
                .isEqualTo(1);
    }

    @Test
    void twoThousandLetsOnTopOfOneAnother() {
        String scalars = times(2000, i -> "let a" + i + " = " + (i == 0 ? "1" : "a" + (i - 1) + " + 1"), "; ");
        assertThat(bind(scalars + "; print a1999").constants()).hasSize(2000);
        String tables =
                times(2000, i -> "let t" + i + " = " + (i == 0 ? "T" : "t" + (i - 1) + " | where a != " + i), "; ");
        assertThat(columns(tables + "; t1999")).isEqualTo(1);
    }

    @Test
    void functionsThatCallFunctionsTwiceStopAtTheBudget() {
        String scalars = times(
                40,
                i -> "let f" + i + " = () { " + (i == 0 ? "1" : "f" + (i - 1) + "() + f" + (i - 1) + "()") + " }",
                "; ");
        assertThat(codes(bind(scalars + "; print f39()"))).contains("KB009");
        String tables = times(
                40,
                i -> "let f" + i + " = () { "
                        + (i == 0 ? "print a = 1" : "union f" + (i - 1) + "(), f" + (i - 1) + "()") + " }",
                "; ");
        assertThat(codes(bind(tables + "; f39()"))).contains("KB009");
    }

    @Test
    void aChainOfTwoThousandFunctionsStopsAtTheBudget() {
        String functions = times(
                2000, i -> "let f" + i + " = (x:long) { " + (i == 0 ? "x" : "f" + (i - 1) + "(x + 1)") + " }", "; ");
        assertThat(codes(bind(functions + "; print f1999(1)"))).contains("KB009");
    }

    @Test
    void constantsThatDoubleAreNotFoldedWithoutABound() {
        String texts = times(
                60, i -> "let a" + i + " = " + (i == 0 ? "'x'" : "strcat(a" + (i - 1) + ", a" + (i - 1) + ")"), "; ");
        assertThat(bind(texts + "; T | where a == a59").relation()).isPresent();
    }

    @Test
    void unionsThatDoubleAreBound() {
        String tables =
                times(40, i -> "let t" + i + " = " + (i == 0 ? "T" : "union t" + (i - 1) + ", t" + (i - 1)), "; ");
        assertThat(bind(tables + "; t39").tables()).containsExactly("T");
    }

    @Test
    void joinsOneAfterAnother() {
        assertThat(columns("print k = 1, v = 2 " + times(200, i -> "| join (print k = 1, v = 2) on k", " ")))
                .isEqualTo(402);
    }

    @Test
    void nestedCallsAndSubqueries() {
        assertThat(columns("T | extend x = " + "tolower(".repeat(200) + "a" + ")".repeat(200)))
                .isEqualTo(2);
        assertThat(columns("T | where " + "not(".repeat(200) + "a == 1" + ")".repeat(200)))
                .isEqualTo(1);
        assertThat(columns("T | where " + "a in ((U | where ".repeat(60) + "a == 1" + "))".repeat(60)))
                .isEqualTo(1);
    }

    @Test
    void thousandsOfColumns() {
        assertThat(columns("print " + times(3000, i -> "a" + i + " = " + i, ", ")))
                .isEqualTo(3000);
        assertThat(columns("print a = 'x' | project " + times(1000, i -> "tolower(a)", ", ")))
                .isEqualTo(1000);
        assertThat(columns("T | where " + times(3000, i -> "c" + i + " == 1", " and ")))
                .isEqualTo(3000);
    }

    @Test
    void diagnosticsAreBounded() {
        BoundQuery bound = bind("print a = 1 | where " + times(5000, i -> "nope" + i + " == 1", " or "));
        assertThat(bound.diagnostics()).hasSizeLessThanOrEqualTo(200);
        assertThat(codes(bound)).containsExactly("KB001");
    }
}
