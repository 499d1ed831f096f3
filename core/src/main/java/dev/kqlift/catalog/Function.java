package dev.kqlift.catalog;

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
}
