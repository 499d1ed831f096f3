package dev.kqlift.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.TableSchema.ColumnSchema;
import dev.kqlift.evaluation.EvaluationResult;
import dev.kqlift.syntax.Expression;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.Statement;
import dev.kqlift.syntax.SyntaxPrinter;
import dev.kqlift.syntax.build.QueryParser;
import dev.kqlift.types.KqlType;
import dev.kqlift.types.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Laws that hold for every rule and all rows, whatever its parts mean: random rules are extended in two ways that have to
 * agree. What the evaluator refuses says nothing.
 *
 * <p>{@code -Drandom.laws=50000 -Drandom.seed=1} tries more of them.
 */
final class EvaluatorLawsTest {
    private static final int RULES = Integer.getInteger("random.laws", 300);
    private static final long SEED = Long.getLong("random.seed", 20_240_229L);
    private static final int TRIES = 3_000;
    private static final List<Rule> ANSWERED = new ArrayList<>();

    private interface Law {
        /** What is wrong with the rule, if anything. */
        Optional<String> broken(Rule rule);
    }

    /** A rule to which operators can be added. */
    private record Rule(Sample sample, long seed, List<ColumnSchema> columns, List<List<Value>> rows) {
        /** The rows after more operators; empty where they are refused. */
        Optional<List<List<Value>>> with(String operators) {
            return result(operators).map(EvaluationResult.Rows::rows);
        }

        private Optional<EvaluationResult.Rows> result(String operators) {
            String text = base(sample.query()) + "Base\n" + operators;
            Query query = QueryParser.parse(text)
                    .query()
                    .orElseThrow(() -> new AssertionError("this is no query any more:\n" + text));
            return Samples.run(new Sample(query, sample.tables())) instanceof EvaluationResult.Rows rows
                    ? Optional.of(rows)
                    : Optional.empty();
        }

        String condition(int which) {
            return SyntaxPrinter.print(Samples.RULES.condition(seed * 31 + which, columns));
        }

        private static String base(Query query) {
            List<Statement> statements = new ArrayList<>(query.statements());
            if (!(statements.removeLast() instanceof Statement.Result(Expression table, var origin))) {
                throw new AssertionError("a rule ends with its result");
            }
            statements.add(new Statement.Let(Nodes.name("Base"), new Statement.ExpressionValue(table), Nodes.NONE));
            return SyntaxPrinter.print(new Query(statements, Nodes.NONE));
        }

        List<String> sortable() {
            return columns.stream()
                    .filter(column -> column.type() != KqlType.DYNAMIC && column.type() != KqlType.GUID)
                    .map(column -> "['" + column.name() + "']")
                    .distinct()
                    .toList();
        }
    }

    private static Map<List<Value>, Integer> bag(List<List<Value>> rows) {
        Map<List<Value>, Integer> bag = new HashMap<>();
        rows.forEach(row -> bag.merge(row, 1, Integer::sum));
        return bag;
    }

    private static Optional<String> same(List<List<Value>> one, List<List<Value>> other) {
        return bag(one).equals(bag(other)) ? Optional.empty() : Optional.of(one + "\ninstead of\n" + other);
    }

    @BeforeAll
    static void rules() {
        for (long seed = SEED; seed < SEED + RULES; seed++) {
            rule(Samples.sample(seed), seed).ifPresent(ANSWERED::add);
        }
        assertThat(ANSWERED).as("rules that are answered").hasSizeGreaterThan(RULES / 3);
    }

    private static void hold(String name, Law law) {
        for (Rule rule : ANSWERED) {
            if (law.broken(rule).isPresent()) {
                Sample small = new Shrinker(
                                candidate -> rule(candidate, rule.seed())
                                        .flatMap(law::broken)
                                        .isPresent(),
                                TRIES)
                        .shrink(rule.sample());
                throw new AssertionError(name + ", seed " + rule.seed() + "\n" + small.text()
                        + rule(small, rule.seed()).flatMap(law::broken).orElse(""));
            }
        }
    }

