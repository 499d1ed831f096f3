package dev.kqlift.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.semantic.Binder;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.syntax.build.QueryParser;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Whatever can be parsed can be bound, however little sense it makes. */
class WildQueriesBindTest {
    /** Queries on which binding fails: uncalled functions with functions in their body. It only falls. */
    private static final int MOST_FAILING = 0;

    @Test
    void bindingNeverFailsAndPointsIntoTheText() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_240_301L);
        Map<String, Integer> failures = new TreeMap<>();
        for (int i = 0; i < 5_000; i++) {
            String text = SyntaxPrinter.print(QueryGenerator.query(Choices.drawing(random)));
            Query query = QueryParser.parse(text).query().orElseThrow();
            BoundQuery bound;
            try {
                bound = Binder.bind(query, TableCatalog.of(List.of()), FunctionCatalog.builtIn());
            } catch (RuntimeException | StackOverflowError failure) {
                failures.merge(failure.getClass().getSimpleName(), 1, Integer::sum);
                continue;
            }
            assertThat(bound.diagnostics())
                    .as(text)
                    .allMatch(diagnostic -> diagnostic.span().end() <= text.length());
        }
        System.out.println("generated queries on which binding fails: " + failures);
        assertThat(failures.values().stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(MOST_FAILING);
    }
}
