package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Runs the commands of the README that are marked as checked and compares what it shows of their output. Rewrites the README
 * where {@code -Dreadme.update=true} is given.
 */
final class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile(
            "(<!-- checked(?:, lines: (\\d+))? -->\n```console\n)\\$ \\./kqlift ([^\n]*)\n(.*?)(```\n)", Pattern.DOTALL);

    @Test
    void shownOutputsAreWhatTheCommandsPrint() throws IOException {
        Path file = Run.root().resolve("README.md");
        String readme = Files.readString(file);
        String updated = updated(readme);

        if (Boolean.getBoolean("readme.update")) {
            Files.writeString(file, updated);
        } else {
            assertThat(readme).as("README.md; see CONTRIBUTING.md for how it is updated").isEqualTo(updated);
        }
    }

    private static String updated(String readme) {
        Matcher block = BLOCK.matcher(readme);
        StringBuilder out = new StringBuilder();
        int blocks = 0;
        while (block.find()) {
            blocks++;
            int limit = block.group(2) == null ? Integer.MAX_VALUE : Integer.parseInt(block.group(2));
            String shown = shown(block.group(3), limit);
            String text = block.group(1) + "$ ./kqlift " + block.group(3) + "\n" + shown + block.group(5);
            block.appendReplacement(out, Matcher.quoteReplacement(text));
        }
        assertThat(blocks).as("blocks marked as checked").isPositive();
        return block.appendTail(out).toString();
    }

    private static String shown(String command, int limit) {
        Run run = Run.of((Object[]) command.split(" "));
        assertThat(run.exitCode()).as(command).isZero();
        List<String> lines = new ArrayList<>(run.lines());
        if (lines.size() > limit) {
            lines = new ArrayList<>(lines.subList(0, limit));
            lines.add("…");
        }
        return String.join("\n", lines) + "\n";
    }
}
