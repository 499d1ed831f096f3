package dev.kqlift.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command of kqlift. */
interface Verb {
    /** The name, the options and operands, the help and its examples. */
    CommandSpec spec();

    /**
     * Does the work.
     *
     * @return the exit code
     */
    int run(ParseResult arguments, Streams streams);
}
