package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --fix} makes of many real rules, where such stand beside the project. */
final class LintFixCorpusTest {
    @TempDir
    Path folder;

    @Test
    void mendedRulesReturnWhatTheyReturnedAndAreMendedOnce() throws IOException {
        Path originals = Run.shared().resolve("corpus");
        assumeTrue(Files.isDirectory(originals), "no corpus of rules beside the project");
        List<Path> files = copied(originals);
        String told = Run.of("lint", folder, "--fix", "--format", "jsonl").err();
        List<Path> changed = new ArrayList<>();
        for (Path file : files) {
            if (Files.mismatch(originals.resolve(file), folder.resolve(file)) >= 0) {
                changed.add(file);
            }
        }
        assertThat(changed).hasSizeGreaterThan(100);
        assertThat(told.lines())
                .filteredOn(line -> line.contains(": not fixed: "))
                .isEmpty();
        assertThat(faults(outcomes(originals, changed), outcomes(folder, changed)))
                .isEmpty();
        System.out.printf("%d of %d files mended, none of them for the worse%n", changed.size(), files.size());

        List<byte[]> once = contents(files);
        String again = Run.of("lint", folder, "--fix", "--format", "jsonl").err();
        assertThat(again.lines()).filteredOn(line -> line.contains(": fixed ")).isEmpty();
        List<byte[]> twice = contents(files);
        for (int i = 0; i < files.size(); i++) {
            assertThat(Arrays.equals(once.get(i), twice.get(i)))
                    .as(files.get(i).toString())
                    .isTrue();
        }
    }

    /** Copies all files and tells their paths, sorted. */
    private List<Path> copied(Path originals) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(originals)) {
            files = walk.filter(Files::isRegularFile)
                    .map(originals::relativize)
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            Path copy = folder.resolve(file);
            Files.createDirectories(copy.getParent());
            // Not Files.copy, which would keep a file that cannot be written.
            Files.write(copy, Files.readAllBytes(originals.resolve(file)));
        }
        return files;
    }

    private List<byte[]> contents(List<Path> files) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (Path file : files) {
            contents.add(Files.readAllBytes(folder.resolve(file)));
        }
        return contents;
    }

    /** What became of a rule: its errors, and the names and types of what it returns. */
    private record Outcome(String place, List<String> errors, List<String> returned) {
        long syntaxErrors() {
            return errors.stream().filter(code -> code.startsWith("KS")).count();
        }
    }

    private static List<Outcome> outcomes(Path root, List<Path> files) {
        Object[] arguments = Stream.concat(
                        Stream.of("inspect", "--format", "jsonl"),
                        files.stream().map(file -> root.resolve(file).toString()))
                .toArray();
        List<Outcome> outcomes = new ArrayList<>();
        for (String line : Run.of(arguments).lines()) {
            JsonObject rule = JsonObject.of(line);
            String file = root.relativize(Path.of(rule.text("file"))).toString();
            List<String> errors = rule.objects("diagnostics").stream()
                    .filter(one -> one.text("severity").equals("error"))
                    .map(one -> one.text("code"))
                    .toList();
            List<String> returned = new ArrayList<>(rule.objects("output_fields").stream()
                    .map(one -> one.text("name") + ": " + one.text("type"))
                    .toList());
            returned.add("open: " + rule.truth("open"));
            outcomes.add(new Outcome(file, errors, returned));
        }
        return outcomes;
    }

    private static List<String> faults(List<Outcome> before, List<Outcome> after) {
        assertThat(after)
                .extracting(Outcome::place)
                .isEqualTo(before.stream().map(Outcome::place).toList());
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Outcome old = before.get(i);
            Outcome mended = after.get(i);
            if (mended.syntaxErrors() > old.syntaxErrors()) {
                faults.add(old.place() + " no longer parses: " + mended.errors());
            }
            if (old.errors().isEmpty() && !mended.equals(old)) {
                faults.add(old + " became " + mended);
            }
        }
        return faults;
    }
}
