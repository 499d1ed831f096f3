package dev.kqlift.reports.text;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A stream that takes text as UTF-8; its failures are unchecked. */
public final class TextTarget {
    private final OutputStream out;

    public TextTarget(OutputStream out) {
        this.out = out;
    }

    public void write(CharSequence text) {
        try {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
