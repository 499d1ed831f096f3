package dev.kqlift.generation;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.FunctionKind;
import dev.kqlift.syntax.BinaryOperator;
import dev.kqlift.syntax.SetOperator;
import dev.kqlift.types.KqlType;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which parts of the language a generated rule may use, and how often. An engine that knows less takes a part of it.
 *
 * @param stages how often each kind of stage is drawn; what is missing is never drawn
 * @param functions the scalar functions, with weights; how they are called is read from the function catalog
 * @param aggregates the aggregate functions, with weights
 * @param calls which calls of them are allowed
 * @param matches the operators on text
 * @param sets the operators with a list on the right
 * @param joins the words after {@code kind=} of a join
 * @param literals what the rule may hold as literals
 * @param mostStages the greatest number of stages of a pipeline
 * @param depth how deep expressions nest
 * @param lets whether the rule may name scalars, tables and functions with {@code let}
 */
public record Vocabulary(
        Map<StageKind, Integer> stages,
        Map<String, Integer> functions,
        Map<String, Integer> aggregates,
        CallFilter calls,
        List<BinaryOperator> matches,
        List<SetOperator> sets,
        List<String> joins,
        ValuePools literals,
        int mostStages,
        int depth,
        boolean lets) {
    private static final List<String> JOINS = List.of(
            "innerunique",
            "inner",
            "leftouter",
            "rightouter",
            "fullouter",
            "leftsemi",
            "rightsemi",
            "leftanti",
            "rightanti");
    private static final List<String> FREQUENT = List.of(
            "iff", "case", "coalesce", "tostring", "tolower", "strcat", "bin", "isempty", "substring", "tolong");

    /** Which calls of a function are allowed. */
    public interface CallFilter {
        boolean allows(String function, List<KqlType> arguments);
    }

    public Vocabulary {
        stages = new LinkedHashMap<>(stages);
        functions = new LinkedHashMap<>(functions);
        aggregates = new LinkedHashMap<>(aggregates);
        matches = List.copyOf(matches);
        sets = List.copyOf(sets);
        joins = List.copyOf(joins);
    }

    /** All kinds of stages and operators, with the functions of the catalog that are allowed. */
    public static Vocabulary of(FunctionCatalog catalog, Predicate<String> names, CallFilter calls) {
        Map<String, Integer> functions = new LinkedHashMap<>();
        catalog.names(FunctionKind.SCALAR).stream()
                .filter(names)
                .forEach(name -> functions.put(name, FREQUENT.contains(name) ? 4 : 1));
        Map<String, Integer> summaries = new LinkedHashMap<>();
        catalog.names(FunctionKind.AGGREGATE).stream()
                .filter(names)
                .forEach(name -> summaries.put(name, name.equals("count") ? 4 : 1));
        return new Vocabulary(
                allStages(),
                functions,
                summaries,
                calls,
                List.of(BinaryOperator.values()).stream()
                        .filter(operator -> operator.level() == BinaryOperator.Level.TEXT)
                        .filter(Vocabulary::isMatch)
                        .toList(),
                List.of(SetOperator.values()),
                JOINS,
                ValuePools.wild(),
                5,
                3,
                true);
    }

    private static boolean isMatch(BinaryOperator operator) {
        return !operator.text().contains("like") && operator != BinaryOperator.COLON;
    }

    private static Map<StageKind, Integer> allStages() {
        Map<StageKind, Integer> weights = new EnumMap<>(StageKind.class);
        for (StageKind kind : StageKind.values()) {
            weights.put(kind, 2);
        }
        weights.put(StageKind.WHERE, 10);
        weights.put(StageKind.EXTEND, 6);
        weights.put(StageKind.SUMMARIZE, 5);
        weights.put(StageKind.PROJECT, 4);
        weights.put(StageKind.JOIN, 3);
        weights.put(StageKind.MAKE_SERIES, 1);
        return weights;
    }

    /** The same with other literals. */
    public Vocabulary withLiterals(ValuePools other) {
        return new Vocabulary(
                stages, functions, aggregates, calls, matches, sets, joins, other, mostStages, depth, lets);
    }

    /** The same with a kind of stage drawn so often; never where the weight is zero. */
    public Vocabulary with(StageKind kind, int weight) {
        Map<StageKind, Integer> changed = new LinkedHashMap<>(stages);
        changed.put(kind, weight);
        return new Vocabulary(
                changed, functions, aggregates, calls, matches, sets, joins, literals, mostStages, depth, lets);
    }
}
