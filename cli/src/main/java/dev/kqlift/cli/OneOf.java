package dev.kqlift.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes one of some words in any case; everything else is wrong usage. */
record OneOf(List<String> words) implements ITypeConverter<String> {
    OneOf {
        words = List.copyOf(words);
    }

    @Override
    public String convert(String value) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        if (words.contains(word)) {
            return word;
        }
        throw new TypeConversionException("'" + value + "' is not " + sentence());
    }

    /** The words as a sentence lists them. */
    String sentence() {
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }
}
