package dev.kqlift.cli;

import dev.kqlift.reports.text.TextTable;
import dev.kqlift.reports.text.TextTable.Align;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command takes: the reader of its arguments and the text of its help.
 *
 * <p>Written here because the start of the program is most of its time on one rule: a library for command lines was more
 * than half of it.
 *
 * @param verb the command's name
 * @param description what it does, one paragraph
 * @param operands what stands beside the options
 * @param options in the order of the help
 * @param examples whole command lines
 */
record Syntax(String verb, String description, Operands operands, List<Option> options, List<String> examples) {
    /** What stands beside the options: at least one, at most {@code max}. */
    record Operands(String label, String description, int max) {
        static final Operands PATHS = new Operands(
                "PATH…", "Files, folders (walked recursively), or - for standard input.", Integer.MAX_VALUE);
    }

    Syntax {
        options = new ArrayList<>(options);
        options.add(Option.HELP);
        options = List.copyOf(options);
        examples = List.copyOf(examples);
    }

    /** Reads the arguments that follow the command's name. */
    Arguments parse(List<String> words) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<String> found = new ArrayList<>();
        boolean optionsEnded = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (optionsEnded || !word.startsWith("-") || word.equals("-")) {
                found.add(word);
            } else if (word.equals("--")) {
                optionsEnded = true;
            } else {
                Spelling spelling = spelling(word);
                String value = "";
                if (spelling.attached().isPresent()) {
                    value = spelling.attached().get();
                } else if (!spelling.option().isFlag()) {
                    if (i + 1 == words.size()) {
                        throw wrong(spelling.option().name() + " needs a value: "
                                + spelling.option().label().orElseThrow());
                    }
                    value = words.get(++i);
                }
                values.computeIfAbsent(spelling.option().name(), name -> new ArrayList<>()).add(value);
            }
        }
        Arguments arguments = new Arguments(values, found);
        return arguments.isSet(Option.HELP.name()) ? arguments : checked(arguments);
    }

    private Arguments checked(Arguments arguments) {
        int count = arguments.operands().size();
        if (count == 0) {
            throw wrong(operands.label() + " is missing");
        }
        if (count > operands.max()) {
            throw wrong("'" + arguments.operands().get(operands.max()) + "' is one too many");
        }
        return arguments;
    }

    private record Spelling(Option option, Optional<String> attached) {}

    private Spelling spelling(String word) {
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        String name = equals < 0 ? word : word.substring(0, equals);
        for (Option option : options) {
            if (option.isSpelled(name)) {
                if (option.isFlag() && equals >= 0) {
                    throw wrong(name + " takes no value");
                }
                return new Spelling(option, equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1)));
            }
            if (!option.isFlag() && !word.startsWith("--") && word.length() > 2 && option.isSpelled(word.substring(0, 2))) {
                return new Spelling(option, Optional.of(word.substring(2)));
            }
        }
        throw wrong("there is no option '" + name + "'");
    }

    private UsageException wrong(String message) {
        return new UsageException(message + "; kqlift " + verb + " --help shows what it takes");
    }

    /** The help of the command. */
    String help() {
        StringBuilder out = new StringBuilder(1024);
        out.append("Usage: kqlift ").append(verb).append(" [OPTIONS] ").append(operands.label()).append("\n\n");
        out.append(description).append("\n\n");
        TextTable table = new TextTable("  ", List.of(Align.LEFT, Align.LEFT));
        table.row(List.of(operands.label(), operands.description()));
        for (Option option : options) {
            String names = option.shortName().map(name -> name + ", ").orElse("") + option.name();
            table.row(List.of(names + option.label().map(label -> " " + label).orElse(""), option.description()));
        }
        table.appendTo(out);
        out.append("\nExamples:\n");
        for (String example : examples) {
            out.append("  ").append(example).append('\n');
        }
        return out.toString();
    }
}
