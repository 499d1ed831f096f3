package dev.kqlift.corpus.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.document.DecodeOutcome;
import dev.kqlift.engine.RuleCompiler;
import dev.kqlift.engine.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NotesFilesTest {
    @TempDir
    Path folder;

    @Test
    void notesAreReadBesideTheRuleWhateverItsExtension() throws IOException {
        Files.writeString(folder.resolve("one.notes.md"), "## Response\nCall.\n");
        Files.write(folder.resolve("two.notes.md"), new byte[] {0, 1, 2, 0});

        assertThat(NotesFiles.read(folder.resolve("one.yaml").toString()))
                .hasValueSatisfying(outcome -> assertThat(outcome).isInstanceOf(DecodeOutcome.Decoded.class));
        assertThat(NotesFiles.read(folder.resolve("one.kql").toString())).isPresent();
        assertThat(NotesFiles.read(folder.resolve("two.yaml").toString()))
                .hasValueSatisfying(outcome -> assertThat(outcome).isInstanceOf(DecodeOutcome.Refused.class));
        assertThat(NotesFiles.read(folder.resolve("three.yaml").toString())).isEmpty();
        assertThat(NotesFiles.read("-")).isEmpty();
    }

    @Test
    void notesAreNoRules() throws IOException {
        String block = "# Heading\n```kql\nSigninLogs\n```\n";
        Files.writeString(folder.resolve("one.NOTES.md"), block);
        Files.writeString(folder.resolve("notes.md"), block);

        assertThat(items(folder.toString()))
                .extracting(item -> item.getClass().getSimpleName())
                .containsExactly("Compiled", "PassedOver");
        assertThat(items(folder.resolve("one.NOTES.md").toString()))
                .singleElement()
                .isInstanceOf(CorpusItem.Failed.class);
    }

    private static List<CorpusItem> items(String path) {
        List<CorpusItem> items = new ArrayList<>();
        CorpusCompiler.of(new RuleCompiler(Workspace.builtIn())::compile)
                .compile(CorpusScanner.scan(List.of(path)).inputs(), items::add, Progress.SILENT);
        return items;
    }
}
