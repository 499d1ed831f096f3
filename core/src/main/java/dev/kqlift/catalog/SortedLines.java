package dev.kqlift.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text resource of lines "key, tab, rest" that are sorted by key, bytewise, and searched without being parsed.
 *
 * <p>The lines that begin with {@code #} or {@code @} come first, are not searched, and are its header.
 */
final class SortedLines {
    private final byte[] bytes;
    private final int body;

    private SortedLines(byte[] bytes) {
        this.bytes = bytes;
        int start = 0;
        while (start < bytes.length && (bytes[start] == '#' || bytes[start] == '@')) {
            start = lineEnd(start) + 1;
        }
        this.body = Math.min(start, bytes.length);
    }

    static SortedLines of(String text) {
        return new SortedLines(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The resource of a name beside this class. */
    static SortedLines ofResource(String name) {
        try (InputStream in = SortedLines.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource is missing: " + name);
            }
            return new SortedLines(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + name, e);
        }
    }

    /** The header's lines, with their first character. */
    List<String> header() {
        return lines(0, body);
    }

    /** All lines after the header. */
    List<String> body() {
        return lines(body, bytes.length);
    }

    /** The keys of the body, in its order. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (int start = body; start < bytes.length; start = lineEnd(start) + 1) {
            keys.add(text(start, keyEnd(start)));
        }
        return keys;
    }

    /** What follows the tab on the line of a key. */
    Optional<String> find(String key) {
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        int low = body;
        int high = bytes.length;
        while (low < high) {
            int start = lineStart((low + high) >>> 1);
            int order = compare(start, wanted);
            if (order == 0) {
                return Optional.of(text(Math.min(keyEnd(start) + 1, lineEnd(start)), lineEnd(start)));
            }
            if (order < 0) {
                low = lineEnd(start) + 1;
            } else {
                high = start;
            }
        }
        return Optional.empty();
    }

    private List<String> lines(int from, int to) {
        List<String> lines = new ArrayList<>();
        for (int start = from; start < to; start = lineEnd(start) + 1) {
            lines.add(text(start, lineEnd(start)));
        }
        return lines;
    }

    private int compare(int start, byte[] wanted) {
        int end = keyEnd(start);
        int common = Math.min(end - start, wanted.length);
        for (int i = 0; i < common; i++) {
            int order = Byte.compareUnsigned(bytes[start + i], wanted[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(end - start, wanted.length);
    }

    private int lineStart(int offset) {
        int start = offset;
        while (start > body && bytes[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private int lineEnd(int offset) {
        int end = offset;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private int keyEnd(int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\t' && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private String text(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
