package dev.kqlift.cli;

import dev.kqlift.reports.text.Colors;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;

/** The whole command line as the library sees it. */
final class Program {
    private static final List<String> DESCRIPTION = List.of(
            "kqlift reads Microsoft Sentinel and Defender detection rules written in KQL, shows what they look for, "
                    + "checks them, and translates them to other languages. What it cannot translate faithfully it says, with code and place.",
            "",
            "A PATH is a rule file, a folder (walked recursively; .git and hidden folders left out) "
                    + "or - for standard input. Results go to standard output; progress, warnings and summaries to standard error.");
    private static final List<String> EXAMPLES = List.of(
            "kqlift inspect rule.yaml",
            "kqlift inspect rules --format jsonl > rules.jsonl",
            "kqlift lint rules --fail-on warning",
            "kqlift overlap rules --format csv",
            "kqlift transpile rules --to duckdb,esql,sigma -o out",
            "kqlift run rule.yaml --data SigninLogs=events.ndjson",
            "kqlift explain KL612",
            "kqlift help transpile");

    private Program() {}

    /** The command line that these arguments need: where the first word names a command, describing the others costs time. */
    static CommandLine commandLine(String[] args, Streams streams) {
        CommandLine program = new CommandLine(spec());
        if (args.length > 0 && Verbs.names().contains(args[0])) {
            add(program, args[0]);
        } else {
            Verbs.names().forEach(name -> add(program, name));
            program.addSubcommand("help", new HelpCommand());
        }
        // A path may begin with an at sign, and of an option given twice the last value counts.
        return program.setExpandAtFiles(false)
                .setOverwrittenOptionsAllowed(true)
                .setColorScheme(scheme(streams.outColors()))
                .setOut(new PrintWriter(new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8)))
                .setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8));
    }

    /** How a help text is coloured. */
    static ColorScheme scheme(Colors colors) {
        return Help.defaultColorScheme(colors == Colors.ALWAYS ? Ansi.ON : Ansi.OFF);
    }

    private static void add(CommandLine program, String name) {
        program.addSubcommand(name, new CommandLine(Verbs.named(name).spec()));
    }

    private static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("kqlift").versionProvider(Version::lines);
        CommonArguments.describe(spec, DESCRIPTION, EXAMPLES);
        spec.usageMessage()
                .commandListHeading("%nCommands:%n")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.descriptions());
        spec.addOption(CommonArguments.help());
        String version = "Show the version, and those of the data that it carries.";
        spec.addOption(CommonArguments.flag(version, "-V", "--version")
                .versionHelp(true)
                .build());
        return spec;
    }
}
