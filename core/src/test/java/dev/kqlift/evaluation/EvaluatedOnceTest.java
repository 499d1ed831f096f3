package dev.kqlift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.WorkspaceFunctions;
import dev.kqlift.ir.Scalar;
import dev.kqlift.syntax.build.QueryParser;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often the filter {@code x > 0} of a query asks one of its three rows: three times if it is evaluated once. */
final class EvaluatedOnceTest {
    private static final String SOURCE = "let F = range x from 1 to 3 step 1 | where x > 0 | extend y = x % 2;";

    private static int asked(String query) {
        List<Boolean> asked = new ArrayList<>();
        PredicateObserver observer = new PredicateObserver() {
            @Override
            public void observe(Scalar test, boolean truth) {
                if (test instanceof Scalar.Comparison comparison
                        && comparison.left() instanceof Scalar.ColumnRef left
                        && left.column().name().equals("x")
                        && comparison.right() instanceof Scalar.Constant(Value.Whole(var number, var type), var origin)
                        && number == 0) {
                    asked.add(truth);
                }
            }
        };
        EvaluationResult result = new Evaluator(
                        TableCatalog.builtIn(),
                        FunctionCatalog.builtIn(),
                        WorkspaceFunctions.builtIn(),
                        RunLimits.DEFAULT)
                .run(QueryParser.parse(SOURCE + query).query().orElseThrow(), TableSource.NONE, Answers.NOW, observer);
        assertThat(result).as(query).isInstanceOf(EvaluationResult.Rows.class);
        return asked.size();
    }

    @Test
    void aPipelineIsWalkedOnce() {
        assertThat(asked("F | where y >= 0 | sort by x asc | take 2 | summarize count()"))
                .isEqualTo(3);
    }

    @Test
    void aTableThatIsReadOftenIsEvaluatedOnce() {
        assertThat(asked("F | join kind=inner F on x | join kind=leftouter (F | summarize n = count() by y) on y"))
                .isEqualTo(3);
        assertThat(asked("union F, F, (F | where y == 1)")).isEqualTo(3);
    }

    @Test
    void aSubqueryIsEvaluatedOnceForAllRows() {
        assertThat(asked("range z from 1 to 50 step 1 | where z in (F) | extend s = toscalar(F | summarize max(x))"))
                .isEqualTo(3);
        assertThat(asked("range z from 1 to 50 step 1 | where tostring(z) has_any (F)"))
                .isEqualTo(3);
    }

    @Test
    void whatDoesNotDependOnTheItemIsEvaluatedOnceForAllItems() {
        assertThat(
                        asked(
                                "print a = dynamic([1, 2, 3, 4]) | mv-apply z = a to typeof(long) on (join kind=inner F on $left.z == $right.x)"))
                .isEqualTo(3);
        assertThat(asked("print a = dynamic([1, 2, 3, 4]) | mv-apply z = a to typeof(long) on (where z in (F))"))
                .isEqualTo(3);
        assertThat(
                        asked(
                                "print a = dynamic([1, 2, 3, 4]) | mv-apply z = a to typeof(long) on (union (F | project z = x))"))
                .isEqualTo(3);
    }

    @Test
    void aFilterThatLooksBehindItAtNestedJoinsEvaluatesTheirSidesOnce() {
        assertThat(
                        asked(
                                "F | join F on x | join F on x | join F on x | extend z = 1 | where y > 5 and y1 > 5 and y2 > 5 and y3 > 5"))
                .isEqualTo(3);
    }
}
