package dev.kqlift.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.engine.AnalyzedRule;
import dev.kqlift.source.Position;
import dev.kqlift.testing.Expected;
import dev.kqlift.testing.Rules;
import dev.kqlift.translation.Translation;
import dev.kqlift.translation.TranslationNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final BackendRegistry BACKENDS = BackendRegistry.builtIn();

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            return folders.filter(folder -> Files.exists(folder.resolve("rule.yaml")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void duckdb(Path folder) throws IOException {
        check(folder, "duckdb");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void esql(Path folder) throws IOException {
        check(folder, "esql");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sigma(Path folder) throws IOException {
        check(folder, "sigma");
    }

    private static void check(Path folder, String target) throws IOException {
        String name = "golden/" + folder.getFileName() + "/rule.yaml";
        AnalyzedRule rule = Rules.compile(name, Files.readString(folder.resolve("rule.yaml")));
        Translation translation = BACKENDS.backend(target).orElseThrow().translate(rule);
        assertThat(BACKENDS.backend(target).orElseThrow().translate(rule)).isEqualTo(translation);
        Expected.file(
                folder.resolve(
                        translation.text().isPresent()
                                ? target + "." + translation.extension()
                                : target + ".refused.txt"),
                translation.text().orElseGet(() -> refusal(rule, translation)),
                "golden.update");
    }

    private static String refusal(AnalyzedRule rule, Translation translation) {
        StringBuilder result = new StringBuilder();
        for (TranslationNote note : translation.notes()) {
            Position place = rule.document().file().text().position(note.span().start());
            result.append(place.line())
                    .append(':')
                    .append(place.column())
                    .append(' ')
                    .append(note.code())
                    .append(' ')
                    .append(note.effect().word())
                    .append(": ")
                    .append(note.message())
                    .append('\n');
        }
        return result.toString();
    }
}
