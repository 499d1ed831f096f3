package dev.kqlift.cli;

/** A command of kqlift. */
interface Verb {
    /** One line for the list of commands. */
    String summary();

    /** The options and operands, the help and its examples. */
    Syntax syntax();

    /**
     * Does the work.
     *
     * @return the exit code
     */
    int run(Arguments arguments, Streams streams);
}
