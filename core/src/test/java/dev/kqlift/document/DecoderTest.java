package dev.kqlift.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kqlift.source.Span;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecoderTest {
    @Test
    void byteOrderMarkIsNoPartOfTheText() {
        assertThat(text(concat(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, "T | count".getBytes(UTF_8))))
                .isEqualTo("T | count");
    }

    @Test
    void lineEndsStayAsTheyAre() {
        assertThat(text("a\r\nb\rc\n".getBytes(UTF_8))).isEqualTo("a\r\nb\rc\n");
    }

    @Test
    void utf16IsReadWithItsMarkAndWithoutAndIsWorthANote() {
        String text = "SigninLogs | where Größe == \"\uD83D\uDE00\"";
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(text(text.getBytes(charset))).isEqualTo(text);
            SourceFile file = decoded(("\uFEFF" + text).getBytes(charset));
            assertThat(file.text().text()).isEqualTo(text);
            assertThat(file.diagnostics())
                    .extracting(found -> found.code().name())
                    .containsExactly("KD006");
        }
    }

    @Test
    void bytesThatAreNotUtf8AreReplacedAndTheFirstIsShown() {
        SourceFile file = decoded("ab\u00FC // caf\u00E9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(file.text().text()).isEqualTo("ab\uFFFD // caf\uFFFD");
        assertThat(file.diagnostics()).hasSize(1);
        assertThat(file.diagnostics().getFirst().code().name()).isEqualTo("KD004");
        assertThat(file.diagnostics().getFirst().span()).isEqualTo(new Span(2, 3));
    }

    @Test
    void replacementCharacterThatTheFileHoldsIsNoLoss() {
        assertThat(decoded("T // \uFFFD".getBytes(UTF_8)).diagnostics()).isEmpty();
    }

    @Test
    void halfACharacterAtTheEndOfUtf16IsALoss() {
        byte[] bytes = "\uFEFFT | count".getBytes(StandardCharsets.UTF_16LE);
        SourceFile file = decoded(Arrays.copyOf(bytes, bytes.length - 1));

        assertThat(file.diagnostics()).extracting(found -> found.code().name()).containsExactly("KD006", "KD004");
    }

    @Test
    void binaryIsRefused() {
        assertThat(refusal("PK\u0003\u0004 zip \0\0 and so on".getBytes(UTF_8))).isEqualTo("KD002");
        byte[] noise = new byte[4000];
        new Random(7).nextBytes(noise);
        assertThat(refusal(noise)).isEqualTo("KD002");
        for (int i = 0; i < noise.length; i++) {
            noise[i] = noise[i] == 0 ? 1 : noise[i];
        }
        assertThat(refusal(noise)).isEqualTo("KD002");
    }

    @Test
    void oneOddControlCharacterIsStillText() {
        assertThat(text("T // bell \u0007".getBytes(UTF_8))).endsWith("\u0007");
    }

    @Test
    void fileAtTheLimitIsReadAndOneOverIsNot() {
        byte[] bytes = new byte[Decoder.SIZE_LIMIT + 1];
        Arrays.fill(bytes, (byte) ' ');

        assertThat(refusal(bytes)).isEqualTo("KD003");
        assertThat(text(Arrays.copyOf(bytes, Decoder.SIZE_LIMIT))).hasSize(Decoder.SIZE_LIMIT);
    }

    @Test
    void emptyFileIsAnEmptyText() {
        assertThat(text(new byte[0])).isEmpty();
    }

    private static final Charset UTF_8 = StandardCharsets.UTF_8;

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String text(byte[] bytes) {
        return decoded(bytes).text().text();
    }

    private static SourceFile decoded(byte[] bytes) {
        return switch (Decoder.decode("x.kql", bytes)) {
            case DecodeOutcome.Decoded(SourceFile file) -> file;
            case DecodeOutcome.Refused refused -> throw new AssertionError(refused);
        };
    }

    private static String refusal(byte[] bytes) {
        return switch (Decoder.decode("x.kql", bytes)) {
            case DecodeOutcome.Decoded decoded -> throw new AssertionError("it was decoded");
            case DecodeOutcome.Refused(String path, var diagnostic) ->
                diagnostic.code().name();
        };
    }
}
