package dev.kqlift.reports.transpile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutputFolderTest {
    @TempDir
    Path root;

    private OutputFolder folder;

    @BeforeEach
    void open() {
        folder = new OutputFolder(root);
    }

    private String write(String source) throws IOException {
        String written = folder.write("sql", Path.of(source), "sql", "SELECT 1");
        return root.relativize(Path.of(written)).toString().replace('\\', '/');
    }

    @ParameterizedTest
    @CsvSource({
        "rule.yaml, sql/rule.sql",
        "deep/er/rule.v2.yaml, sql/deep/er/rule.v2.sql",
        "no-extension, sql/no-extension.sql",
        "../../etc/passwd, sql/_/_/etc/passwd.sql",
        ".hidden.yaml, sql/_.hidden.sql",
        "-rf.yaml, sql/_-rf.sql",
        "a:b*c?.yaml, sql/a_b_c_.sql",
        "CON.yaml, sql/_CON.sql",
        "nul.tar.yaml, sql/_nul.tar.sql",
        "dots....yaml, sql/dots.sql",
        "Überprüfung ☃.yaml, sql/Überprüfung ☃.sql"
    })
    void namesAreSafeOnEverySystemAndStayInTheFolder(String source, String written) throws IOException {
        assertThat(write(source)).isEqualTo(written);
        assertThat(root.resolve(written)).hasContent("SELECT 1");
    }

    @Test
    void rulesOfOneFileAndNamesThatDifferInCaseOnlyAreNumbered() throws IOException {
        assertThat(List.of(write("a.yaml"), write("a.yaml"), write("A.yaml"), write("a.kql"), write("a-2.kql")))
                .containsExactly("sql/a.sql", "sql/a-2.sql", "sql/A-3.sql", "sql/a-4.sql", "sql/a-2-2.sql");
    }

    @Test
    void namesWithControlCharactersAndNamesThatAreTooLongAreMended() throws IOException {
        assertThat(write("a\nb\u001b\u202e.yaml")).isEqualTo("sql/a_b__.sql");
        assertThat(write("ü".repeat(120) + ".yaml")).isEqualTo("sql/" + "ü".repeat(100) + ".sql");
        assertThat(write("ü".repeat(121) + ".yaml")).isEqualTo("sql/" + "ü".repeat(100) + "-2.sql");
    }

    @Test
    void anOlderFileIsReplacedAndNothingUnfinishedIsLeft() throws IOException {
        Files.createDirectories(root.resolve("sql"));
        Files.writeString(root.resolve("sql/a.sql"), "old");

        write("a.yaml");

        try (Stream<Path> files = Files.list(root.resolve("sql"))) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactly("a.sql");
        }
        assertThat(root.resolve("sql/a.sql")).hasContent("SELECT 1");
    }
}
