package dev.kqlift.analysis;

import dev.kqlift.ir.Scalar;
import dev.kqlift.types.Value;
import org.jspecify.annotations.Nullable;

/**
 * An argument of an ASIM parser that filters, such as {@code domain_has_any} in {@code _Im_Dns(domain_has_any=dynamic(["x"]))}:
 * a test like one of {@code where}, of a field that is named by the parameter. The end of the name tells the kind; a
 * parameter with none is asked for equality, or for one of the values of a list. The range of time and the switches of
 * the parser itself look for nothing.
 *
 * @param caseSensitive null where the parser decides
 */
record FilterParameter(
        String name,
        IndicatorKind kind,
        Constants constants,
        @Nullable Boolean caseSensitive) {

    /** True for the names of ASIM parsers: {@code _Im_Dns}, {@code imDns}, {@code vimDnsVendor}, {@code _ASim_Dns}. */
    static boolean isParser(String function) {
        return isPrefix(function, "_Im_")
                || isPrefix(function, "im")
                || isPrefix(function, "vim")
                || isPrefix(function, "_ASim_")
                || isPrefix(function, "ASim");
    }

    private static boolean isPrefix(String function, String prefix) {
        return function.length() > prefix.length()
                && function.startsWith(prefix)
                && Character.isUpperCase(function.charAt(prefix.length()));
    }

    /** What an argument asks for; null where that is nothing: a switch, an empty list, a star. */
    static @Nullable FilterParameter of(String name, Scalar value) {
        switch (name) {
            case "starttime", "endtime", "disabled", "pack" -> {
                return null;
            }
            default -> {
                // Every other parameter filters.
            }
        }
        if (value instanceof Scalar.Constant(var constant, var origin) && asksNothing(constant)) {
            return null;
        }
        IndicatorKind kind = kind(name, value);
        Boolean caseSensitive = kind == IndicatorKind.MATCH && !name.endsWith("_has_ipv4") ? Boolean.FALSE : null;
        return new FilterParameter(name, kind, Constants.ofList(value), caseSensitive);
    }

    private static IndicatorKind kind(String name, Scalar value) {
        if (name.endsWith("_prefix")) {
            return IndicatorKind.STARTS_WITH;
        }
        if (name.endsWith("_has_any")
                || name.endsWith("_has_all")
                || name.endsWith("_has_ipv4")
                || name.endsWith("_has")) {
            return IndicatorKind.MATCH;
        }
        boolean list = value instanceof Scalar.Constant(var constant, var origin) && constant instanceof Value.Array;
        return list || name.endsWith("_in") ? IndicatorKind.IN : IndicatorKind.EQ;
    }

    /** The defaults of the parsers, which leave every row. */
    private static boolean asksNothing(Value value) {
        return value instanceof Value.Array(var items) && items.isEmpty()
                || value instanceof Value.Text(var text) && (text.isEmpty() || "*".equals(text))
                || value instanceof Value.Null;
    }
}
