package dev.kqlift.cli;

import dev.kqlift.reports.text.Colors;
import dev.kqlift.reports.text.TextTarget;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

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
        Streams streams = new Streams(
                plain.in(), out, plain.err(), plain.outColors(), plain.errColors(), plain.showsProgress());
        try {
            int code = dispatch(args, streams);
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
        if (args.length == 0) {
            streams.err().print(Help.overview());
            return ExitCode.USAGE;
        }
        return switch (args[0]) {
            case "-h", "--help" -> print(Help.overview(), streams);
            case "help" -> args.length == 1
                    ? print(Help.overview(), streams)
                    : run(verb(args[1]), List.of("--help"), streams);
            case "-V", "--version" -> print(Version.text(), streams);
            default -> run(verb(args[0]), List.of(args).subList(1, args.length), streams);
        };
    }

    private static int print(String text, Streams streams) {
        new TextTarget(streams.out()).write(text);
        return ExitCode.DONE;
    }

    private static Verb verb(String name) {
        Optional<Verb> verb = Verbs.named(name);
        return verb.orElseThrow(() -> new UsageException(
                "there is no command '" + name + "'; the commands are " + String.join(", ", Verbs.names())
                        + ", and kqlift --help shows them"));
    }

    private static int run(Verb verb, List<String> args, Streams streams) {
        Syntax syntax = verb.syntax();
        Arguments arguments = syntax.parse(args);
        if (arguments.isSet(Option.HELP.name())) {
            return print(syntax.help(), streams);
        }
        return verb.run(arguments, streams);
    }
}
