package dev.kqlift.catalog;

import dev.kqlift.types.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A built-in function of KQL: a row of the function catalog.
 *
 * @param name its name in the query, lower case as documented
 * @param kind what it is called as
 * @param signatures the forms in which it can be called, tried in order
 * @param resultName how a column is named that an unnamed call of it makes
 * @param replacement the function to use instead where this spelling is deprecated
 * @param volatility whether two calls with the same arguments give the same value
 * @param page the last part of the address of its page in the language's documentation, where it has one by the rule
 */
public record Function(
        String name,
        FunctionKind kind,
        List<Signature> signatures,
        ResultName resultName,
        Optional<String> replacement,
        Volatility volatility,
        Optional<String> page) {
    public Function {
        signatures = List.copyOf(signatures);
    }

    /** A function without a page. */
    public Function(
            String name,
            FunctionKind kind,
            List<Signature> signatures,
            ResultName resultName,
            Optional<String> replacement,
            Volatility volatility) {
        this(name, kind, signatures, resultName, replacement, volatility, Optional.empty());
    }

    /**
     * The signatures that take arguments of these types, in the order in which they are tried: the first is the one
     * that is meant, unless a type is {@code UNKNOWN}; then it may be any of them. {@code UNKNOWN} stands also for what
     * is no scalar: {@code typeof()}, {@code *}, a table.
     */
    public List<Signature> signaturesFor(List<KqlType> arguments) {
        List<Signature> fitting = new ArrayList<>();
        for (Signature signature : signatures) {
            if (fits(signature, arguments)) {
                fitting.add(signature);
            }
        }
        return List.copyOf(fitting);
    }

    private static boolean fits(Signature signature, List<KqlType> arguments) {
        Optional<List<Parameter>> parameters = signature.parametersOf(arguments.size());
        if (parameters.isEmpty()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!parameters.get().get(i).accepts(arguments.get(i))) {
                return false;
            }
        }
        return true;
    }
}
