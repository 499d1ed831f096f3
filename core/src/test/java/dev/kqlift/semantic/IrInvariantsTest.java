package dev.kqlift.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.ir.IrInvariants;
import dev.kqlift.ir.Relation;
import dev.kqlift.ir.Trees;
import dev.kqlift.syntax.ParsedQuery;
import dev.kqlift.syntax.TestQueries;
import dev.kqlift.syntax.build.QueryParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds the bound form of whole rules to the invariants of the IR. */
class IrInvariantsTest {
    /** The queries of the corpus with a relation that breaks an invariant. It only falls. */
    private static final int MOST_BREACHED = 5;

    @Test
    void samplesAreWellFormed() {
        assertThat(breaches(TestQueries.samples())).isEmpty();
    }

    @Test
    void theCorpusIsWellFormed() {
        assumeTrue(TestQueries.hasCorpus(), TestQueries.NO_CORPUS);
        List<String> breaches = Surroundings.onWorkerStack(() -> breaches(TestQueries.corpus()));
        breaches.forEach(System.out::println);
        assertThat(breaches.stream()
                        .map(breach -> breach.substring(0, breach.indexOf("  ")))
                        .distinct())
                .hasSizeLessThanOrEqualTo(MOST_BREACHED);
    }

    private static List<String> breaches(Map<String, String> queries) {
        List<String> breaches = new ArrayList<>();
        queries.forEach((id, text) -> {
            ParsedQuery parsed = QueryParser.parse(text);
            if (parsed.query().isPresent()) {
                BoundQuery bound = Binder.bind(parsed.query().get(), TableCatalog.builtIn(), FunctionCatalog.builtIn());
                IrInvariants.breaches(roots(bound), text.length()).forEach(breach -> breaches.add(id + "  " + breach));
            }
        });
        return breaches;
    }

    /** The relations of the result and those that it does not read. */
    static List<Relation> roots(BoundQuery bound) {
        List<Relation> roots = new ArrayList<>();
        bound.relation().ifPresent(roots::add);
        bound.scalar().ifPresent(scalar -> roots.addAll(Trees.relations(scalar)));
        roots.addAll(bound.unusedRelations());
        return roots;
    }
}
