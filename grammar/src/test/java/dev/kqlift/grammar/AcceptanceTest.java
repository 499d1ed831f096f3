package dev.kqlift.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptanceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "T | where a == 1",
                "T | filter a == 1",
                "T | extend a = 1, (b, c) = f(x)",
                "T | project",
                "T | project-away a*, *_b",
                "T | project-keep a",
                "T | project-rename b = a",
                "T | project-reorder a asc, b*, * granny-desc",
                "T | summarize by a",
                "T | summarize hint.strategy=shuffle n = count(), dcount(a) by b, bin(t, 1h)",
                "T | summarize count() by t bin = 1h",
                "T | distinct *",
                "T | take 5",
                "T | limit 5",
                "T | sample 5",
                "T | sample-distinct 5 of a",
                "T | sort by a asc nulls first, b",
                "T | order by a desc",
                "T | top 5 by a desc nulls last",
                "T | top-nested 3 of a with others = \"x\" by count(), top-nested of b by max(c)",
                "T | top-hitters 3 of a by b",
                "T | count",
                "T | count as n",
                "T | join kind=leftouter hint.remote=left (U | where a == 1) on $left.a == $right.b, c",
                "T | join U on a",
                "T | lookup kind=inner U on a",
                "T | union kind=outer withsource=[\"from where\"] U, (V | take 1), W*",
                "T | mv-expand kind=array a to typeof(long), b = c limit 5",
                "T | mvexpand a",
                "T | mv-apply a = b to typeof(string) limit 3 on (where a == 1 | top 1 by a)",
                "T | parse kind=regex flags=Ui a with * \"x\" b: long \"y\" *",
                "T | parse-where a with \"x\" b",
                "T | parse-kv a as (b: string, c: long) with (pair_delimiter=\" \", quote='\"')",
                "T | evaluate hint.distribution=single pivot(a, count(), b) : (c: string)",
                "T | invoke f(a, 1)",
                "T | as hint.materialized=true X",
                "T | render timechart with (title=\"x\", kind=stacked)",
                "T | render columnchart kind=stacked by a",
                "T | serialize n = row_number()",
                "T | make-series n = count() default = 0 on t from ago(1d) to now() step 1h by a",
                "T | make-series n = count() on t in range(ago(1d), now(), 1h)",
                "T | partition hint.strategy=native by a (top 1 by b)",
                "T | partition by a { U | where x == a }",
                "T | fork a = (where x == 1) (count)",
                "T | facet by a, b with (take 3)",
                "T | reduce by a with threshold=0.2, characters=\"-\"",
                "T | scan order by t partition by a declare (n: long = 0) with (step s1 optional output=last: a == 1 => n = 1; step s2: true;)",
                "T | search kind=case_sensitive \"x\" or a: \"y\"",
                "search in (T, U*) * has \"x\"",
                "find withsource=x in (T, U) where a == 1 project a, b: string, pack(*)",
                "find a == 1",
                "T | getschema",
                "T | consume",
                "T | assert-schema (a: string)",
                "print a = 1, 'x'",
                "range a from 1 to 10 step 2",
                "union *",
                "T | make-graph a --> b with U on c, V on d",
                "T | make-graph a -- b with_node_id=n",
                "T | make-graph a --> b | graph-match cycles=none (x)-[e*1..3]->(y)<-[]-(z), (x)--(w) where x.a == 1 project x.a",
                "T | make-graph a --> b | graph-shortest-paths output=any (x)-[e*1..9]->(y) project y",
                "T | make-graph a --> b | graph-to-table nodes as N, edges as E with_node_id=id",
                "T | make-graph a --> b | graph-mark-components kind=weak with_component_id=c",
                "macro-expand entity_group [cluster('a').database('b')] as X (X.T | count)",
                "datatable(a: string, b: dynamic) [\"x\", dynamic({\"y\": [1, -2.5, null, true]}), \"z\", dynamic(null),]",
                "externaldata(a: string) [h@\"https://host/x;key\"] with (format=\"csv\", ignoreFirstRecord=true)",
                "let f = (a: long, T: (b: string), c: string = \"x\") { T | where b == c }; f(1, U)",
                "let f = view () { T }; f",
                "let a = 1; let b = a + 1; print b",
                "set notruncation; set query_now = datetime(2024-01-01); T",
                "declare query_parameters(a: long = 5, b: string); T | where x == a",
                "declare pattern p = (a: string)[b: string] { (\"x\").[\"y\"] = { T } }; p(\"x\").y",
                "restrict access to (T, database(\"d\").*); T",
                "alias database d = cluster(\"c\").database(\"x\"); T",
                "T | where toscalar(U | count) > 1 and a in (U | project b, c)",
                "let x = materialize(T | take 1); x",
                "",
                " \n // only a comment",
            })
    void takesEveryStatementAndOperator(String text) {
        assertThat(KqlGrammar.parse(text).errors()).as(text).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "0x1F",
                "1.5",
                "1.",
                "1e3",
                "1.5E-3",
                "int(1)",
                "long(1)",
                "real(nan)",
                "double(+inf)",
                "decimal(0.1)",
                "1d",
                "1.5h",
                "10ms",
                "3ticks",
                "time(1.02:03:04.5)",
                "timespan(1d)",
                "datetime(2024-01-01T10:00:00Z)",
                "datetime(null)",
                "date(2024-01-01)",
                "true",
                "FALSE",
                "bool(null)",
                "guid(74be27de-1e4e-49d9-b579-fe0b331d3642)",
                "dynamic([1, {\"a\": dynamic(null)}])",
                "\"a\"",
                "'a'",
                "\"a\" 'b' @\"c\"",
                "h\"a\"",
                "H'a'",
                "h@\"a\"",
                "@'it''s'",
                "@\"C:\\x\"",
                "```a\n\"b\"```",
                "~~~x~~~",
                "\"\\\"\\\\\\n\\t\\u0041\\x41\\101\\U0001F600\"",
                "1 between (1..5)",
                "1 between (1 .. 5)",
            })
    void takesEveryFormOfLiteral(String literal) {
        assertThat(KqlGrammar.parse("print x = " + literal).errors())
                .as(literal)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count", "type", "title", "range", "step", "pack", "filter", "view", "nodes", "take", "order", "null"
            })
    void keywordsCanBeColumns(String name) {
        assertThat(KqlGrammar.parse("T | extend " + name + " = 1 | summarize count() by a")
                        .errors())
                .as(name)
                .isEmpty();
    }

    @Test
    void commentsDirectivesAndUnusualSpacesAreNoTokens() {
        String text = "\uFEFF#connect cluster\n// c | where\nT\u00A0|\u200Btake 5 // end\r\n//last";
        assertThat(KqlGrammar.parse(text).errors()).isEmpty();
        assertThat(KqlGrammar.parse("print 'http://a#b'").errors()).isEmpty();
    }

    @Test
    void aWordThatBeginsWithAKeywordIsAName() {
        assertThat(KqlGrammar.parse("inner | where hasty == 1 and android == 2 or order1 == 3")
                        .errors())
                .isEmpty();
    }
}
