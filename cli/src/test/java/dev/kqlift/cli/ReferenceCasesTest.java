package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The recorded answers of the engine, where they stand beside the project: a local run passes or refuses, and is never wrong. */
final class ReferenceCasesTest {
    /** How many of the cases pass; may only rise. */
    private static final int LEAST_PASSES = 1618;

    /** The same for what DuckDB answers. */
    private static final int LEAST_PASSES_OF_DUCKDB = 536;

    @Test
    void theEvaluatorAnswersAsTheEngineOrRefuses() throws IOException {
        check("reference", LEAST_PASSES);
    }

    @Test
    void duckDbAnswersAsTheEngineOrRefuses() throws IOException {
        check("duckdb", LEAST_PASSES_OF_DUCKDB);
    }

    private static void check(String engine, int leastPasses) throws IOException {
        Path folder = Run.shared().resolve("cases");
        assumeTrue(Files.isDirectory(folder), "no recorded cases beside the project");
        Map<String, RecordedCase> cases = new LinkedHashMap<>();
        for (String file : List.of("docs.jsonl", "emulator.jsonl", "recorded.jsonl")) {
            for (String line : Files.readAllLines(folder.resolve(file))) {
                RecordedCase one = RecordedCase.of(line);
                cases.put(one.id(), one);
            }
        }
        StringBuilder input = new StringBuilder();
        cases.values().forEach(one -> input.append(one.question()).append('\n'));
        List<String> wrong = new ArrayList<>();
        int passes = 0;
        int refusals = 0;
        for (String line : Run.withInput(input.toString(), "run", "--batch", "--engine", engine)
                .lines()) {
            RecordedCase.Answer answer = RecordedCase.answer(line);
            switch (cases.get(answer.id()).verdict(answer)) {
                case PASS -> passes++;
                case REFUSED -> refusals++;
                case WRONG -> wrong.add(answer.id());
            }
        }
        System.out.printf(
                "%s: %d of %d recorded cases pass, %d are refused, %d are wrong%n",
                engine, passes, cases.size(), refusals, wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(passes).isGreaterThanOrEqualTo(leastPasses);
    }
}
