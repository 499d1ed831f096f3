package dev.kqlift.cli;

import dev.kqlift.reports.text.Colors;
import dev.kqlift.reports.text.Printable;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry of the command line. */
public final class Main {
    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        // The launcher knows which streams are terminals; asking the JDK would start a console of its own.
        boolean outIsTerminal = Boolean.getBoolean("kqlift.terminal.out");
        boolean errIsTerminal = Boolean.getBoolean("kqlift.terminal.err");
        Streams streams = new Streams(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                err,
                colors(outIsTerminal),
                colors(errIsTerminal),
                outIsTerminal,
                errIsTerminal);
        System.exit(guarded(args, streams));
    }

    /** A defect of ours must not look like exit code 1, which says that the command worked. */
    private static int guarded(String[] args, Streams streams) {
        try {
            return run(args, streams);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError defect) {
            streams.err().println("kqlift: internal error, please report it");
            defect.printStackTrace(streams.err());
            return ExitCode.USAGE;
        }
    }

    private static Colors colors(boolean terminal) {
        String refused = System.getenv("NO_COLOR");
        return terminal && (refused == null || refused.isEmpty()) ? Colors.ALWAYS : Colors.NEVER;
    }

    /**
     * Runs the command.
     *
     * @return the exit code
     */
    static int run(String[] args, Streams plain) {
        GuardedOutput out = new GuardedOutput(plain.out());
        try {
            int code = dispatch(args, plain.withOut(out));
            out.flush();
            return code;
        } catch (UsageException e) {
            plain.err().println("kqlift: " + e.getMessage());
            return ExitCode.USAGE;
        } catch (OutputFailure e) {
            if (e.isClosedPipe()) {
                return ExitCode.DONE;
            }
            plain.err().println("kqlift: the output cannot be written: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private static int dispatch(String[] args, Streams streams) {
        CommandLine program = Program.commandLine(args, streams);
        try {
            ParseResult parsed = program.parseArgs(args);
            @Nullable Integer helped = CommandLine.executeHelpRequest(parsed);
            if (helped != null) {
                return helped;
            }
            if (!parsed.hasSubcommand()) {
                program.usage(program.getErr(), Program.scheme(streams.errColors()));
                return ExitCode.USAGE;
            }
            ParseResult arguments = parsed.subcommand();
            Verb verb = (Verb) arguments.commandSpec().userObject();
            return verb.run(arguments, streams);
        } catch (ParameterException wrong) {
            CommandLine command = wrong.getCommandLine();
            streams.err().println("kqlift: " + Printable.line(String.valueOf(wrong.getMessage())));
            UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
            streams.err().println(command.getCommandSpec().qualifiedName() + " --help shows what it takes");
            return ExitCode.USAGE;
        }
    }
}
