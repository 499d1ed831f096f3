package dev.kqlift.syntax;

import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.document.Decoder;
import dev.kqlift.document.ReadOutcome;
import dev.kqlift.document.RuleDocument;
import dev.kqlift.document.RuleFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Query texts that tests read: those of the project's samples, and those of a corpus beside the project. */
public final class TestQueries {
    /** Says why a test was skipped. */
    public static final String NO_CORPUS = "no corpus beside the project: ../shared is missing";

    private TestQueries() {}

    /** The texts of the sample rules by path and number. */
    public static Map<String, String> samples() {
        Path folder = root().resolve("corpus/samples");
        Map<String, String> queries = new LinkedHashMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                String path = folder.relativize(file).toString();
                if (RuleFiles.isRulePath(path)
                        && Decoder.decode(path, Files.readAllBytes(file)) instanceof DecodeOutcome.Decoded(var source)
                        && RuleFiles.read(source) instanceof ReadOutcome.Rules(List<RuleDocument> documents)) {
                    int number = 0;
                    for (RuleDocument document : documents) {
                        String id = path + "#" + number++;
                        document.query().ifPresent(query -> queries.put(id, query.text()));
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return queries;
    }

    public static boolean hasCorpus() {
        return Files.exists(oracle("dev-queries.jsonl.gz")) && Files.exists(oracle("dev-expected.jsonl.gz"));
    }

    /** The texts of the corpus by path. */
    public static Map<String, String> corpus() {
        Map<String, String> queries = new LinkedHashMap<>();
        for (String line : lines("dev-queries.jsonl.gz")) {
            String id = "";
            String text = "";
            try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
                while (json.nextToken() != null) {
                    if (json.currentToken() == JsonToken.VALUE_STRING) {
                        if ("id".equals(json.currentName())) {
                            id = json.getString();
                        } else if ("kql".equals(json.currentName())) {
                            text = json.getString();
                        }
                    }
                }
            }
            queries.put(id, text);
        }
        return queries;
    }

    /** How many syntax errors the reference parser finds in each text of the corpus. */
    public static Map<String, Integer> referenceErrors() {
        Map<String, Integer> errors = new LinkedHashMap<>();
        for (String line : lines("dev-expected.jsonl.gz")) {
            String id = "";
            int count = 0;
            try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
                json.nextToken();
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    String field = json.currentName();
                    JsonToken value = json.nextToken();
                    if ("id".equals(field)) {
                        id = json.getString();
                    } else if ("syntax_errors".equals(field)) {
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            json.skipChildren();
                            count++;
                        }
                    } else if (value.isStructStart()) {
                        json.skipChildren();
                    }
                }
            }
            errors.put(id, count);
        }
        return errors;
    }

    private static List<String> lines(String file) {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(oracle(file))), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return lines;
    }

    private static Path oracle(String file) {
        String named = System.getProperty("kqlift.shared");
        Path shared = named == null ? root().resolveSibling("shared") : Path.of(named);
        return shared.resolve("oracle").resolve(file);
    }

    /** The project's folder: the outermost one above with a build file. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && Files.exists(folder.getParent().resolve("pom.xml"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
