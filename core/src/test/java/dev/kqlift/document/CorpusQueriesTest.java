package dev.kqlift.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kqlift.source.EmbeddedText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a corpus beside the project, where there is one, and compares the queries with those of another YAML library.
 */
class CorpusQueriesTest {
    private static final Path SHARED = shared();

    private static Path shared() {
        String named = System.getProperty("kqlift.shared");
        if (named != null) {
            return Path.of(named);
        }
        Path project = Path.of("").toAbsolutePath();
        while (project.getParent() != null && Files.exists(project.getParent().resolve("pom.xml"))) {
            project = project.getParent();
        }
        return project.resolveSibling("shared");
    }

    @Test
    void everyQueryOfTheCorpusIsReadAsWrittenAndEveryCharacterLeadsBackToTheFile() throws IOException {
        Path queries = SHARED.resolve("oracle/dev-queries.jsonl.gz");
        assumeTrue(Files.exists(queries), "no corpus beside the project");
        List<String> wrong = new ArrayList<>();
        int read = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(queries)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String path = field(line, "id");
                SourceFile file = decoded(path);
                EmbeddedText query = onlyQuery(RuleFiles.read(file)).orElse(EmbeddedText.contiguous("", 0));
                if (!query.text().equals(field(line, "kql"))) {
                    wrong.add(path + ": other text");
                } else if (query.isOpaque() || !leadsBack(query, file.text().text())) {
                    wrong.add(path + ": characters lead elsewhere");
                }
                read++;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(read).isGreaterThan(2000);
    }

    private static boolean leadsBack(EmbeddedText query, String file) {
        for (int i = 0; i < query.text().length(); i++) {
            char c = query.text().charAt(i);
            int at = query.toFile(i);
            char there = at < file.length() ? file.charAt(at) : '\n';
            if (c != there && !(c == '\n' && there == '\r') && !(c == ' ' && (there == '\n' || there == '\r'))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<EmbeddedText> onlyQuery(ReadOutcome outcome) {
        return switch (outcome) {
            case ReadOutcome.Rules(List<RuleDocument> documents) ->
                documents.getFirst().query();
            case ReadOutcome.PassedOver passedOver -> Optional.empty();
        };
    }

    private static SourceFile decoded(String path) throws IOException {
        byte[] bytes = Files.readAllBytes(SHARED.resolve("corpus").resolve(path));
        return switch (Decoder.decode(path, bytes)) {
            case DecodeOutcome.Decoded(SourceFile file) -> file;
            case DecodeOutcome.Refused refused -> throw new AssertionError(refused);
        };
    }

    private static String field(String json, String name) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            while (parser.nextToken() != null) {
                if (name.equals(parser.currentName()) && parser.nextToken().isScalarValue()) {
                    return parser.getString();
                }
            }
        }
        throw new AssertionError("no " + name);
    }
}
