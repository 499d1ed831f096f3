package dev.kqlift.cli;

/** The exit codes of the command line. */
final class ExitCode {
    static final int DONE = 0;
    /** The command worked and found something to fail on. */
    static final int FOUND = 1;
    /** Wrong usage, or an input that cannot be read at all. */
    static final int USAGE = 2;

    private ExitCode() {}
}
