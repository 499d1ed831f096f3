package dev.kqlift.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Wrong queries get their error at its place, and right ones that look wrong get none. */
class OwnQueriesTest {
    /** Wrong queries whose error is not found. It only falls. */
    private static final int MOST_MISSED = 0;

    /** Right queries that get an error. It only falls. */
    private static final int MOST_RAISED = 0;

    @Test
    void aWrongQueryGetsItsErrorAtItsPlace() throws IOException {
        List<String> missed = new ArrayList<>();
        for (String line : lines("wrong.txt")) {
            String code = line.substring(0, line.indexOf(' '));
            String marked = line.substring(line.indexOf(' ') + 1);
            int start = marked.indexOf('«');
            int end = marked.indexOf('»') - 1;
            String query = marked.replace("«", "").replace("»", "");
            boolean found = errors(query).stream()
                    .anyMatch(error -> error.code().name().equals(code)
                            && error.span().start() <= end
                            && start <= error.span().end());
            if (!found) {
                missed.add(line + "  got " + Binding.of(query).diagnostics());
            }
        }
        report("wrong queries without their error", missed);
        assertThat(missed).hasSizeLessThanOrEqualTo(MOST_MISSED);
    }

    @Test
    void aRightQueryGetsNoError() throws IOException {
        List<String> raised = new ArrayList<>();
        for (String query : lines("right.txt")) {
            if (!errors(query).isEmpty()) {
                Binding binding = Binding.of(query);
                raised.add(query + "  got " + binding.diagnostics() + " " + binding.messages());
            }
        }
        report("right queries with an error", raised);
        assertThat(raised).hasSizeLessThanOrEqualTo(MOST_RAISED);
    }

    private static List<Diagnostic> errors(String query) {
        return Binding.of(query).bound().diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
    }

    private static void report(String title, List<String> queries) {
        System.out.println(title + ": " + queries.size());
        queries.forEach(query -> System.out.println("  " + query));
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(OwnQueriesTest.class.getResourceAsStream("/binding/" + file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
