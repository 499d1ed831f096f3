package dev.kqlift.ruletest;

import dev.kqlift.source.Located;
import java.util.List;

/**
 * One case of a test file, together with what all cases of the file share.
 *
 * @param name its name with its place
 * @param now the instant of the run in ticks of 100 ns since 0001-01-01
 * @param tables the tables that have data, each once
 * @param expected what has to come out
 */
public record TestCase(Located<String> name, long now, List<TestTable> tables, Expectation expected) {
    public TestCase {
        tables = List.copyOf(tables);
    }
}
