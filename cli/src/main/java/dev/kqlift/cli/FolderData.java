package dev.kqlift.cli;

import dev.kqlift.catalog.TableSchema;
import dev.kqlift.execution.DataFile;
import dev.kqlift.execution.InputException;
import dev.kqlift.ruletest.TestData;
import dev.kqlift.types.Value;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events of the tests in one folder. */
record FolderData(Path folder) implements TestData {
    @Override
    public Answer table(List<Map<String, Value>> events, Optional<TableSchema> known) {
        try {
            return new Table(DataFile.table(events, known));
        } catch (InputException e) {
            return new Unreadable(reason(e));
        }
    }

    @Override
    public Answer file(String path, Optional<TableSchema> known) {
        try {
            return new Table(DataFile.read(folder.resolve(path), known));
        } catch (IOException | InvalidPathException e) {
            return new Unreadable("the file " + path + " cannot be read: " + Reason.of(e));
        } catch (InputException e) {
            return new Unreadable("the file " + path + " cannot be read: " + reason(e));
        }
    }

    private static String reason(InputException e) {
        return String.valueOf(e.getMessage());
    }
}
