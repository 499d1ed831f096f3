package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.reports.text.Colors;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private static final String CLEARED = "\r\u001b[K";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Streams streams(boolean outIsTerminal, boolean errIsTerminal) {
        return new Streams(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Colors.NEVER,
                Colors.NEVER,
                outIsTerminal,
                errIsTerminal);
    }

    private String written() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aLongRunShowsCountRateAndTimeLeftAndLeavesNothing() {
        try (Progress progress = new Progress(streams(false, true), 0)) {
            progress.advance(1, 4);
            progress.advance(3, 4);
        }

        assertThat(written())
                .contains(" 75% [")
                .contains("3/4 files (0:00:00 / ")
                .contains("files/s");
        assertThat(written()).endsWith(CLEARED).doesNotContain("\n");
        for (String drawn : written().split(CLEARED.replace("[", "\\["))) {
            assertThat(drawn).hasSizeLessThan(80);
        }
    }

    @Test
    void theReadingOfAFileIsShownInMegabytes() {
        try (Progress progress = Progress.ofBytes(streams(false, true), 0)) {
            progress.read(1_000_000, 40_000_000);
            progress.read(30_000_000, 40_000_000);
        }

        assertThat(written()).contains(" 75% [").contains("30/40 MB (").endsWith(CLEARED);
    }

    @Test
    void aLineForPeopleStandsAlone() {
        try (Progress progress = new Progress(streams(false, true), 0)) {
            progress.advance(1, 4);
            progress.println("a.yaml:1:1: error");
        }

        assertThat(written()).contains(CLEARED + "a.yaml:1:1: error" + System.lineSeparator());
    }

    @Test
    void aShortRunAndOneWithoutATerminalAreQuiet() {
        try (Progress progress = new Progress(streams(false, true), Long.MAX_VALUE)) {
            progress.advance(1, 4);
        }
        try (Progress progress = new Progress(streams(false, false), 0)) {
            progress.advance(1, 4);
        }

        assertThat(written()).isEmpty();
    }

    @Test
    void theBarDoesNotStandInResultsThatAreReadAsTheyAreWritten() {
        assertThat(streams(true, true).whileWriting().showsProgress()).isFalse();
        assertThat(streams(false, true).whileWriting().showsProgress()).isTrue();
    }

    @Test
    void noTerminalIsOpenedForTheBar() {
        try (Progress progress = new Progress(streams(false, true), 0)) {
            progress.advance(1, 4);
        }

        // JLine would warn that the native code of its terminals is not on the class path.
        assertThat(written()).doesNotContainIgnoringCase("warning");
        assertThat(getClass().getClassLoader().getResource("org/jline/nativ/JLineNativeLoader.class"))
                .isNull();
    }
}
