package dev.kqlift.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * What several commands take, and the shape that the help of all of them has.
 *
 * <p>Commands are described by values and not by annotations: reading those takes longer than everything else that the
 * library does.
 */
final class CommonArguments {
    private CommonArguments() {}

    /** A command without arguments; the first line of the description also stands in the list of commands. */
    static CommandSpec command(Verb verb, String name, List<String> description, List<String> examples) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(verb).name(name);
        describe(spec, description, examples);
        return spec;
    }

    /** The parts of a help text that the program and its commands have in common. */
    static void describe(CommandSpec spec, List<String> description, List<String> examples) {
        spec.usageMessage()
                .width(100)
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .synopsisSubcommandLabel("COMMAND")
                .descriptionHeading("%n")
                .description(description.toArray(String[]::new))
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .footerHeading("%nExamples:%n")
                .footer(examples.stream().map(example -> "  " + example).toArray(String[]::new));
    }

    static OptionSpec help() {
        return flag("Show this help.", "-h", "--help").usageHelp(true).build();
    }

    static OptionSpec.Builder flag(String description, String... names) {
        return OptionSpec.builder(names).type(boolean.class).description(description);
    }

    static OptionSpec.Builder value(String label, String description, String... names) {
        return OptionSpec.builder(names).type(String.class).paramLabel(label).description(description);
    }

    /** Distinct words between commas; every use of the option adds to them. */
    static OptionSpec.Builder words(String label, OneOf words, String description, String... names) {
        return OptionSpec.builder(names)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .converters(words)
                .splitRegex(",")
                .paramLabel(label)
                .description(description);
    }

    /** {@code --format}; the first of the words is the default. */
    static OptionSpec format(OneOf words) {
        return value("FORMAT", words.sentence() + "; " + words.words().getFirst() + " if not given.", "--format")
                .converters(words)
                .build();
    }

    static String format(ParseResult arguments, OneOf words) {
        return arguments.matchedOptionValue("--format", words.words().getFirst());
    }

    static OptionSpec schema() {
        return value("FILE", "JSON with more tables: {\"Table\": {\"Column\": \"type\"}}.", "--schema")
                .build();
    }

    static OptionSpec config() {
        return value("FILE", "The workspace's kqlift.yaml, if not the one above the first path.", "--config")
                .build();
    }

    static OptionSpec noConfig() {
        return flag("Pass over any kqlift.yaml.", "--no-config").build();
    }

    static OptionSpec verbose() {
        return flag("List the files that are passed over, with the reason.", "--verbose")
                .build();
    }

    static PositionalParamSpec paths() {
        return PositionalParamSpec.builder()
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1..*")
                .required(true)
                .paramLabel("PATH")
                .description("Files, folders (walked recursively), or - for standard input.")
                .build();
    }

    static List<String> paths(ParseResult arguments) {
        return arguments.matchedPositionalValue(0, List.of());
    }

    /** The value of an option that takes one. */
    static Optional<String> given(ParseResult arguments, String option) {
        return Optional.ofNullable(arguments.matchedOptionValue(option, null));
    }

    /** The distinct words of an option in the order given. */
    static List<String> distinct(ParseResult arguments, String option) {
        List<String> words = arguments.matchedOptionValue(option, List.of());
        return words.stream().distinct().toList();
    }
}
