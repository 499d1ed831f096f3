package dev.kqlift.cli;

import java.io.IOException;

/** Standard output takes no more. */
final class OutputFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutputFailure(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /** True when the reader went away ({@code kqlift … | head}), which is its good right. */
    boolean isClosedPipe() {
        String message = getMessage();
        return message != null && (message.contains("Broken pipe") || message.contains("pipe is being closed"));
    }
}
