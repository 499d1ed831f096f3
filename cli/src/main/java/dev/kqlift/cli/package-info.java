/** The command line: arguments in, calls of the other modules, exit codes out. Nothing else is decided here. */
@NullMarked
package dev.kqlift.cli;

import org.jspecify.annotations.NullMarked;
