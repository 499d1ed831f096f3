package dev.kqlift.analysis;

import static dev.kqlift.analysis.Traced.query;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class QueryTraceTest {
    @Test
    void eachStageStatesWhatItChanged() {
        assertThat(query("T | where A == 'x' | extend D = 1, A = 2 | project-away B | summarize n = count() by K")
                        .changes())
                .containsExactly("+A +B +C +K", "", "+D", "-B", "+n -A -C -D");
    }

    @Test
    void stagesOfSeveralRelationsCountAsOne() {
        assertThat(query("T | top 3 by A | project K | join U on K | count").changes())
                .containsExactly("+A +B +C +K", "", "-A -B -C", "+K1 +V +W", "+Count -K -K1 -V -W");
    }

    @Test
    void aSourceBoundByLetIsTheFirstStage() {
        assertThat(query("let t = T | project A; t | extend B = A").changes()).containsExactly("+A", "+B");
    }

    @Test
    void aParenthesizedPipelineIsTheFirstStage() {
        assertThat(query("(T | project A, B) | project A").changes()).containsExactly("+A +B", "-B");
    }

    @Test
    void aFunctionThatIsInvokedIsOneStage() {
        Traced query = query(
                "let f = (t:(A:string)) { t | extend X = A | project X };\nT | where A == 'y' | invoke f() | take 1");
        assertThat(query.changes()).containsExactly("+A +B +C +K", "", "+X -A -B -C -K", "");
        assertThat(query.stages("X")).containsExactly(1, 2, 3);
    }

    @Test
    void whatComesBeforeAnInvokedFunctionOverALetIsNotMadeUp() {
        Traced query =
                query("let s = T | project A; let f = (t:(A:string)) { t | extend X = A }; s | invoke f() | take 1");
        assertThat(query.changes()).hasSize(3);
        assertThat(query.changes().get(2)).isEmpty();
    }

    @Test
    void aUnionInTheMiddleFollowsThePipeline() {
        assertThat(query("T | project A | union (U | project V) | project A").changes())
                .containsExactly("+A +B +C +K", "-B -C -K", "+V", "-V");
    }

    @Test
    void aQueryThatReturnsAScalarHasNothingToFollow() {
        QueryTrace trace = query("let x = 3; x").page();
        assertThat(trace.fields()).isEmpty();
        assertThat(trace.stages()).containsExactly(StageColumns.UNKNOWN);
    }

    @Test
    void theStagesOfAFieldAreThoseThatMadeItTestedItOrNamedIt() {
        Traced query =
                query("T | where A == 'x' | where B == 'y' | extend D = strcat(A, '!') | sort by D | project D, C");
        assertThat(query.stages("D")).containsExactly(1, 2, 4, 5, 6);
        assertThat(query.stages("C")).containsExactly(1, 6);
    }

    @Test
    void aTestAfterACopyWasMadeIsNotOneOfTheCopy() {
        Traced query = query("T | extend D = A | where A == 'x'");
        assertThat(query.stages("D")).containsExactly(1, 2);
        assertThat(query.stages("A")).containsExactly(1, 3);
    }

    @Test
    void whatTheRightSideOfAJoinDidIsTheJoins() {
        Traced query = query("T | where A == 'x' | join (T | where A == 'z' | extend E = A) on K | project A, E");
        assertThat(query.stages("A")).containsExactly(1, 2, 4);
        assertThat(query.stages("E")).containsExactly(3, 4);
    }

    @Test
    void aCountHasAnExpressionInsteadOfColumns() {
        Traced query = query("T | summarize n = count(), most = max(A) by K | project-rename m = n");
        assertThat(query.origin("m").columns()).isEmpty();
        assertThat(query.of(query.origin("m").expression().orElseThrow())).isEqualTo("count()");
        assertThat(query.origin("most").columns()).containsExactly("T.A");
        assertThat(query.origin("K").expression()).isEmpty();
    }

    @Test
    void aCountOnTheRightOfAJoinKeepsItsExpression() {
        Traced query = query("T | join (U | summarize n = count() by K) on K | project n");
        assertThat(query.of(query.origin("n").expression().orElseThrow())).isEqualTo("count()");
    }

    @Test
    void indicatorsStandInTheStagesThatReadThem() {
        String text = "let u = U | where V == 'a'; T | where A == 'b' | join u on K | where B in ((u | project K))";
        assertThat(query(text).page().indicators())
                // A, B, V
                .containsExactly(List.of(2), List.of(4), List.of(3, 4));
    }

    @Test
    void anIndicatorOfASourceBoundByLetStandsInTheSource() {
        assertThat(query("let t = T | where A == 'x'; t | where A == 'x'")
                        .page()
                        .indicators())
                .containsExactly(List.of(1, 2));
    }

    @Test
    void pagesOfDeepAndWideQueriesComeToAnEnd() {
        StringBuilder text = new StringBuilder("T | extend X0 = A");
        for (int i = 1; i < 400; i++) {
            text.append("\n| extend X" + i + " = strcat(X" + (i - 1) + ", X" + (i / 2) + ")");
        }
        assertThat(query(text.toString()).stages("X399")).hasSize(401);
        StringBuilder lets = new StringBuilder("let t0 = T | project K, A;\n");
        for (int i = 1; i < 40; i++) {
            lets.append("let t" + i + " = t" + (i - 1) + " | join t" + (i - 1) + " on K | where A == '" + i
                    + "' | project K, A;\n");
        }
        assertThat(query(lets + "t39 | union t38").page().indicators().getFirst())
                .containsExactly(1, 2);
    }
}
