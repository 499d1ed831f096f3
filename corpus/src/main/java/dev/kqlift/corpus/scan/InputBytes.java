package dev.kqlift.corpus.scan;

import dev.kqlift.document.Decoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/** Reads files whole, but never more of them than one byte over the limit. */
final class InputBytes {
    private InputBytes() {}

    /** True for a file that is known to be over the limit without reading it. */
    static boolean isTooLarge(BasicFileAttributes attributes) {
        return attributes.isRegularFile() && attributes.size() > Decoder.SIZE_LIMIT;
    }

    static byte[] read(Path path, BasicFileAttributes attributes) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            if (!attributes.isRegularFile()) {
                return read(stream);
            }
            byte[] bytes = new byte[(int) attributes.size() + 1];
            int length = stream.readNBytes(bytes, 0, bytes.length);
            if (length < bytes.length) {
                return Arrays.copyOf(bytes, length);
            }
            // The file grew since its size was taken, or is one of those whose size the system does not tell.
            byte[] rest = stream.readNBytes(Math.max(0, Decoder.SIZE_LIMIT + 1 - length));
            byte[] whole = Arrays.copyOf(bytes, length + rest.length);
            System.arraycopy(rest, 0, whole, length, rest.length);
            return whole;
        }
    }

    /** Reads a stream; more than the limit is answered by one byte over it, which the decoder refuses. */
    static byte[] read(InputStream stream) throws IOException {
        return stream.readNBytes(Decoder.SIZE_LIMIT + 1);
    }
}
