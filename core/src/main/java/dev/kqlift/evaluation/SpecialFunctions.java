package dev.kqlift.evaluation;

import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Gamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/** The gamma, error and beta functions. */
final class SpecialFunctions {
    private SpecialFunctions() {}

    static void addTo(FunctionTable table) {
        table.strict("gamma", a -> Numbers.ofReal(Gamma.value(a.real(0))));
        table.strict("loggamma", a -> Numbers.ofReal(LogGamma.value(a.real(0))));
        table.strict("erf", a -> Numbers.ofReal(Erf.value(a.real(0))));
        table.strict("erfc", a -> Numbers.ofReal(Erfc.value(a.real(0))));
        table.strict("beta_cdf", a -> Numbers.ofReal(cumulative(a)));
        table.strict("beta_pdf", a -> Numbers.ofReal(density(a)));
    }

    private static boolean isOutside(Arguments a) {
        return !(a.real(0) >= 0 && a.real(0) <= 1);
    }

    private static double cumulative(Arguments a) {
        if (isOutside(a)) {
            return Double.NaN;
        }
        if (!(a.real(1) > 0 && a.real(2) > 0)) {
            throw a.refuse("a parameter is not positive");
        }
        return RegularizedBeta.value(a.real(0), a.real(1), a.real(2));
    }

    private static double density(Arguments a) {
        double x = a.real(0);
        if (isOutside(a) || !(a.real(1) > 0 && a.real(2) > 0)) {
            return Double.NaN;
        }
        double log =
                (a.real(1) - 1) * Math.log(x) + (a.real(2) - 1) * Math.log1p(-x) - LogBeta.value(a.real(1), a.real(2));
        return Math.exp(log);
    }
}
