package dev.kqlift.analysis;

import static dev.kqlift.analysis.Traced.query;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FieldTracesTest {
    @Test
    void aFieldOfATableComesFromTheTable() {
        assertThat(query("T | where B == 'x' | project A").way("A")).isEqualTo("table T: A #1\n");
    }

    @Test
    void computedFieldsAreFollowedThroughEveryReplacement() {
        assertThat(query("T | extend A = tolower(A) | extend A = strcat(A, B) | project A")
                        .way("A"))
                .isEqualTo("""
                        extend: A = strcat(A, B) #3
                          extend: A = tolower(A) #2
                            table T: A #1
                          table T: B #1
                        """);
    }

    @Test
    void aRenamingIsAStep() {
        assertThat(query("T | project-rename Z = A | project Z").way("Z")).isEqualTo("""
                        project-rename: Z PASSED #2
                          table T: A #1
                        """);
    }

    @Test
    void aRenamingInOneUseOfATableIsNotOneOfTheOther() {
        String text = "let t = T | where B == 'x'; t | join (t | project-rename Z = A) on K | project A, Z";
        assertThat(query(text).way("A")).isEqualTo("""
                        join: A PASSED #2
                          table T: A [left side] {let t}
                        """);
        assertThat(query(text).way("Z")).isEqualTo("""
                        join: Z #2
                          project-rename: Z PASSED [right side] #2
                            table T: A {let t}
                        """);
    }

    @Test
    void bothSidesOfAJoinAreFollowedToTheirTables() {
        Traced query = query("T | join kind=inner (U | project K, V = toupper(V)) on K | extend X = strcat(B, V)");
        assertThat(query.way("X")).isEqualTo("""
                        extend: X = strcat(B, V) #3
                          join: B PASSED #2
                            table T: B [left side] #1
                          join: V #2
                            project: V = toupper(V) [right side] #2
                              table U: V #2
                        """);
    }

    @Test
    void everyInputOfAUnionIsFollowed() {
        assertThat(query("let u = U | project A = W; T | union u | project A").way("A"))
                .isEqualTo("""
                        union: A #2
                          table T: A [input 1 of 2] #1
                          project: A = W [input 2 of 2] {let u}
                            table U: W {let u}
                        """);
    }

    @Test
    void theNameOfTheInputOfAUnionEndsThere() {
        assertThat(query("union withsource=S T, U | project S").way("S")).isEqualTo("union: S #1\n");
    }

    @Test
    void aFunctionThatIsPutInPlaceIsNamedWithItsPlace() {
        Traced query = query("let f = (t:(A:string)) { t | extend X = strlen(A) }; T | invoke f() | project Y = X");
        assertThat(query.way("Y")).isEqualTo("""
                        project: Y = X #3
                          extend: X = strlen(A) {function f} #2
                            table T: A #1
                        """);
        assertThat(query.of(query.traces("Y").getFirst().steps().get(1).span())).isEqualTo("extend X = strlen(A)");
    }

    @Test
    void parsedAndExpandedFieldsComeFromWhatTheyAreCutOutOf() {
        Traced query = query("T | parse A with * 'x' P | extend L = split(P, ',') | mv-expand L | project L");
        assertThat(query.way("L")).isEqualTo("""
                        mv-expand: L = L #4
                          extend: L = split(P, ',') #3
                            parse: P = A #2
                              table T: A #1
                        """);
    }

    @Test
    void theOtherColumnsOfArgMaxAreFollowed() {
        assertThat(query("T | summarize arg_max(A, *) by K").way("B"))
                .contains("summarize: B")
                .endsWith("  table T: B #1\n");
    }

    @Test
    void aSubQueryIsFollowedToItsFirstColumn() {
        assertThat(query("let m = toscalar(U | summarize max(V)); T | extend X = strcat(A, m) | project X")
                        .way("X"))
                .isEqualTo("""
                        extend: X = strcat(A, m) #2
                          table T: A #1
                          summarize: max_V = max(V) [sub-query] {let m}
                            table U: V {let m}
                        """);
    }

    @Test
    void whatFindReturnsIsFollowedToTheTable() {
        assertThat(query("find in (T) where A == 'x' project B").way("B")).endsWith("table T: B #1\n");
        assertThat(query("find in (T, U) where K == 'x'").way("K"))
                .contains("table T: K")
                .contains("table U: K");
    }

    @Test
    void aColumnThatNoSchemaStatesIsKnownFromItsUse() {
        assertThat(query("Nowhere | extend X = strlen(Thing) | project X").way("X"))
                .isEqualTo("""
                        extend: X = strlen(Thing) #2
                          table Nowhere: Thing INFERRED #1
                        """);
    }

    @Test
    void whatIsReadTwiceIsFollowedOnce() {
        Traced query = query("T | extend X = strlen(A) | extend Y = X + 1, Z = X + 2 | project S = Y + Z");
        assertThat(query.way("S")).isEqualTo("""
                        project: S = Y + Z #4
                          extend: Y = X + 1 #3
                            extend: X = strlen(A) #2
                              table T: A #1
                          extend: Z = X + 2 #3
                            extend: X = strlen(A) REPEATED #2
                        """);
    }

    @Test
    void aSumThatDoublesWithEveryStageIsCutAndCounted() {
        StringBuilder text = new StringBuilder("T | extend X0 = strlen(A), X1 = strlen(B)");
        for (int i = 2; i < 600; i++) {
            text.append("\n| extend X" + i + " = X" + (i - 1) + " + X" + (i - 2));
        }
        FieldTrace trace = query(text.toString()).traces("X599").getFirst();

        assertThat(trace.steps()).hasSize(400);
        assertThat(trace.hidden()).isPositive();
    }

    @Test
    void anExpressionOfManyColumnsIsCutAndCounted() {
        StringBuilder made = new StringBuilder("T | extend A0 = A");
        StringBuilder all = new StringBuilder("A0");
        for (int i = 1; i < 100; i++) {
            made.append(", A" + i + " = strlen(A)");
            all.append(", A" + i);
        }
        FieldTrace trace =
                query(made + " | project X = strcat(" + all + ")").traces("X").getFirst();

        assertThat(trace.steps().getFirst().hidden()).isEqualTo(76);
    }

    @Test
    void testsOfOneColumnShareATraceAndOthersHaveTheirOwn() {
        Traced query = query("let u = U | where K == 'a';\nT | where K == 'b' | where K has 'c' | join u on K");
        assertThat(query.traces("K")).hasSize(3);
        assertThat(query.traces("K").get(0).type()).isPresent();
        assertThat(query.traces("K").get(1).tests())
                .extracting(FieldTest::stage)
                .containsExactly(0);
        assertThat(query.traces("K").get(2).tests())
                .extracting(FieldTest::stage)
                .containsExactly(2, 3);
        assertThat(query.traces("K").get(2).steps().getFirst().detail()).isEqualTo("T");
    }

    @Test
    void aPathIsFollowedFromTheColumnAtItsRoot() {
        Traced query = query("T | extend D = parse_json(A) | where D.x.y == 'z' | project B");
        FieldTrace trace = query.traces("D.x.y").getFirst();

        assertThat(trace.steps()).extracting(FieldStep::field).containsExactly("D", "A");
        assertThat(trace.tests()).containsExactly(new FieldTest("where", 37, 3));
    }

    @Test
    void aNameThatTheQueryDoesNotHaveGivesNothing() {
        assertThat(query("T | project A").traces("a")).isEmpty();
        assertThat(query("print 1").traces("A")).isEmpty();
    }

    @Test
    void theFieldsOfAMatchComeFromTheNodesAndEdges() {
        Traced query = query("T | make-graph A --> B with U on K | graph-match (x)-[e]->(y) where x.V == 'v' "
                + "project x.W, C = tolower(e.C)");
        assertThat(query.way("x_W")).isEqualTo("""
                        project: x_W = x.W #3
                          graph-match: x.W #3
                            table U: W #2
                        """);
        assertThat(query.way("C")).isEqualTo("""
                        project: C = tolower(e.C) #3
                          graph-match: e.C #3
                            table T: C #1
                        """);
        assertThat(query.origin("C").columns()).containsExactly("T.C");
    }

    @Test
    void theNodesOfEdgesComeFromTheirEnds() {
        Traced query = query("T | make-graph A --> B with_node_id=N | graph-to-table nodes");
        assertThat(query.way("N")).isEqualTo("""
                        make-graph: N #2
                          table T: A #1
                          table T: B #1
                        """);
        assertThat(query.origin("N").columns()).containsExactly("T.A", "T.B");
    }
}
