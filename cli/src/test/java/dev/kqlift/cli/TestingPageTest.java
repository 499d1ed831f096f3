package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the example of {@code docs/testing.md}. Rewrites its output where {@code -Ddocs.update=true} is given. */
final class TestingPageTest {
    private static final Pattern FILE = Pattern.compile("<!-- file: (\\S+) -->\n```[a-z]+\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern RUN =
            Pattern.compile("(<!-- run: ([^\n]*) -->\n```text\n)(.*?)(```\n)", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void theExampleGivesWhatStandsUnderIt() throws IOException {
        Path page = Run.root().resolve("docs/testing.md");
        String text = Files.readString(page);
        Matcher file = FILE.matcher(text);
        while (file.find()) {
            Files.writeString(folder.resolve(file.group(1)), file.group(2));
        }
        Matcher run = RUN.matcher(text);
        assertThat(run.find()).isTrue();
        Object[] words = Arrays.stream(run.group(2).split(" "))
                .map(word -> word.endsWith(".yaml") ? folder.resolve(word).toString() : word)
                .toArray();
        String out = Run.of(words).out().replace(folder + "/", "");
        String expected = text.substring(0, run.end(1)) + out + text.substring(run.start(4));
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(page, expected);
        } else {
            assertThat(text).as("run with -Ddocs.update=true").isEqualTo(expected);
        }
    }
}
