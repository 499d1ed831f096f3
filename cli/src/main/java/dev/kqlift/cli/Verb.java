package dev.kqlift.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command of kqlift. */
interface Verb {
    String name();

    /** One line for the list of commands. */
    String summary();

    /** The options and parameters, the help and its examples. */
    CommandSpec spec();

    /**
     * Does the work.
     *
     * @return the exit code
     */
    int run(ParseResult arguments, Streams streams);
}
