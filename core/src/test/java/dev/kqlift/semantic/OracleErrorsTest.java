package dev.kqlift.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.source.Span;
import dev.kqlift.syntax.ParsedQuery;
import dev.kqlift.syntax.build.QueryParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Compares the errors of rules with those that Microsoft's language service recorded for them. */
class OracleErrorsTest {
    // The shares only rise.
    private static final double QUERIES_FLOOR = 0.990;
    private static final double PLACES_FLOOR = 0.992;

    /** The share of queries that the service accepts and that get an error here. It only falls. */
    private static final double ALARM_CEILING = 0.0005;

    private final KnownDifferences differences = KnownDifferences.read();
    private final Map<String, int[]> byCode = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();
    private final List<String> alarms = new ArrayList<>();
    private int faulty;
    private int found;
    private int setApart;
    private int accepted;
    private int acceptedApart;

    @Test
    void errorsAreThoseOfTheLanguageServiceAndStandAtTheirPlaces() throws IOException {
        Map<String, Map<String, Object>> expected = new HashMap<>();
        List<Map<String, Object>> queries = Surroundings.jsonLines(Surroundings.shared("oracle/dev-queries.jsonl.gz"));
        for (Map<String, Object> answer : Surroundings.jsonLines(Surroundings.shared("oracle/dev-expected.jsonl.gz"))) {
            expected.put(TestJson.text(answer, "id"), answer);
        }
        Surroundings.onWorkerStack(() -> {
            for (Map<String, Object> query : queries) {
                String id = TestJson.text(query, "id");
                Map<String, Object> answer = expected.getOrDefault(id, Map.of());
                boolean usable = !answer.isEmpty()
                        && TestJson.objects(answer, "syntax_errors").isEmpty()
                        && !answer.containsKey("failure")
                        && !"Command".equals(TestJson.text(answer, "kind"));
                if (usable) {
                    compare(id, TestJson.text(query, "kql"), TestJson.objects(answer, "semantic_errors"));
                }
            }
            return queries.size();
        });
        int places = byCode.values().stream().mapToInt(counts -> counts[0]).sum();
        int placesFound = byCode.values().stream().mapToInt(counts -> counts[1]).sum();
        String report = report(places, placesFound);
        System.out.println(report);
        assertThat(found / (double) faulty).as(report).isGreaterThanOrEqualTo(QUERIES_FLOOR);
        assertThat(placesFound / (double) places).as(report).isGreaterThanOrEqualTo(PLACES_FLOOR);
        assertThat(alarms.size() / (double) accepted).as(report).isLessThanOrEqualTo(ALARM_CEILING);
    }

    private void compare(String id, String query, List<Map<String, Object>> stated) {
        ParsedQuery parsed = QueryParser.parse(query);
        if (parsed.query().isEmpty()) {
            return;
        }
        BoundQuery bound = Binder.bind(parsed.query().get(), TableCatalog.builtIn(), FunctionCatalog.builtIn());
        List<Diagnostic> own = bound.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
        if (stated.isEmpty()) {
            accepted(id, query, own);
            return;
        }
        boolean any = false;
        int counted = 0;
        for (Map<String, Object> error : stated) {
            String code = TestJson.text(error, "code");
            int start = Integer.parseInt(TestJson.text(error, "start"));
            Span place = new Span(start, start + Integer.parseInt(TestJson.text(error, "length")));
            String text = query.substring(place.start(), place.end());
            if (differences.accepts(id, code, text)) {
                continue;
            }
            counted++;
            int[] counts = byCode.computeIfAbsent(code, key -> new int[2]);
            counts[0]++;
            if (own.stream().anyMatch(diagnostic -> touch(query, diagnostic.span(), place))) {
                counts[1]++;
                any = true;
            } else {
                misses.add(code + "  " + id + " at " + start + ": " + brief(text) + "  "
                        + TestJson.text(error, "message"));
            }
        }
        if (counted == 0) {
            setApart++;
        } else {
            faulty++;
            found += any ? 1 : 0;
        }
    }

    private void accepted(String id, String query, List<Diagnostic> own) {
        List<Diagnostic> unexplained = own.stream()
                .filter(diagnostic -> !differences.refuses(id, diagnostic.code().name(), textOf(query, diagnostic)))
                .toList();
        if (unexplained.isEmpty() && !own.isEmpty()) {
            acceptedApart++;
            return;
        }
        accepted++;
        if (!unexplained.isEmpty()) {
            Diagnostic first = unexplained.get(0);
            alarms.add(first.code() + "  " + id + " at " + first.span().start() + ": " + brief(textOf(query, first))
                    + "  " + first.message());
        }
    }

    private String report(int places, int placesFound) {
        StringBuilder report = new StringBuilder();
        report.append(line("queries that the service refuses and that get an error at its place", found, faulty));
        report.append(line("errors of the service with an error at their place", placesFound, places));
        byCode.forEach((code, counts) -> report.append("  ").append(line(code, counts[1], counts[0])));
        report.append(line("queries that the service accepts and that get an error", alarms.size(), accepted));
        report.append("set apart because the engine differs from the service: ")
                .append(setApart)
                .append(" refused, ")
                .append(acceptedApart)
                .append(" accepted\n");
        misses.stream()
                .sorted()
                .forEach(miss -> report.append("  missed ").append(miss).append('\n'));
        alarms.stream()
                .sorted()
                .forEach(alarm -> report.append("  raised ").append(alarm).append('\n'));
        return report.toString();
    }

    private static String line(String title, int part, int all) {
        return String.format(Locale.ROOT, "%s: %d of %d, %.2f %%%n", title, part, all, part * 100.0 / all);
    }

    private static String textOf(String query, Diagnostic diagnostic) {
        return query.substring(diagnostic.span().start(), diagnostic.span().end());
    }

    private static String brief(String text) {
        String flat = text.replaceAll("\\s+", " ");
        return flat.length() > 60 ? flat.substring(0, 60) + "…" : flat;
    }

    /** Whether only white space is between two places: the service points at an operator, kqlift at its operand. */
    private static boolean touch(String query, Span first, Span second) {
        int end = Math.min(first.end(), second.end());
        int start = Math.max(first.start(), second.start());
        return start <= end || query.substring(end, start).isBlank();
    }
}
