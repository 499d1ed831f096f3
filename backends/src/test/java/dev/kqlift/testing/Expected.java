package dev.kqlift.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that tests compare with, or write anew when a property asks for it. */
public final class Expected {
    private Expected() {}

    /**
     * Compares a text with a file.
     *
     * @param property the system property that has the file written instead
     */
    public static void file(Path file, String text, String property) {
        try {
            if (Boolean.getBoolean(property)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(file)
                    .as("run with -D%s=true and read the result", property)
                    .exists();
            assertThat(text)
                    .as("%s; run with -D%s=true and read the change", file, property)
                    .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