    private static Optional<Rule> rule(Sample sample, long seed) {
        return Samples.run(sample) instanceof EvaluationResult.Rows(var columns, var rows, var notes)
                        && columns.stream().map(ColumnSchema::name).distinct().count() == columns.size()
                ? Optional.of(new Rule(sample, seed, columns, rows))
                : Optional.empty();
    }

    @Test
    void aConditionPartitionsTheRows() {
        hold("partition", rule -> {
            String condition = rule.condition(0);
            Optional<List<List<Value>>> yes = rule.with("| where " + condition);
            Optional<List<List<Value>>> no = rule.with("| where not(" + condition + ")");
            Optional<List<List<Value>>> unknown = rule.with("| where isnull(" + condition + ")");
            if (yes.isEmpty() || no.isEmpty() || unknown.isEmpty()) {
                return Optional.empty();
            }
            return same(Nodes.together(Nodes.together(yes.get(), no.get()), unknown.get()), rule.rows())
                    .map(difference -> condition + "\n" + difference);
        });
    }

    @Test
    void aConjunctionIsOneFilterAfterTheOther() {
        hold("and", rule -> {
            String first = rule.condition(1);
            String second = rule.condition(2);
            Optional<List<List<Value>>> both = rule.with("| where (" + first + ") and (" + second + ")");
            Optional<List<List<Value>>> inTurn = rule.with("| where " + first + " | where " + second);
            return both.isEmpty() || inTurn.isEmpty()
                    ? Optional.empty()
                    : same(both.get(), inTurn.get()).map(difference -> first + "\nand\n" + second + "\n" + difference);
        });
    }

    @Test
    void aDisjunctionKeepsWhatOneOfItsPartsKeeps() {
        hold("or", rule -> {
            String first = rule.condition(3);
            String second = rule.condition(4);
            Optional<List<List<Value>>> either = rule.with("| where (" + first + ") or (" + second + ")");
            Optional<List<List<Value>>> one = rule.with("| where " + first);
            Optional<List<List<Value>>> other =
                    rule.with("| where not(coalesce(" + first + ", false)) and (" + second + ")");
            return either.isEmpty() || one.isEmpty() || other.isEmpty()
                    ? Optional.empty()
                    : same(either.get(), Nodes.together(one.get(), other.get()))
                            .map(difference -> first + "\nor\n" + second + "\n" + difference);
        });
    }

    @Test
    void aCountIsTheNumberOfRows() {
        hold("count", rule -> {
            List<List<Value>> expected =
                    List.of(List.of(new Value.Whole(rule.rows().size(), KqlType.LONG)));
            return rule.with("| count")
                    .flatMap(rows -> same(rows, expected))
                    .or(() -> rule.with("| summarize count()").flatMap(rows -> same(rows, expected)));
        });
    }

    @Test
    void groupsHoldAllRowsOnce() {
        hold("groups", rule -> {
            String key = "['" + rule.columns().getFirst().name() + "']";
            Optional<List<List<Value>>> groups = rule.with("| summarize n_ = count() by " + key);
            Optional<List<List<Value>>> keys = rule.with("| distinct " + key);
            Optional<List<List<Value>>> total =
                    rule.with("| summarize n_ = count() by " + key + " | summarize sum(n_)");
            if (groups.isEmpty() || keys.isEmpty() || total.isEmpty()) {
                return Optional.empty();
            }
            List<List<Value>> found =
                    groups.get().stream().map(row -> List.of(row.getFirst())).toList();
            return same(found, keys.get())
                    .or(() -> same(
                            total.get(),
                            List.of(List.of(new Value.Whole(rule.rows().size(), KqlType.LONG)))));
        });
    }

    @Test
    void whatIsTakenIsTheBeginningOfWhatIsSorted() {
        hold("sort and take", rule -> {
            if (rule.sortable().isEmpty()) {
                return Optional.empty();
            }
            String sort = "| sort by " + String.join(", ", rule.sortable());
            Optional<List<List<Value>>> sorted = rule.with(sort);
            Optional<List<List<Value>>> taken = rule.with(sort + " | take 3");
            return sorted.isEmpty() || taken.isEmpty()
                    ? Optional.empty()
                    : same(sorted.get(), rule.rows())
                            .or(() -> taken.get()
                                            .equals(sorted.get()
                                                    .subList(
                                                            0,
                                                            Math.min(
                                                                    3,
                                                                    sorted.get().size())))
                                    ? Optional.empty()
                                    : Optional.of(taken.get() + "\nof\n" + sorted.get()));
        });
    }

