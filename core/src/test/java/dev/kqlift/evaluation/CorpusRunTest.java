package dev.kqlift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kqlift.analysis.QueryAnalyzer;
import dev.kqlift.analysis.RuleAnalysis;
import dev.kqlift.analysis.Stages;
import dev.kqlift.catalog.FileProfile;
import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.catalog.TableCatalog;
import dev.kqlift.catalog.TableSchema;
import dev.kqlift.catalog.WorkspaceFunctions;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.diagnostics.Severity;
import dev.kqlift.semantic.Binder;
import dev.kqlift.semantic.BoundQuery;
import dev.kqlift.semantic.TestJson;
import dev.kqlift.syntax.Query;
import dev.kqlift.syntax.build.QueryParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Runs the queries of a corpus beside the project, where there is one, over events that are made for them. */
final class CorpusRunTest {
    /** The share of the queries that run without a refusal may only rise. */
    private static final double LEAST_SHARE = 0.945;

    /** 2024-06-01T12:00:00Z. */
    private static final long NOW = 638_528_400_000_000_000L;

    private static final int ROWS = 12;

    private int bound;
    private int ran;
    /** Of those that call no function that nobody declares. */
    private int complete;

    private int completeRan;
    /** Of those that the language service binds without an error. */
    private int accepted;

    private int acceptedRan;
    /** Of those that end with an error of the engine itself. */
    private int acceptedFailing;

    private int withRows;
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final Map<String, String> examples = new TreeMap<>();

    @Test
    void nearlyAllQueriesOfTheCorpusRun() throws IOException {
        Path queries = SharedFolder.path().resolve("oracle/dev-queries.jsonl.gz");
        assumeTrue(Files.exists(queries), "no corpus beside the project");
        Set<String> bindable = bindable(SharedFolder.path().resolve("oracle/dev-expected.jsonl.gz"));
        try (BufferedReader lines = lines(queries)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String id = field(line, "id");
                run(id, field(line, "kql"), bindable.contains(id));
            }
        }
        System.out.println(report());
        assertThat((double) ran / bound).isGreaterThanOrEqualTo(LEAST_SHARE);
    }

    private void run(String id, String text, boolean accepts) {
        Optional<Query> query = QueryParser.parse(text).query();
        if (query.isEmpty()) {
            return;
        }
        TableCatalog catalog = TableCatalog.builtIn();
        BoundQuery first = bind(query.get(), catalog);
        List<TableSchema> inferred = InferredTables.of(first);
        if (!inferred.isEmpty()) {
            catalog = catalog.with(inferred);
        }
        List<TableSchema> matched = InferredTables.matched(first, catalog);
        catalog = catalog.with(matched);
        BoundQuery known = bind(query.get(), catalog);
        if (known.diagnostics().stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR)) {
            return;
        }
        bound++;
        boolean calls = known.functions().stream()
                .anyMatch(
                        function -> WorkspaceFunctions.builtIn().find(function).isEmpty());
        complete += calls ? 0 : 1;
        accepted += accepts ? 1 : 0;
        RuleAnalysis analysis = QueryAnalyzer.analyze(known, Stages.of(query.get(), text));
        EventGenerator events = new EventGenerator(id.hashCode(), NOW, known, analysis.indicators());
        Map<String, LocalTable> data = new LinkedHashMap<>();
        for (TableSchema table : InferredTables.read(known)) {
            data.put(
                    table.name(),
                    table.name().equals(FileProfile.FUNCTION) ? events.profiles() : events.events(table, ROWS));
        }
        for (TableSchema table : matched) {
            data.putIfAbsent(table.name(), events.events(table, ROWS));
        }
        EvaluationResult result = new Evaluator(
                        catalog,
                        FunctionCatalog.builtIn(),
                        WorkspaceFunctions.builtIn(),
                        RunLimits.DEFAULT,
                        ChoicePolicy.FIRST)
                .with(Optional.of(CorpusRunTest::place))
                .run(query.get(), TableSource.of(data), NOW);
        switch (result) {
            case EvaluationResult.Rows(var columns, var rows, var notes) -> {
                ran++;
                completeRan += calls ? 0 : 1;
                acceptedRan += accepts ? 1 : 0;
                withRows += rows.isEmpty() ? 0 : 1;
            }
            case EvaluationResult.Refused(var reason) -> {
                String key = reason.code() + " " + reason.message();
                reasons.merge(key, 1, Integer::sum);
                examples.putIfAbsent(key, id);
                acceptedFailing += accepts && reason.code() == DiagnosticCode.KR003 ? 1 : 0;
            }
        }
    }

    /** The queries in which the language service finds no error. */
    private static Set<String> bindable(Path answers) throws IOException {
        Set<String> ids = new HashSet<>();
        try (BufferedReader lines = lines(answers)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Map<String, Object> answer = TestJson.object(line);
                if (TestJson.objects(answer, "syntax_errors").isEmpty()
                        && TestJson.objects(answer, "semantic_errors").isEmpty()
                        && !answer.containsKey("failure")) {
                    ids.add(TestJson.text(answer, "id"));
                }
            }
        }
        return ids;
    }

    private static BufferedReader lines(Path packed) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8));
    }

    /** The place of an address: two networks are in a town, of others nothing is known. */
    private static Optional<GeoPlace> place(InetAddress address) {
        String text = address.getHostAddress();
        return text.startsWith("203.0.113.") || text.startsWith("10.")
                ? Optional.of(new GeoPlace(
                        Optional.of("Iceland"),
                        List.of("Capital Region"),
                        Optional.of("Reykjavik"),
                        OptionalDouble.of(64.1355),
                        OptionalDouble.of(-21.8954)))
                : Optional.empty();
    }

    private static BoundQuery bind(Query query, TableCatalog catalog) {
        return Binder.bind(query, catalog, FunctionCatalog.builtIn(), WorkspaceFunctions.builtIn());
    }

    private String report() {
        List<Map.Entry<String, Integer>> sorted = new ArrayList<>(reasons.entrySet());
        sorted.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()));
        StringBuilder out = new StringBuilder();
        out.append("%d of %d queries run without a refusal (%.1f %%), %d give rows%n"
                .formatted(ran, bound, 100.0 * ran / bound, withRows));
        out.append(
                "%d of %d queries that the language service binds (%.1f %%); %d more end with an error of the engine itself%n"
                        .formatted(acceptedRan, accepted, 100.0 * acceptedRan / accepted, acceptedFailing));
        out.append("%d of %d queries that call no function of a workspace that nobody declares (%.1f %%)%n"
                .formatted(completeRan, complete, 100.0 * completeRan / complete));
        for (Map.Entry<String, Integer> reason :
                sorted.subList(0, Math.min(Integer.getInteger("corpus.reasons", 40), sorted.size()))) {
            out.append("%5d  %s  (%s)%n".formatted(reason.getValue(), reason.getKey(), examples.get(reason.getKey())));
        }
        return out.toString();
    }

    private static String field(String line, String name) {
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
            json.nextToken();
            while (json.nextName() != null) {
                boolean found = json.currentName().equals(name);
                json.nextToken();
                if (found) {
                    return json.getString();
                }
                json.skipChildren();
            }
        }
        return "";
    }
}
