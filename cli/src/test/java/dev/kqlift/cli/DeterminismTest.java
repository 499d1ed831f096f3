package dev.kqlift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeterminismTest {
    @TempDir
    Path folder;

    @Test
    void twoRunsWriteTheSameBytes() {
        for (String format : new String[] {"text", "json", "jsonl"}) {
            assertThat(Run.of("inspect", Run.samples(), "--format", format))
                    .isEqualTo(Run.of("inspect", Run.samples(), "--format", format));
        }
        assertThat(Run.of("overlap", Run.samples(), "--format", "csv"))
                .isEqualTo(Run.of("overlap", Run.samples(), "--format", "csv"));
    }

    @Test
    void twoTranslationsWriteTheSameBytes() {
        Object[] args = {"transpile", Run.samples(), "--to", "duckdb", "--format", "jsonl", "-o", folder};

        assertThat(Run.of(args)).isEqualTo(Run.of(args));
    }

    @Test
    void noOutputHoldsACarriageReturn() {
        assertThat(Run.of("inspect", Run.samples()).out()).doesNotContain("\r");
        assertThat(Run.of("inspect", Run.samples(), "--format", "jsonl").out()).doesNotContain("\r");
    }
}
