package dev.kqlift.bench;

import dev.kqlift.evaluation.LocalTable;
import dev.kqlift.syntax.Query;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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

/**
 * How long a rule takes over many events, on one thread and with the flags of the launcher; the first iteration of the
 * warm-up is the time of a process that has just started. The heap is a small multiple of the events, so that a run that
 * keeps several copies of them fails.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss16m", "-Xmx700m"})
public class EvaluationBenchmark {
    @State(Scope.Benchmark)
    public static class Rule {
        @Param("100000")
        int rows;

        private RuleEvents rule;
        private Map<String, LocalTable> events;
        private Query filterAndSummarize;

        @Setup
        public void read() throws IOException {
            rule = new RuleEvents();
            events = rule.events(rows);
            filterAndSummarize = rule.filterAndSummarize();
            System.gc();
            System.out.printf(
                    "%n%s: %d rows of %s, heap with the events %d MB%n",
                    rule.name(),
                    rows,
                    events.keySet(),
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1_000_000);
        }
    }

    /** The rule up to its first {@code summarize}. */
    @Benchmark
    public List<?> filterAndSummarize(Rule rule) {
        return rule.rule.run(rule.filterAndSummarize, rule.events);
    }

    /** The whole rule, with its joins. */
    @Benchmark
    public List<?> wholeRule(Rule rule) {
        return rule.rule.run(rule.rule.query(), rule.events);
    }
}
