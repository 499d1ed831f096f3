package dev.kqlift.generation;

import dev.kqlift.catalog.ArgumentKind;
import dev.kqlift.catalog.Function;
import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.FunctionKind;
import dev.kqlift.catalog.Parameter;
import dev.kqlift.catalog.ReturnRule;
import dev.kqlift.catalog.Signature;
import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ways to call functions, by the type that the call gives: found by trying types on the signatures of the catalog. */
final class CallForms {
    /** The types that expressions are made of; a decimal is left to the functions that ask for it alone. */
    static final List<KqlType> TYPES = List.of(
            KqlType.STRING,
            KqlType.LONG,
            KqlType.BOOL,
            KqlType.DATETIME,
            KqlType.DYNAMIC,
            KqlType.INT,
            KqlType.REAL,
            KqlType.TIMESPAN,
            KqlType.GUID);

    private static final int TRIES = 60;
    private static final int MOST_OPTIONAL = 2;

    /**
     * One way to call a function.
     *
     * @param parameters that of each argument
     * @param arguments the type of each argument
     */
    record Form(String function, List<Parameter> parameters, List<KqlType> arguments) {}

    private final Map<KqlType, Map<String, List<Form>>> byResult = new EnumMap<>(KqlType.class);
    private final Map<String, Integer> weights;

    private final Vocabulary.CallFilter filter;

    CallForms(FunctionCatalog catalog, FunctionKind kind, Map<String, Integer> weights, Vocabulary.CallFilter filter) {
        this.weights = weights;
        this.filter = filter;
        weights.keySet().forEach(name -> catalog.function(kind, name).ifPresent(this::collect));
    }

    /** A call that gives a type. */
    Optional<Form> draw(KqlType result, Draws draws) {
        Map<String, List<Form>> functions = byResult.getOrDefault(result, Map.of());
        if (functions.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Integer> own = new LinkedHashMap<>();
        functions.keySet().forEach(name -> own.put(name, weights.getOrDefault(name, 1)));
        return Optional.of(draws.of(functions.getOrDefault(draws.weighted(own), List.of())));
    }

    /** The types that some call gives. */
    List<KqlType> results() {
        return List.copyOf(byResult.keySet());
    }

    private void collect(Function function) {
        Set<Form> seen = new LinkedHashSet<>();
        Draws draws = new Draws(function.name().hashCode());
        for (Signature signature : function.signatures()) {
            int most = Math.min(signature.maxArguments(), signature.minArguments() + MOST_OPTIONAL);
            for (int count = signature.minArguments(); count <= most; count++) {
                for (int i = 0; i < TRIES; i++) {
                    signature
                            .parametersOf(count)
                            .flatMap(parameters -> form(function, signature, parameters, draws))
                            .ifPresent(seen::add);
                }
            }
        }
    }

    private Optional<Form> form(Function function, Signature signature, List<Parameter> parameters, Draws draws) {
        List<KqlType> types = new ArrayList<>();
        KqlType shared = draws.of(TYPES);
        for (Parameter parameter : parameters) {
            List<KqlType> fitting = TYPES.stream().filter(parameter::accepts).toList();
            if (fitting.isEmpty() || !expressible(parameter)) {
                return Optional.empty();
            }
            types.add(fitting.contains(shared) ? shared : draws.of(fitting));
        }
        KqlType result = signature.returns() == ReturnRule.COMPUTED ? KqlType.UNKNOWN : signature.resultType(types);
        boolean meant = function.signaturesFor(types).stream()
                .findFirst()
                .filter(signature::equals)
                .isPresent();
        if (result == KqlType.UNKNOWN || !meant || !filter.allows(function.name(), types)) {
            return Optional.empty();
        }
        Form form = new Form(function.name(), parameters, types);
        List<Form> forms = byResult.computeIfAbsent(result, type -> new LinkedHashMap<>())
                .computeIfAbsent(function.name(), name -> new ArrayList<>());
        if (!forms.contains(form)) {
            forms.add(form);
        }
        return Optional.of(form);
    }

    private static boolean expressible(Parameter parameter) {
        return switch (parameter.argument()) {
            case EXPRESSION, CONSTANT, LITERAL, LITERAL_NOT_EMPTY, COLUMN, STAR_ALLOWED -> true;
            case COLUMN_PARAMETER0, COLUMN_PARAMETER0_COMMON, EXPRESSION_PARAMETER0_ELEMENT, AGGREGATE, STAR_ONLY ->
                false;
        };
    }

    /** True where the argument has to be known before the query runs. */
    static boolean constant(Parameter parameter) {
        return parameter.argument() == ArgumentKind.CONSTANT
                || parameter.argument() == ArgumentKind.LITERAL
                || parameter.argument() == ArgumentKind.LITERAL_NOT_EMPTY;
    }
}
