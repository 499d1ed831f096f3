package dev.kqlift.cli;

import java.io.IOException;
import java.io.OutputStream;

/** A buffered stream whose failures are an {@link OutputFailure}, whatever library writes to it. */
final class GuardedOutput extends OutputStream {
    private static final int SIZE = 1 << 16;

    private final OutputStream target;
    private final byte[] buffer = new byte[SIZE];
    private int used;

    GuardedOutput(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int b) {
        if (used == SIZE) {
            drain();
        }
        buffer[used++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (length > SIZE - used) {
            drain();
        }
        if (length > SIZE) {
            pass(bytes, offset, length);
        } else {
            System.arraycopy(bytes, offset, buffer, used, length);
            used += length;
        }
    }

    @Override
    public void flush() {
        drain();
        try {
            target.flush();
        } catch (IOException e) {
            throw new OutputFailure(e);
        }
    }

    private void drain() {
        int length = used;
        used = 0;
        pass(buffer, 0, length);
    }

    private void pass(byte[] bytes, int offset, int length) {
        try {
            target.write(bytes, offset, length);
        } catch (IOException e) {
            throw new OutputFailure(e);
        }
    }
}
