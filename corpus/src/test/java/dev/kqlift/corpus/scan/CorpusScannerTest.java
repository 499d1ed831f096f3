package dev.kqlift.corpus.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusScannerTest {
    @TempDir
    private Path given;

    private Path root;

    @BeforeEach
    void beneathAFolderThatIsNotHidden() throws IOException {
        root = Files.createDirectories(given.resolve("root"));
    }

    @Test
    void filesComeInTheOrderOfTheirWholePathsWithSlashes() throws IOException {
        for (String path : List.of("b.kql", "a/z.kql", "a-b.kql", "a/b/c.yaml", "a.kql", "B.kql", "a/notes.txt")) {
            write(path);
        }
        assertThat(found(root.toString()))
                .containsExactly("B.kql", "a-b.kql", "a.kql", "a/b/c.yaml", "a/notes.txt", "a/z.kql", "b.kql");
    }

    @Test
    void pathsAreTheArgumentWithTheWayInsideIt() throws IOException {
        write("sub/a.kql");
        String argument = root.resolve("sub") + "/../sub/";

        assertThat(CorpusScanner.scan(List.of(argument)).inputs())
                .extracting(CorpusInput::path)
                .containsExactly(Path.of(argument).resolve("a.kql").toString());
    }

    @Test
    void hiddenFilesAndFoldersAreLeftOutUnlessTheyAreNamed() throws IOException {
        write(".git/config.yaml");
        write(".hidden/a.kql");
        write("sub/.b.kql");
        write("sub/c.kql");

        assertThat(found(root.toString())).containsExactly("sub/c.kql");
        assertThat(CorpusScanner.scan(List.of(root.resolve(".hidden").toString()))
                        .inputs())
                .hasSize(1);
        assertThat(CorpusScanner.scan(List.of(root.resolve("sub/.b.kql").toString()))
                        .inputs())
                .hasSize(1);
    }

    @Test
    void emptyFolderGivesNothing() {
        CorpusScan scan = CorpusScanner.scan(List.of(root.toString()));

        assertThat(scan.inputs()).isEmpty();
        assertThat(scan.errors()).isEmpty();
    }

    @Test
    void pathsThatDoNotExistAreErrorsBesideTheOthers() throws IOException {
        write("a.kql");
        CorpusScan scan = CorpusScanner.scan(
                List.of("no/such/file.kql", root.resolve("a.kql").toString(), "", "a\0b"));

        assertThat(scan.inputs()).hasSize(1);
        assertThat(scan.errors())
                .extracting(CorpusScan.InputError::path)
                .containsExactly("no/such/file.kql", "", "a\0b");
        assertThat(scan.errors())
                .extracting(error -> error.diagnostic().code().name())
                .containsOnly("KD001");
    }

    @Test
    void argumentsKeepTheirOrderAndNoFileComesTwice() throws IOException {
        write("a.kql");
        write("b.txt");
        String named = root.resolve("b.txt").toString();
        CorpusScan scan = CorpusScanner.scan(List.of("-", root.toString(), named, "-", root.toString()));

        assertThat(scan.inputs())
                .extracting(CorpusInput::path)
                .containsExactly("-", root.resolve("a.kql").toString(), named);
        assertThat(scan.inputs())
                .extracting(CorpusInput::found)
                .containsExactly(CorpusInput.Found.NAMED, CorpusInput.Found.IN_FOLDER, CorpusInput.Found.NAMED);
    }

    @Test
    void loopsOfLinksEndAndBrokenLinksStayInTheList() throws IOException {
        write("sub/a.kql");
        try {
            Files.createSymbolicLink(root.resolve("sub/again"), root);
            Files.createSymbolicLink(root.resolve("gone.kql"), root.resolve("nowhere.kql"));
        } catch (IOException | UnsupportedOperationException exception) {
            Assumptions.abort("this file system has no symbolic links");
        }
        assertThat(found(root.toString())).containsExactly("gone.kql", "sub/a.kql");
    }

    private List<String> found(String argument) {
        return CorpusScanner.scan(List.of(argument)).inputs().stream()
                .map(input -> root.relativize(Path.of(input.path())).toString().replace('\\', '/'))
                .toList();
    }

    private void write(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "T");
    }
}
