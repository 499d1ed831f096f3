package dev.kqlift.bench;

import dev.kqlift.syntax.Query;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Whether the work of operators grows with the rows: ten times the rows take about ten times the time. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss16m", "-Xmx2g"})
public class ScalingBenchmark {
    @State(Scope.Benchmark)
    public static class Events {
        @Param({"10000", "100000"})
        int rows;

        @Param
        Operators operator;

        private OperatorEvents events;
        private Query query;

        @Setup
        public void make() {
            events = new OperatorEvents(rows);
            query = OperatorEvents.parsed(operator);
        }
    }

    @Benchmark
    public List<?> scaling(Events events) {
        return events.events.run(events.query);
    }

    /**
     * Measures the operators whose names the system property {@code kqlift.bench.operators} matches, all without it, and
     * prints a table with one line for each.
     */
    public static void main(String[] arguments) throws RunnerException {
        String asked = System.getProperty("kqlift.bench.operators", ".*");
        String[] names = Arrays.stream(Operators.values())
                .map(Operators::name)
                .filter(name -> name.matches(asked))
                .toArray(String[]::new);
        OptionsBuilder options = new OptionsBuilder();
        options.include(ScalingBenchmark.class.getName() + ".scaling")
                .param("operator", names)
                .verbosity(VerboseMode.SILENT);
        System.out.printf("%-22s %12s %12s %8s%n", "operator", "10,000 rows", "100,000 rows", "times");
        Map<Operators, Map<Integer, Double>> scores = scores(new Runner(options.build()).run());
        scores.forEach((operator, byRows) -> {
            double few = byRows.getOrDefault(10_000, Double.NaN);
            double many = byRows.getOrDefault(100_000, Double.NaN);
            System.out.printf(Locale.ROOT, "%-22s %9.1f ms %9.1f ms %8.1f%n", operator, few, many, many / few);
        });
    }

    /** The milliseconds by operator and number of rows. */
    private static Map<Operators, Map<Integer, Double>> scores(Collection<RunResult> results) {
        Map<Operators, Map<Integer, Double>> scores = new TreeMap<>();
        for (RunResult result : results) {
            Operators operator = Operators.valueOf(result.getParams().getParam("operator"));
            scores.computeIfAbsent(operator, key -> new TreeMap<>())
                    .put(
                            Integer.valueOf(result.getParams().getParam("rows")),
                            result.getPrimaryResult().getStatistics().getMin());
        }
        return scores;
    }
}
