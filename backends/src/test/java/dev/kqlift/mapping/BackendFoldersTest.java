package dev.kqlift.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.backend.BackendRegistry;
import dev.kqlift.catalog.FunctionCatalog;
import dev.kqlift.sql.ProjectFolder;
import dev.kqlift.sql.SqlTranslator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BackendFoldersTest {
    private static final Path FOLDERS = ProjectFolder.root().resolve("backends/src/main/resources/backends");

    @Test
    void theIndexListsTheFolders() throws IOException {
        List<String> folders;
        try (Stream<Path> paths = Files.list(FOLDERS)) {
            folders = paths.filter(path -> Files.exists(path.resolve("backend.yaml")))
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
        String expected = String.join("\n", folders) + "\n";
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(FOLDERS.resolve("index"), expected);
        }
        assertThat(Files.readString(FOLDERS.resolve("index"))).isEqualTo(expected);
    }

    @Test
    void everyBackendLoads() {
        BackendRegistry registry = BackendRegistry.builtIn();
        for (String id : registry.ids()) {
            assertThat(registry.backend(id))
                    .get()
                    .satisfies(backend -> assertThat(backend.id()).isEqualTo(id));
        }
        assertThat(registry.backend("none")).isEmpty();
    }

    @Test
    void everyRowNamesAFunctionOfTheLanguage() {
        FunctionCatalog catalog = FunctionCatalog.builtIn();
        List<String> unknown = new ArrayList<>();
        for (String id : BackendRegistry.builtIn().ids()) {
            BackendDefinition definition = BackendDefinitionReader.read(new ResourceFolder(id));
            if (definition.family() != Family.SQL) {
                continue;
            }
            for (String function : SqlTranslator.functions(definition).functions()) {
                boolean known = function.startsWith("$")
                        || catalog.scalar(function).isPresent()
                        || catalog.aggregate(function).isPresent();
                if (!known) {
                    unknown.add(id + ": " + function);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }
}