    @Test
    void aColumnThatComesAndGoesChangesNothing() {
        hold(
                "extend and project-away",
                rule -> rule.with("| extend new_ = " + rule.condition(5) + " | project-away new_")
                        .flatMap(rows -> same(rows, rule.rows())));
    }

    @Test
    void distinctRowsStayAsTheyAre() {
        hold(
                "distinct",
                rule -> rule.with("| distinct *").flatMap(rows -> {
                    if (bag(rows).size() != rows.size() || !new HashSet<>(rows).equals(new HashSet<>(rule.rows()))) {
                        return Optional.of(rows + "\nof\n" + rule.rows());
                    }
                    return rule.with("| distinct * | distinct *").flatMap(again -> same(again, rows));
                }));
    }

    @Test
    void aUnionHoldsAllRowsOfItsParts() {
        hold(
                "union",
                rule -> rule.with("| union Base")
                        .flatMap(rows -> same(rows, Nodes.together(rule.rows(), rule.rows()))));
    }

    @Test
    void theKindsOfJoinsAgree() {
        hold("joins", rule -> {
            String key = "['" + rule.columns().getFirst().name() + "']";
            String other = " (Base | where " + rule.condition(6) + " | extend right_ = 1) on " + key;
            if (rule.columns().getFirst().type() == KqlType.DYNAMIC) {
                return Optional.empty();
            }
            Map<String, List<List<Value>>> kinds = new HashMap<>();
            for (String kind : List.of("inner", "leftouter", "leftsemi", "leftanti", "rightouter", "fullouter")) {
                rule.with("| join kind=" + kind + other).ifPresent(rows -> kinds.put(kind, rows));
            }
            return kinds.size() < 6 ? Optional.empty() : disagreement(kinds, rule.rows());
        });
    }

    private static Optional<String> disagreement(Map<String, List<List<Value>>> kinds, List<List<Value>> left) {
        List<List<Value>> inner = kinds.getOrDefault("inner", List.of());
        List<List<Value>> outer = kinds.getOrDefault("leftouter", List.of());
        List<List<Value>> anti = kinds.getOrDefault("leftanti", List.of());
        int full = kinds.getOrDefault("fullouter", List.of()).size();
        int right = kinds.getOrDefault("rightouter", List.of()).size();
        Optional<String> halves = same(Nodes.together(kinds.getOrDefault("leftsemi", List.of()), anti), left);
        Map<List<Value>, Integer> outerBag = bag(outer);
        boolean within = bag(inner).entrySet().stream()
                .allMatch(row -> outerBag.getOrDefault(row.getKey(), 0) >= row.getValue());
        boolean counts = outer.size() == inner.size() + anti.size() && full == outer.size() + right - inner.size();
        return halves.or(() -> within && counts ? Optional.empty() : Optional.of(kinds.toString()));
    }

    @Test
    void aRuleThatIsPrintedAndReadAgainGivesTheSameRows() {
        hold("print and parse", rule -> {
            Query read = QueryParser.parse(rule.sample().kql())
                    .query()
                    .orElseThrow(() -> new AssertionError(rule.sample().kql()));
            return Samples.run(new Sample(read, rule.sample().tables())) instanceof EvaluationResult.Rows again
                    ? same(again.rows(), rule.rows())
                    : Optional.of("refused");
        });
    }

    @Test
    void aSampleThatIsPrintedIsReadBack() {
        hold("sample", rule -> {
            // A literal has no negative zero, and an empty text in `dynamic()` is its null.
            String text =
                    rule.sample().text().replace("real(-0.0)", "real(0.0)").replace("dynamic(\"\")", "dynamic(null)");
            String again = Sample.read(text).text();
            return again.equals(text) ? Optional.empty() : Optional.of(again);
        });
    }
}
