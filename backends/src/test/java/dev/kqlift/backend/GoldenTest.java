package dev.kqlift.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.document.ReadOutcome;
import dev.kqlift.document.RuleFiles;
import dev.kqlift.document.SourceFile;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.Workspace;
import dev.kqlift.source.Position;
import dev.kqlift.source.SourceText;
import dev.kqlift.sql.ProjectFolder;
import dev.kqlift.translation.Translation;
import dev.kqlift.translation.TranslationNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The emitted text of every case and covered backend, beside its rule: rewritten with {@code -Dgolden.update=true} and then read. */
final class GoldenTest {
    private static final Path FOLDER = ProjectFolder.root().resolve("backends/src/test/resources/golden");
    private static final RuleCompiler COMPILER = new RuleCompiler(Workspace.builtIn());
    private static final BackendRegistry BACKENDS = BackendRegistry.builtIn();
    private static final List<String> COVERED = List.of("duckdb", "esql", "sigma");

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theEmittedTextIsTheGoldenOne(String name) throws IOException {
        Path folder = FOLDER.resolve(name);
        Map<String, String> actual = emitted(name, Files.readString(folder.resolve("rule.yaml")));
        if (Boolean.getBoolean("golden.update")) {
            for (Path stale : files(folder)) {
                Files.delete(stale);
            }
            for (Map.Entry<String, String> file : actual.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        }
        Map<String, String> expected = new TreeMap<>();
        for (Path file : files(folder)) {
            expected.put(file.getFileName().toString(), Files.readString(file));
        }
        assertThat(actual).isEqualTo(expected);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().equals("rule.yaml")).sorted().toList();
        }
    }

    private static Map<String, String> emitted(String name, String source) {
        SourceFile file = new SourceFile(name + ".yaml", SourceText.of(source), List.of());
        ReadOutcome outcome = RuleFiles.read(file);
        assertThat(outcome).isInstanceOf(ReadOutcome.Rules.class);
        Map<String, String> files = new TreeMap<>();
        StringBuilder refused = new StringBuilder();
        for (String id : COVERED) {
            Translation translation = BACKENDS.backend(id)
                    .orElseThrow()
                    .translate(COMPILER.compile(((ReadOutcome.Rules) outcome).documents().getFirst())
                            .getFirst());
            translation.text().ifPresent(text -> files.put(id + "." + translation.extension(), text));
            if (translation.text().isEmpty()) {
                refused.append(id).append(":\n");
                for (TranslationNote note : translation.notes()) {
                    Position place = file.text().position(note.span().start());
                    refused.append("  - ")
                            .append(note.code())
                            .append(' ')
                            .append(note.effect().word())
                            .append(" at ")
                            .append(place.line())
                            .append(':')
                            .append(place.column())
                            .append(' ')
                            .append(note.message())
                            .append('\n');
                }
            }
        }
        if (!refused.isEmpty()) {
            files.put("refused.txt", refused.toString());
        }
        return files;
    }
}
