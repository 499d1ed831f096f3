package dev.kqlift.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.syntax.build.QueryParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class QueryPropertiesTest {
    private static final long SEED = 20_240_229L;
    private static final int QUERIES = 2_000;

    @Test
    void everyGeneratedQueryIsReadBackAsItWas() {
        RandomGenerator random = random(SEED);
        for (int i = 0; i < QUERIES; i++) {
            Choices choices = Choices.drawing(random);
            Query query = QueryGenerator.query(choices);
            if (!survives(query)) {
                Query smallest =
                        QueryGenerator.query(choices.shrunk(candidate -> !survives(QueryGenerator.query(candidate))));
                String text = SyntaxPrinter.print(smallest);
                throw new AssertionError("query " + i + " of seed " + SEED + " is read as another one:\n" + text + "\n"
                        + QueryParser.parse(text) + "\n" + smallest);
            }
        }
    }

    @Test
    void generatedQueriesUseEveryOperator() {
        RandomGenerator random = random(SEED);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < QUERIES; i++) {
            all.append(SyntaxPrinter.print(QueryGenerator.query(Choices.drawing(random))));
        }
        for (String keyword : List.of(
                "where",
                "extend",
                "project",
                "project-away",
                "project-rename",
                "project-reorder",
                "summarize",
                "distinct",
                "take",
                "sample",
                "sample-distinct",
                "sort",
                "top",
                "top-nested",
                "top-hitters",
                "count",
                "join",
                "lookup",
                "union",
                "mv-expand",
                "mv-apply",
                "parse",
                "parse-where",
                "parse-kv",
                "evaluate",
                "invoke",
                "as",
                "render",
                "serialize",
                "make-series",
                "partition",
                "fork",
                "facet",
                "reduce",
                "scan",
                "search",
                "find",
                "getschema",
                "consume",
                "assert-schema",
                "make-graph",
                "graph-match",
                "graph-shortest-paths",
                "graph-to-table")) {
            assertThat(all).containsPattern("\\| " + keyword + "\\s");
        }
    }

    @Test
    void everyNodeLiesInsideItsParentAndTheText() {
        RandomGenerator random = random(SEED);
        for (int i = 0; i < QUERIES; i++) {
            String text = SyntaxPrinter.print(QueryGenerator.query(Choices.drawing(random)));
            assertThat(SpanWalk.strays(QueryParser.parse(text).query().orElseThrow(), text))
                    .as(text)
                    .isEmpty();
        }
        TestQueries.samples()
                .forEach((id, text) -> QueryParser.parse(text)
                        .query()
                        .ifPresent(query ->
                                assertThat(SpanWalk.strays(query, text)).as(id).isEmpty()));
    }

    @Test
    void shrinkingKeepsOnlyWhatTheFailureNeeds() {
        RandomGenerator random = random(SEED);
        Choices choices = Choices.drawing(random);
        while (!SyntaxPrinter.print(QueryGenerator.query(choices)).contains("between")) {
            choices = Choices.drawing(random);
        }
        Choices smallest = choices.shrunk(candidate ->
                SyntaxPrinter.print(QueryGenerator.query(candidate)).contains("between"));
        assertThat(SyntaxPrinter.print(QueryGenerator.query(smallest)).length()).isLessThan(120);
    }

    @Test
    void readingIsTotalOnDamagedQueries() {
        RandomGenerator random = random(SEED);
        String inserted = "|;,()[]{}\"'`~@h\\/=!<>-+*.#$ \n\u00A0\uFEFF\uD83D0aλ";
        for (String text : new ArrayList<>(TestQueries.samples().values())) {
            for (int round = 0; round < 12; round++) {
                StringBuilder damaged = new StringBuilder(text);
                for (int change = random.nextInt(1, 5); change > 0 && !damaged.isEmpty(); change--) {
                    int at = random.nextInt(damaged.length());
                    if (random.nextBoolean()) {
                        damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(1, 9)));
                    } else {
                        damaged.insert(at, inserted.charAt(random.nextInt(inserted.length())));
                    }
                }
                checkTotal(damaged.toString());
            }
        }
    }

    private static void checkTotal(String text) {
        ParsedQuery parsed = QueryParser.parse(text);
        boolean errors = parsed.diagnostics().stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
        assertThat(parsed.query().isEmpty()).as(text).isEqualTo(errors);
        for (Diagnostic diagnostic : parsed.diagnostics()) {
            assertThat(diagnostic.span().end()).as(text).isLessThanOrEqualTo(text.length());
            assertThat(diagnostic.message()).as(text).isNotBlank().doesNotContain("extraneous", "mismatched", "<EOF>");
        }
        parsed.query()
                .ifPresent(query -> assertThat(
                                QueryParser.parse(SyntaxPrinter.print(query)).query())
                        .as(text)
                        .isEqualTo(Optional.of(query)));
    }

    private static boolean survives(Query query) {
        return QueryParser.parse(SyntaxPrinter.print(query)).query().equals(Optional.of(query));
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
