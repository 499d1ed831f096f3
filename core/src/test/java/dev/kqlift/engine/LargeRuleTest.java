package dev.kqlift.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of a size that nobody writes go through every step without an internal error. */
class LargeRuleTest {
    private record Large(String name, String query) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static String times(int count, IntFunction<String> part, String separator) {
        StringJoiner text = new StringJoiner(separator);
        for (int i = 0; i < count; i++) {
            text.add(part.apply(i));
        }
        return text.toString();
    }

    private static String chain(int count, String prefix, String first, IntFunction<String> next) {
        return times(count, i -> "let " + prefix + i + " = " + (i == 0 ? first : next.apply(i - 1)), "; ") + "; ";
    }

    private static List<Large> largeQueries() {
        String table = "SigninLogs | ";
        return List.of(
                new Large("operators", table + times(5000, i -> "where ResultType != '" + i + "'", " | ")),
                new Large("extends", table + times(2000, i -> "extend a = strcat(UserId, '" + i + "')", " | ")),
                new Large("or", table + "where " + times(5000, i -> "ResultType == '" + i + "'", " or ")),
                new Large("and", table + "where " + times(5000, i -> "ResultType != '" + i + "'", " and ")),
                new Large("sum", table + "extend x = " + times(2000, i -> "strlen(UserId)", " + ")),
                new Large("list", table + "where UserId in (" + times(20_000, i -> "'" + i + "'", ",") + ")"),
                new Large(
                        "case",
                        table + "extend x = case(" + times(3000, i -> "UserId == '" + i + "', 1", ", ") + ", 2)"),
                new Large("calls", table + "extend x = " + "tolower(".repeat(300) + "UserId" + ")".repeat(300)),
                new Large("negations", table + "where " + "not(".repeat(300) + "UserId == 1" + ")".repeat(300)),
                new Large("brackets", "print " + "(".repeat(20_000) + "1" + ")".repeat(20_000)),
                new Large("joins", "SigninLogs " + times(40, i -> "| join SigninLogs on UserId", " ")),
                new Large("unions", "union " + times(500, i -> "(SigninLogs | where UserId == " + i + ")", ", ")),
                new Large("constants", chain(2000, "a", "1", i -> "a" + i + " + 1") + "print a1999"),
                new Large("tables", chain(2000, "t", "SigninLogs", i -> "t" + i + " | take " + i) + "t1999"),
                new Large("doubled tables", chain(40, "t", "SigninLogs", i -> "union t" + i + ", t" + i) + "t39"),
                new Large(
                        "doubled calls",
                        chain(40, "f", "() { 1 }", i -> "() { f" + i + "() + f" + i + "() }") + "print f39()"),
                new Large("columns", "Missing_CL | where " + times(3000, i -> "c" + i + " == 1", " and ")),
                new Large("rows", "datatable(a:string, b:long)[" + times(20_000, i -> "'x', " + i, ", ") + "]"),
                new Large("text", "print '" + "x".repeat(1_000_000) + "'"));
    }

    @Timeout(60)
    @ParameterizedTest
    @MethodSource("largeQueries")
    void noStepFailsOn(Large large) {
        List<AnalyzedRule> rules = RuleText.compile("a.kql", large.query());
        assertThat(rules).hasSize(1);
        assertThat(rules.getFirst().diagnostics()).extracting(Diagnostic::code).doesNotContain(DiagnosticCode.KD900);
    }
}
