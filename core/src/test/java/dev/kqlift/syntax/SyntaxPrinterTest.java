package dev.kqlift.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.source.Origin;
import dev.kqlift.syntax.build.QueryParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxPrinterTest {
    @Test
    void putsAnOperatorOnALineAndIndentsSubqueries() {
        assertThat(printed("let f=(a:long){T|where x==a};f(1)|join kind=inner (U|take 5|count) on $left.a==$right.b"))
                .isEqualTo("""
                        let f = (a: long) {
                            T
                            | where x == a;
                        };
                        f(1)
                        | join kind=inner (
                            U
                            | take 5
                            | count
                        ) on $left.a == $right.b;
                        """);
    }

    /** Each of these has something that a tree could drop; the canonical text is the text itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "| where hint.x=y a = b == 1",
                "| distinct hint.strategy=shuffle a",
                "| sort hint.x=1 by a asc nulls last",
                "| render columnchart kind=stacked by a with (title=\"x\", kind=default)",
                "| as hint.materialized=true X",
                "| invoke a.b.f(1)",
                "| serialize hint.x=y n = row_number()",
                "| make-series n = count() default = 0 on t in range(a, b, 1h) by c",
                "| make-series n = count() on t from a to b step 1h",
                "| consume decodeblocks=true",
                "| make-graph kind=x a -- b with_node_id=id",
                "| graph-match cycles=none (a)-[e*1..3]->(b), (a)--() where a.x == 1 project b.x",
                "| graph-to-table nodes as N with_node_id=id, edges as E",
                "| graph-mark-components kind=weak with_component_id=c",
                "| parse kind=regex flags=Ui a with * h\"x\" b: long *",
                "| where ['title'] == 1 and ['x y'] == 2 and a.['b c'] == 3 and count == 4",
                "| extend title = 1, ['kind'] = 2, (a, ['it\\'s']) = 3",
                "| where a == @\"C:\\Windows\" or a == \"q\\\"\\n\"",
                "| where a in (1, 2) or b !in~ (\"x\") or c has_any (d)",
                "| project-away a*, *_b, *",
                "| where toscalar kind=nooptimization (a) > 1",
            })
    void losesNothing(String operator) {
        assertThat(printed("T " + operator)).isEqualTo("T\n" + operator + ";\n");
    }

    @Test
    void printsDeclaredPatterns() {
        assertThat(printed("declare pattern p = (a:string)[b:string]{('x').['y']={T|take 1};(\"z\")={U}};"
                        + "declare pattern q; p('x').y"))
                .isEqualTo("""
                        declare pattern p = (a: string)[b: string] {
                            ("x").["y"] = {
                                T
                                | take 1;
                            };
                            ("z") = {
                                U;
                            };
                        };
                        declare pattern q;
                        p("x").y;
                        """);
    }

    @Test
    void escapesWhatAnEditorDoesNotShow() {
        Expression text = new Expression.StringLiteral("a\u200B\uFEFF\u0000\uD800\uD83D\uDE00", false, Origin.NONE);
        assertThat(SyntaxPrinter.print(text)).isEqualTo("\"a\\u200b\\ufeff\\u0000\\ud800\uD83D\uDE00\"");
    }

    @Test
    void printsLongChainsWithoutRecursion() {
        String text = "T\n| where a" + " + a".repeat(1_900) + ";\n";
        assertThat(printed(text)).isEqualTo(text);
    }

    private static String printed(String text) {
        return SyntaxPrinter.print(QueryParser.parse(text).query().orElseThrow());
    }
}
