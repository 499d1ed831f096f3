package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --fix} writes, and what it leaves alone. */
final class LintFixTest {
    private static final String UNUSED = "// kqlift: off KL612 because it was so";

    @TempDir
    Path folder;

    private static byte[] bytes(String mark, String text, Charset charset) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(mark.getBytes(charset));
        out.writeBytes(text.getBytes(charset));
        return out.toByteArray();
    }

    private Run fix(Path file) {
        return Run.of("lint", file, "--fix");
    }

    @Test
    void encodingMarkAndLineEndsStayAsTheyAre() throws IOException {
        String before = "// Größe 📎\r\nSigninLogs\t \r\n  " + UNUSED + "\r\n| take 5  // last";
        String after = "// Größe 📎\r\nSigninLogs\t \r\n| take 5  // last";
        Charset[] charsets = {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE};
        for (Charset charset : charsets) {
            for (String mark : new String[] {"\ufeff", ""}) {
                for (String end : new String[] {"\r\n", "\n"}) {
                    Path file = Files.write(folder.resolve("a.kql"), bytes(mark, before.replace("\r\n", end), charset));
                    Run run = fix(file);
                    assertThat(Files.readAllBytes(file))
                            .as(charset + " " + run.err())
                            .isEqualTo(bytes(mark, after.replace("\r\n", end), charset));
                    assertThat(run.err())
                            .contains("a.kql:3:18: fixed KL003: remove the comment")
                            .contains("fixed 1 finding in 1 file");
                }
            }
        }
    }

    @Test
    void yamlKeepsItsCommentsAndItsBlock() throws IOException {
        String yaml = """
                # of the team
                id: 5d0a1c1e-7b0f-4b52-9d43-1f2f0a3b9c01 # kqlift: off KL612 because it was so
                kind:   NRT   # fast
                query: |
                    SigninLogs
                    | take 5 // kqlift: off KL605 because it was so
                    // the end
                name: a
                """;
        Path file = Files.writeString(folder.resolve("a.yaml"), yaml);
        fix(file);
        assertThat(Files.readString(file))
                .isEqualTo(yaml.replace(" # kqlift: off KL612 because it was so", "")
                        .replace(" // kqlift: off KL605 because it was so", ""));
    }

    @Test
    void whatIsFixedIsNoLongerReported() throws IOException {
        Path file = Files.writeString(folder.resolve("a.kql"), "SigninLogs " + UNUSED + "\n| take 5\n");
        assertThat(Run.of("lint", file, "--select", "KL003,KL612", "--fail-on", "note")
                        .exitCode())
                .isOne();
        Run run = Run.of("lint", file, "--select", "KL003,KL612", "--fail-on", "note", "--fix");
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Run.of("lint", file, "--select", "KL003,KL612", "--fix").err())
                .doesNotContain("fixed");
    }

    @Test
    void permissionsAndLinksStayAndNothingIsLeftBehind() throws IOException {
        Path file = Files.writeString(folder.resolve("real.kql"), "SigninLogs " + UNUSED + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.kql"), file);
        fix(link);
        assertThat(Files.readString(file)).isEqualTo("SigninLogs\n");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aFileThatLosesBytesIsLeftAlone() throws IOException {
        byte[] before = bytes("", "SigninLogs // \u00e4\n| take 5 " + UNUSED + "\n", StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("a.kql"), before);
        assertThat(fix(file).err()).contains("not fixed: it holds bytes that are lost in decoding");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void standardInputIsNotWritten() {
        assertThat(Run.withInput("SigninLogs " + UNUSED + "\n", "lint", "-", "--fix")
                        .err())
                .contains("-: not fixed: standard input cannot be written");
    }

    @Test
    void whatABaselineKnowsIsNotMended() throws IOException {
        String text = "SigninLogs " + UNUSED + "\n";
        Path file = Files.writeString(folder.resolve("a.kql"), text);
        Path known = folder.resolve("known.json");
        Run.of("lint", file, "--baseline", known, "--update-baseline");
        Run.of("lint", file, "--baseline", known, "--fix");
        assertThat(Files.readString(file)).isEqualTo(text);
    }
}
