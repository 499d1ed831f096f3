package dev.kqlift.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The ways in which the commands state and read their arguments. */
final class Arguments {
    private Arguments() {}

    static CommandSpec command(String name, String description, String... examples) {
        CommandSpec spec = CommandSpec.create().name("kqlift " + name);
        spec.usageMessage().description(description).footerHeading("%nExamples:%n").footer(examples);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        return spec;
    }

    static PositionalParamSpec paths() {
        return PositionalParamSpec.builder()
                .arity("1..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("PATH")
                .description("Files, folders (walked recursively), or - for standard input.")
                .build();
    }

    static List<String> paths(ParseResult arguments) {
        return arguments.matchedPositionalValue(0, List.of());
    }

    static OptionSpec option(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** An option that takes words separated by commas and may be given several times. */
    static OptionSpec words(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .description(description)
                .build();
    }

    static boolean isSet(ParseResult arguments, String name) {
        return arguments.matchedOptionValue(name, false);
    }

    static Optional<String> value(ParseResult arguments, String name) {
        return Optional.ofNullable(arguments.matchedOptionValue(name, (String) null));
    }

    /** The value of {@code --format}, one of these words; the first where it is not given. */
    static String format(ParseResult arguments, List<String> words) {
        String given = value(arguments, "--format").orElse(words.getFirst());
        if (!words.contains(given)) {
            throw new UsageException("--format takes " + either(words) + ", not '" + given + "'");
        }
        return given;
    }

    /** The distinct words of an option in the order given, lower case; empty where it is not given. */
    static List<String> words(ParseResult arguments, String name) {
        List<String> given = arguments.matchedOptionValue(name, List.of());
        List<String> words = new ArrayList<>();
        for (String part : given) {
            for (int start = 0; start <= part.length(); ) {
                int comma = part.indexOf(',', start);
                int end = comma < 0 ? part.length() : comma;
                String word = part.substring(start, end).strip().toLowerCase(Locale.ROOT);
                if (!word.isEmpty() && !words.contains(word)) {
                    words.add(word);
                }
                start = end + 1;
            }
        }
        return words;
    }

    /** The words as a sentence lists them. */
    static String either(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }
}
