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
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the commands of the README that are marked as checked and compares what it shows of their output. Rewrites the README
 * where {@code -Dreadme.update=true} is given.
 */
final class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile(
            "(<!-- checked(?:, (first|last) (\\d+))? -->\n```console\n)\\$ \\./kqlift ([^\n]*)\n(.*?)(```\n)",
            Pattern.DOTALL);

    /** A word of a command: what stands between quotes, or between spaces. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

    @TempDir
    Path folder;

    @Test
    void shownOutputsAreWhatTheCommandsPrint() throws IOException {
        Path file = Run.root().resolve("README.md");
        String readme = Files.readString(file);
        String updated = updated(readme);

        if (Boolean.getBoolean("readme.update")) {
            Files.writeString(file, updated);
        } else {
            assertThat(readme)
                    .as("README.md; see CONTRIBUTING.md for how it is updated")
                    .isEqualTo(updated);
        }
    }

    private String updated(String readme) {
        Matcher block = BLOCK.matcher(readme);
        StringBuilder out = new StringBuilder();
        int blocks = 0;
        while (block.find()) {
            blocks++;
            List<String> lines = lines(block.group(4));
            if (block.group(2) != null) {
                lines = part(lines, block.group(2).equals("first"), Integer.parseInt(block.group(3)));
            }
            String shown = String.join("\n", lines) + "\n";
            String text = block.group(1) + "$ ./kqlift " + block.group(4) + "\n" + shown + block.group(6);
            block.appendReplacement(out, Matcher.quoteReplacement(text));
        }
        assertThat(blocks).as("blocks marked as checked").isPositive();
        return block.appendTail(out).toString();
    }

    private List<String> lines(String command) {
        String[] words = WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group() : word.group(1))
                .toArray(String[]::new);
        for (int i = 1; i < words.length; i++) {
            if (words[i - 1].equals("-o")) {
                words[i] = folder.toString();
            }
        }
        Run run = Run.of((Object[]) words);
        assertThat(run.exitCode()).as(command).isZero();
        return run.lines();
    }

    private static List<String> part(List<String> lines, boolean first, int count) {
        if (lines.size() <= count) {
            return lines;
        }
        List<String> part = new ArrayList<>();
        if (first) {
            part.addAll(lines.subList(0, count));
            part.add("…");
        } else {
            part.add("…");
            part.addAll(lines.subList(lines.size() - count, lines.size()));
        }
        return part;
    }
}
