package dev.kqlift.cli;

/** The command line asks for something that does not exist, or names something that cannot be read. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
