package dev.kqlift.reports.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SiteFolderTest {
    @TempDir
    Path root;

    private void write(Path folder, String name) throws IOException {
        try (SiteFolder site = SiteFolder.begin(folder)) {
            site.write("pages/" + name, "text");
            site.finish();
        }
    }

    private long left() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.count();
        }
    }

    @Test
    void aSiteTakesThePlaceOfTheOneBefore() throws IOException {
        Path folder = root.resolve("a/site");
        write(folder, "old.html");
        write(folder, "new.html");
        assertThat(folder.resolve("pages/new.html")).hasContent("text");
        assertThat(folder.resolve("pages/old.html")).doesNotExist();
        assertThat(left()).isEqualTo(1);
    }

    @Test
    void aFolderOfSomeoneElseIsLeftAlone() throws IOException {
        Path folder = Files.createDirectory(root.resolve("mine"));
        Files.writeString(folder.resolve("letter.txt"), "keep");
        assertThatThrownBy(() -> write(folder, "page.html"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no site of kqlift");
        assertThat(folder.resolve("letter.txt")).hasContent("keep");
        assertThat(left()).isEqualTo(1);
    }

    @Test
    void whatIsNotFinishedLeavesNothing() throws IOException {
        Path folder = Files.createDirectory(root.resolve("empty"));
        try (SiteFolder site = SiteFolder.begin(folder)) {
            site.write("page.html", "text");
        }
        assertThat(folder).isEmptyDirectory();
        assertThat(left()).isEqualTo(1);
    }
}
