package dev.kqlift.document;

import dev.kqlift.diagnostics.Diagnostic;
import dev.kqlift.diagnostics.DiagnosticCode;
import dev.kqlift.source.SourceText;
import dev.kqlift.source.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Turns the bytes of a file into text: UTF-8 unless a byte order mark or the pattern of zero bytes says UTF-16. */
public final class Decoder {
    /** Files of more bytes than this are refused. */
    public static final int SIZE_LIMIT = 8 * 1024 * 1024;

    private static final char REPLACEMENT = '\uFFFD';
    private static final int SAMPLE = 4096;
    /** Of this many bytes one may be a control character before the file counts as binary. */
    private static final int BYTES_PER_CONTROL = 20;

    private Decoder() {}

    /** Decodes a whole file; {@code path} is only carried along. */
    public static DecodeOutcome decode(String path, byte[] bytes) {
        if (bytes.length > SIZE_LIMIT) {
            return new DecodeOutcome.Refused(path, tooLarge());
        }
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return utf8(path, bytes, 3);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return utf16(path, bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return utf16(path, bytes, 2, StandardCharsets.UTF_16BE);
        }
        int zeros = zerosAtEvenAndOdd(bytes);
        if (zeros == EVEN_ZEROS) {
            return utf16(path, bytes, 0, StandardCharsets.UTF_16BE);
        }
        if (zeros == ODD_ZEROS) {
            return utf16(path, bytes, 0, StandardCharsets.UTF_16LE);
        }
        return utf8(path, bytes, 0);
    }

    /** The diagnostic of a file over {@link #SIZE_LIMIT}, for callers that know the size without reading. */
    public static Diagnostic tooLarge() {
        return Diagnostic.of(
                DiagnosticCode.KD003,
                "the file is larger than " + SIZE_LIMIT / (1024 * 1024) + " MiB and is not read",
                Span.at(0));
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static final int NO_PATTERN = 0;
    private static final int EVEN_ZEROS = 1;
    private static final int ODD_ZEROS = 2;

    /** UTF-16 of mostly Latin text has a zero in nearly every other byte, always on the same side. */
    private static int zerosAtEvenAndOdd(byte[] bytes) {
        int sample = Math.min(bytes.length, SAMPLE) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < sample; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        // A few characters have their zero on the other side: U+0100, and half of the pairs that make an emoji.
        int pairs = sample / 2;
        if (odd * 5 >= pairs * 2 && odd > even * 20) {
            return ODD_ZEROS;
        }
        return even * 5 >= pairs * 2 && even > odd * 20 ? EVEN_ZEROS : NO_PATTERN;
    }

    private static DecodeOutcome utf8(String path, byte[] bytes, int from) {
        int controls = 0;
        for (int i = from; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                if (b == 0) {
                    return binary(path, "the file holds zero bytes, so that it is no text");
                }
                controls++;
            }
        }
        if (tooManyControls(controls, bytes.length)) {
            return binary(path, "the file holds many control characters, so that it is no text");
        }
        List<Diagnostic> diagnostics = new ArrayList<>();
        String text = decode(bytes, from, StandardCharsets.UTF_8, diagnostics);
        return new DecodeOutcome.Decoded(new SourceFile(path, SourceText.of(text), diagnostics));
    }

    private static DecodeOutcome utf16(String path, byte[] bytes, int from, Charset charset) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        diagnostics.add(Diagnostic.of(
                DiagnosticCode.KD006, "the file is " + charset.name() + "; most tools expect UTF-8", Span.at(0)));
        String text = decode(bytes, from, charset, diagnostics);
        int controls = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            controls += c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' ? 1 : 0;
            if (c == 0) {
                return binary(path, "the file holds zero characters, so that it is no text");
            }
        }
        if (tooManyControls(controls, text.length())) {
            return binary(path, "the file holds many control characters, so that it is no text");
        }
        return new DecodeOutcome.Decoded(new SourceFile(path, SourceText.of(text), diagnostics));
    }

    private static boolean tooManyControls(int controls, int length) {
        return controls > 4 && controls > length / BYTES_PER_CONTROL;
    }

    private static DecodeOutcome binary(String path, String message) {
        return new DecodeOutcome.Refused(path, Diagnostic.of(DiagnosticCode.KD002, message, Span.at(0)));
    }

    private static String decode(byte[] bytes, int from, Charset charset, List<Diagnostic> diagnostics) {
        String text = new String(bytes, from, bytes.length - from, charset);
        if (text.indexOf(REPLACEMENT) >= 0) {
            reportLoss(bytes, from, charset, text, diagnostics);
        }
        return text;
    }

    /**
     * A text may hold U+FFFD rightly, so that the strict decoder has the word on whether, and where, bytes were lost.
     */
    private static void reportLoss(byte[] bytes, int from, Charset charset, String text, List<Diagnostic> diagnostics) {
        CharBuffer decoded = CharBuffer.allocate(text.length() + 1);
        boolean lost = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from), decoded, true)
                .isError();
        if (lost) {
            int first = Math.min(decoded.position(), text.length() - 1);
            diagnostics.add(Diagnostic.of(
                    DiagnosticCode.KD004,
                    "some bytes are not valid " + charset.name() + " and were replaced by U+FFFD;"
                            + " save the file as UTF-8",
                    new Span(first, first + 1)));
        }
    }
}
