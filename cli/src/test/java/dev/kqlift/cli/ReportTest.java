package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {
    @TempDir
    Path folder;

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        return files(folder).stream()
                .collect(Collectors.toMap(
                        file -> folder.relativize(file).toString(),
                        file -> read(file),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void twoRunsWriteTheSameBytes() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Run run = Run.of("report", Run.samples(), "-o", first);
        Run.of("report", Run.samples(), "-o", second);
        Run.of("report", Run.samples(), "-o", second);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("65 rules in 55 files; written to " + first + "\n");
        assertThat(contents(first))
                .isEqualTo(contents(second))
                .hasSizeGreaterThan(100)
                .containsKeys("index.html", "data/rules.csv", "data/rules.json", "data/summary.md");
    }

    @Test
    void overlapIsWhatTheCommandOfThatNamePrints() throws IOException {
        Run.of("report", Run.samples(), "-o", folder, "--format", "csv");

        assertThat(folder.resolve("overlap.csv"))
                .content()
                .isEqualTo(Run.of("overlap", Run.samples(), "--format", "csv").out());
        assertThat(files(folder)).allMatch(file -> file.toString().endsWith(".csv"));
    }

    @Test
    void findingsAreThoseOfLint() throws IOException {
        Run.of("report", Run.samples(), "-o", folder, "--format", "json");
        Pattern finding = Pattern.compile("\"code\":\"(\\w+)\",\"name\":\"([^\"]*)\"");
        List<String> linted = finding.matcher(
                        Run.of("lint", Run.samples(), "--format", "jsonl").out())
                .results()
                .map(result -> result.group(1) + " " + result.group(2))
                .toList();

        assertThat(finding.matcher(read(folder.resolve("findings.json"))).results())
                .extracting(result -> result.group(1) + " " + result.group(2))
                .isEqualTo(linted)
                .isNotEmpty();
    }

    @Test
    void layersHoldToTheirFormat() throws IOException {
        Run.of("report", Run.samples(), "-o", folder, "--format", "navigator");
        Schema schema = schema();

        assertThat(files(folder))
                .hasSizeGreaterThan(3)
                .allSatisfy(file -> assertThat(schema.validate(read(file), InputFormat.JSON))
                        .as(file.toString())
                        .isEmpty());
        String broken = read(folder.resolve("navigator/enterprise-all.json")).replace("\"score\":", "\"points\":");
        assertThat(schema.validate(broken, InputFormat.JSON)).isNotEmpty();
    }

    private static Schema schema() throws IOException {
        try (InputStream in = ReportTest.class.getResourceAsStream("/navigator/layer-4.5.schema.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text);
        }
    }

    @Test
    void targetsAreThoseAskedFor() throws IOException {
        Run.of("report", Run.samples(), "-o", folder, "--format", "csv", "--to", "sigma");

        assertThat(Files.readAllLines(folder.resolve("translations.csv")).stream()
                        .skip(1))
                .hasSize(65)
                .allMatch(line -> line.contains(",sigma,"));
    }

    @Test
    void notesThatCannotBeReadAreToldAndCostNothingElse() throws IOException {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.writeString(rules.resolve("a.kql"), "SigninLogs | count");
        Files.write(rules.resolve("a.notes.md"), new byte[] {0, 0, 1, 2});
        Run run = Run.of("report", rules, "-o", folder.resolve("out"), "--format", "csv");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("a.notes.md").contains("1 rule in 1 file");
    }

    @Test
    void siteTakesNoFolderThatIsNotItsOwn() throws IOException {
        Run.of("report", Run.samples(), "-o", folder, "--format", "markdown");
        Run refused = Run.of("report", Run.samples(), "-o", folder, "--format", "html");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(files(folder))
                .extracting(Path::getFileName)
                .extracting(Path::toString)
                .containsExactly("summary.md");
    }

    @Test
    void folderThatCannotBeWrittenIsWrongUsage() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "");
        Run run = Run.of("report", Run.samples(), "-o", taken);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("the output folder cannot be written");
    }
}
